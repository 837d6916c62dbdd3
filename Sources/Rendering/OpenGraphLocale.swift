/// A language and a country, as Open Graph writes them (M-41).
struct OpenGraphLocale {
  /// For example `pt_BR`.
  let text: String

  /// Takes a BCP 47 tag; without a region the language's usual one stands, and nil means that there
  /// is none.
  init?(language tag: String) {
    let parts = tag.split(separator: "-").map(String.init)
    guard let language = parts.first?.lowercased() else { return nil }
    let region = parts.dropFirst().first { part in
      part.utf8.count == 2 && part.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "z") ~= $0 }
    }
    guard let country = region?.uppercased() ?? Self.country(of: language, parts) else {
      return nil
    }
    text = "\(language)_\(country)"
  }

  private static func country(of language: String, _ parts: [String]) -> String? {
    if language == "zh", parts.contains(where: { $0.lowercased() == "hant" }) { return "TW" }
    return usualCountries[language]
  }

  private static let usualCountries = [
    "ar": "AR", "bg": "BG", "bn": "IN", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR",
    "en": "US", "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN",
    "hr": "HR", "hu": "HU", "id": "ID", "it": "IT", "ja": "JP", "ko": "KR", "lt": "LT", "lv": "LV",
    "nb": "NO", "nl": "NL", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI",
    "sr": "RS", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
  ]
}
