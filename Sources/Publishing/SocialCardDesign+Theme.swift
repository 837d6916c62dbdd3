import SiteModel

extension SocialCardDesign {
  /// The colors and fonts of a theme, by the custom properties of its `css/tokens.css`.
  init(_ assets: [String: [UInt8]]) {
    let properties = Self.properties(in: assets["css/tokens.css"] ?? [])
    func value(_ name: String, or other: String) -> String {
      var value = properties[name] ?? other
      // One reference is followed, as in --headline: var(--serif).
      if value.hasPrefix("var(--"), value.hasSuffix(")") {
        value = properties[String(value.dropFirst(4).dropLast())] ?? other
      }
      return value
    }
    func color(_ name: String, or other: String) -> String {
      let value = value(name, or: other)
      let isColor =
        value.count == 7 && value.first == "#" && value.dropFirst().allSatisfy(\.isHexDigit)
      return isColor ? value.lowercased() : other
    }
    self.init(
      paper: color("--paper", or: "#ffffff"), ink: color("--ink", or: "#111111"),
      accent: color("--accent", or: "#b23f0a"),
      headlineFonts: value("--headline", or: "serif"), textFonts: value("--sans", or: "sans-serif"))
    let faces = FontFaces(assets)
    func file(for fonts: String) -> FontFile? {
      faces.file(for: fonts).map {
        FontFile(path: $0, digest: ContentHash(assets[$0] ?? []).value)
      }
    }
    headlineFontFile = file(for: headlineFonts)
    textFontFile = file(for: textFonts)
  }

  /// What each property is first set to: the scheme that comes first is the light one.
  private static func properties(in sheet: [UInt8]) -> [String: String] {
    var properties: [String: String] = [:]
    for line in String(decoding: sheet, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let end = parts[1].firstIndex(of: ";") else { continue }
      let name = parts[0].filter { $0 != " " }
      guard name.hasPrefix("--"), properties[name] == nil else { continue }
      properties[name] = parts[1][..<end].split(separator: " ").joined(separator: " ")
    }
    return properties
  }
}
