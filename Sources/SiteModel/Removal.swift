/// A page that was published and is no more, on purpose.
package struct Removal: Hashable, Sendable {
  /// Its file, relative to `Content/`; nil if the configuration says so.
  package var source: String?
  package var permalink: Permalink
  /// What readers are told; the text itself is in no file of the publication.
  package var reason: String?
  /// Old addresses of the page, which lead to the notice as well.
  package var aliases: [Located<String>]

  package init(
    source: String? = nil, permalink: Permalink, reason: String? = nil,
    aliases: [Located<String>] = []
  ) {
    self.source = source
    self.permalink = permalink
    self.reason = reason
    self.aliases = aliases
  }
}
