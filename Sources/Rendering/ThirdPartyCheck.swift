package import SiteModel

/// Finds what templates load from other hosts before readers were asked (C-1, C-40).
package enum ThirdPartyCheck {
  /// The mistakes of the templates, in order.
  ///
  /// Addresses that templates put together of variables come from the configuration, which is
  /// checked where it is read.
  package static func diagnostics(
    _ templates: [TemplateSource], for configuration: SiteConfiguration
  ) -> [Diagnostic] {
    let allowed = Set(configuration.allowedSources.values.joined())
    return templates.flatMap { template in
      loads(in: template).compactMap { load in
        guard let origin = webOrigin(load.address), origin != configuration.baseURL.origin,
          !allowed.contains(origin)
        else { return nil }
        return .error(
          .templateThirdParty, "the page would load \(origin) before readers were asked",
          hint: "Declare the service under consent: in sitegen.yaml, or allow \(origin) "
            + "in contentSecurityPolicy.", at: load.place)
      }
    }
  }

  /// What an element loads, and where its address stands.
  private struct Load {
    var address: String
    var place: Place
  }

  private static func loads(in template: TemplateSource) -> [Load] {
    let newline = UInt8(ascii: "\n")
    let lines = template.text.utf8.split(separator: newline, omittingEmptySubsequences: false)
    return zip(1..., lines).flatMap { number, line in
      line.indices.compactMap { start -> Load? in
        guard line[start] == UInt8(ascii: "<") else { return nil }
        let element = Substring(line[start...].prefix { $0 != UInt8(ascii: ">") })
        guard let opening = opening(ofAddressIn: element) else { return nil }
        let address = element[opening...].prefix { $0 != "\"" }
        let column = line[..<opening].count + 1
        return Load(
          address: String(address),
          place: Place(
            file: template.path, line: number, column: column, length: max(1, address.utf8.count)))
      }
    }
  }

  /// Where the address begins that an element makes a browser load at once.
  private static func opening(ofAddressIn element: Substring) -> String.Index? {
    if element.hasPrefix("<script ") || element.hasPrefix("<iframe ") {
      let isWaiting = element.contains("data-category=")
      return isWaiting ? nil : element.firstRange(of: " src=\"")?.upperBound
    }
    let kinds = ["stylesheet", "preload", "preconnect", "prefetch", "modulepreload"]
    guard element.hasPrefix("<link "), kinds.contains(where: element.contains) else { return nil }
    return element.firstRange(of: " href=\"")?.upperBound
  }
}
