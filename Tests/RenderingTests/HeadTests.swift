import Testing

@testable import Rendering

/// What the heads of pages say in words of their own.
@Suite struct HeadTests {
  @Test(
    "M-41: Open Graph wants a language and a country",
    arguments: [
      ("en", "en_US"), ("en-GB", "en_GB"), ("pt-BR", "pt_BR"), ("ja", "ja_JP"), ("zh", "zh_CN"),
      ("zh-Hant", "zh_TW"), ("zh-Hant-HK", "zh_HK"), ("sr-Latn", "sr_RS"), ("es-419", "es_ES"),
      ("tlh", nil),
    ])
  func locales(tag: String, locale: String?) {
    #expect(OpenGraphLocale(language: tag)?.text == locale)
  }
}
