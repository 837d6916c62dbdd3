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

  static func leadsNowhere(
    _ from: Located<String>, _ to: Located<String>, _ reason: String?
  ) -> Diagnostic {
    let found = reason.map { "which is \($0)" } ?? "which is not there"
    return .error(
      .configurationRedirect,
      "the redirect from \(from.value) leads to \"\(to.value)\", \(found)",
      hint: "Write the address of a page of this site, or a full address elsewhere.",
      at: to.place)
  }

  static func leadsToRedirect(
    _ from: Located<String>, _ to: Located<String>, whichLeadsTo end: String
  ) -> Diagnostic {
    .error(
      .configurationRedirect,
      "the redirect from \(from.value) leads to \(to.value), which is an old "
        + "address itself",
      hint: "Lead there at once: to: \(end)", at: to.place)
  }

  static func loops(_ from: Located<String>, _ to: Located<String>) -> Diagnostic {
    .error(
      .configurationRedirect,
      "the redirect from \(from.value) leads back to where it began",
      hint: "Let one of the redirects in this circle lead to a page.", at: to.place)
  }
}
