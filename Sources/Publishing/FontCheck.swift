import SiteModel

/// Finds fonts of the configuration that are not in the theme.
enum FontCheck {
  static func diagnostics(
    _ fonts: [Located<String>], in assets: [String: Permalink]
  ) -> [Diagnostic] {
    fonts.filter { assets[$0.value] == nil }.map { font in
      let nearest = nearestName(to: font.value, in: assets.keys.sorted())
      return .error(
        .templateAsset, "the font \(font.value) is not in Templates/assets/",
        hint: nearest.map { "Did you mean \"\($0)\"?" }
          ?? "Name it by its path below Templates/assets/, for example fonts/text.woff2.",
        at: font.place)
    }
  }
}
