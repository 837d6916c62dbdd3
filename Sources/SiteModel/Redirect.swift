/// An old address, and where it leads.
package struct Redirect: Hashable, Sendable {
  /// Where readers are sent.
  package enum Target: Hashable, Sendable {
    /// A page or file of this site, with `?query`, `#fragment` or an empty string.
    case site(Permalink, suffix: String)
    /// A full address.
    case elsewhere(String)
  }

  /// What the host says about it, by its number in HTTP.
  package enum Status: Int, Sendable, CaseIterable {
    case moved = 301
    case found = 302
    case temporary = 307
    case permanent = 308
  }

  package var from: Permalink
  package var to: Target
  package var status: Status

  package init(from: Permalink, to: Target, status: Status = .moved) {
    self.from = from
    self.to = to
    self.status = status
  }
}

/// A row of the table `redirects:` in `sitegen.yaml`, as it was written.
package struct RedirectSettings: Hashable, Sendable {
  package var from: Located<String>
  /// Nil for an address at which nothing is any more, with status 410.
  package var to: Located<String>?
  package var status: Redirect.Status
  /// What readers are told who look for what is gone.
  package var reason: String?

  package init(
    from: Located<String>, to: Located<String>?, status: Redirect.Status = .moved,
    reason: String? = nil
  ) {
    self.from = from
    self.to = to
    self.status = status
    self.reason = reason
  }
}

extension BaseURL {
  /// The target from the root of the host, or its full address if it is elsewhere.
  package func href(_ target: Redirect.Target) -> String {
    switch target {
    case .site(let permalink, let suffix): href(permalink) + suffix
    case .elsewhere(let address): address
    }
  }

  /// The full address of the target.
  package func absolute(_ target: Redirect.Target) -> String {
    switch target {
    case .site(let permalink, let suffix): absolute(permalink) + suffix
    case .elsewhere(let address): address
    }
  }
}
