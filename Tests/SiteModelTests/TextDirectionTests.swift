import SiteModel
import Testing

@Suite struct TextDirectionTests {
  @Test(
    "A language, or the script in its tag, says in which direction it is written",
    arguments: [
      ("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("FA", "rtl"), ("az-Arab", "rtl"),
      ("ks-Deva", "ltr"), ("ar-Latn-EG", "ltr"), ("ja", "ltr"), ("ug-CN", "rtl"), ("", "ltr"),
    ])
  func direction(language: String, expected: String) {
    #expect(TextDirection(language: language).rawValue == expected)
  }
}
