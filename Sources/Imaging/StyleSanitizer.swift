/// Takes out of CSS whatever names another file.
enum StyleSanitizer {
  /// The same styles without `@import`, and with `none` where an address leads elsewhere.
  ///
  /// Styles with a backslash go as a whole: it can spell any word, and drawings have no use for it.
  static func sanitize(_ styles: String) -> String {
    let text = withoutComments(styles)
    let lowercase = text.lowercased()
    guard !text.contains("\\") else { return "" }
    let hasAddress = addressed.contains { lowercase.contains($0) }
    let hasScript = scripted.contains { lowercase.contains($0) }
    if hasScript { return "" }
    return hasAddress ? withoutAddresses(text) : text
  }

  /// What begins an address, or a rule that has one.
  private static let addressed = ["url(", "@import", "src(", "image(", "image-set("]
  /// What some program once ran.
  private static let scripted = ["javascript:", "expression(", "-moz-binding", "behavior:"]
}

extension StyleSanitizer {
  private static func withoutComments(_ styles: String) -> String {
    var result = ""
    var rest = styles[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound] + " "
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func withoutAddresses(_ styles: String) -> String {
    var result = ""
    var rest = styles[...]
    while let character = rest.first {
      if let length = lengthOfFunction(rest) {
        let arguments = rest.dropFirst(length)
        let inner = arguments.prefix { $0 != ")" }
        result += leadsInside(inner) ? rest.prefix(length) + inner + ")" : "none"
        rest = arguments.dropFirst(inner.count + 1)
      } else if rest.prefix(7).lowercased() == "@import" {
        rest = rest.drop { $0 != ";" }.dropFirst()
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// How long the name of a function with an address is, with its parenthesis; nil for other text.
  private static func lengthOfFunction(_ text: Substring) -> Int? {
    addressed.filter { $0.hasSuffix("(") }.sorted { $0.count > $1.count }.first { name in
      text.prefix(name.count).lowercased() == name
    }?.count
  }

  private static func leadsInside(_ arguments: Substring) -> Bool {
    let address = arguments.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    guard !address.contains("(") else { return false }
    return address.hasPrefix("#") || address.lowercased().hasPrefix("data:image/png;base64,")
      || address.lowercased().hasPrefix("data:image/jpeg;base64,")
  }
}
