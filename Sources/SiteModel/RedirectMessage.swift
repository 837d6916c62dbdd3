/// What can be wrong with the table `redirects:` of the configuration.
enum RedirectMessage {
  static func noPath(_ from: Located<String>) -> Diagnostic {
    .error(
      .configurationRedirect,
      "a redirect must begin at a path of this site, found \"\(from.value)\"",
      hint: "Write one old path from the root of the site, for example /2019/old-name/.",
      at: from.place)
  }

  static func isTaken(_ from: Located<String>, by owner: String) -> Diagnostic {
    .error(
      .configurationRedirect,
      "the redirect from \(from.value) would hide \(owner), which has that address",
      hint: "Remove the redirect, or give the other one another address.", at: from.place)
  }

  static func leadsNowhere(_ settings: RedirectSettings, _ reason: String?) -> Diagnostic {
    let found = reason.map { "which is \($0)" } ?? "which is not there"
    return .error(
      .configurationRedirect,
      "the redirect from \(settings.from.value) leads to \"\(settings.to.value)\", \(found)",
      hint: "Write the address of a page of this site, or a full address elsewhere.",
      at: settings.to.place)
  }

  static func leadsToRedirect(
    _ settings: RedirectSettings, whichLeadsTo end: String
  ) -> Diagnostic {
    .error(
      .configurationRedirect,
      "the redirect from \(settings.from.value) leads to \(settings.to.value), which is an old "
        + "address itself",
      hint: "Lead there at once: to: \(end)", at: settings.to.place)
  }

  static func loops(_ settings: RedirectSettings) -> Diagnostic {
    .error(
      .configurationRedirect,
      "the redirect from \(settings.from.value) leads back to where it began",
      hint: "Let one of the redirects in this circle lead to a page.", at: settings.to.place)
  }
}
