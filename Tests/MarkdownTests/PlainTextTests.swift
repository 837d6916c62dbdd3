import SiteModel
import Testing

@testable import Markdown

/// What is read aloud, and how long it takes (E-3).
@Suite struct PlainTextTests {
  @Test func holdsWhatIsReadAloud() {
    let text = """
      # Title `code` [^1]

      One *two*
      three [four](five.md)<b> six</b>.

      > Quote

      - Item ![alt](a.png)
        - [ ] Task

      ![alt](a.png "caption")

      ```
      code block
      ```

      <div>raw</div>

      | a | b |
      |---|---|
      | c | d |

      > [!NOTE]
      > Mind

      [^1]: Note
      """
    #expect(
      render(text).body.plainText == """
        Title code
        One two three four six.
        Quote
        Item
        Task
        a
        b
        c
        d
        Mind
        """)
  }

  @Test(arguments: [
    ("", 0, 0), ("one two", 2, 0), ("don't isn’t state-of-the-art", 3, 0), ("a - b -- c", 3, 0),
    ("3.5 10,000 3. 4", 4, 0), ("a.b a,b", 4, 0), ("U.S. GPT-4o x86_64", 4, 0),
    ("it's... (yes)!", 2, 0),
    ("naïve café Łódź", 3, 0), ("Привет, мир", 2, 0), ("नमस्ते दुनिया", 2, 0), ("مرحبا بالعالم", 2, 0),
    ("日本語です。", 0, 5), ("カタカナー・ひらがな", 0, 9), ("한국어 문장", 0, 5), ("AIは強い", 1, 3),
    ("OpenAIの新モデルGPT", 2, 5), ("𠮷野家", 0, 3), ("😀 👍🏽", 0, 0), ("e\u{301}tude", 1, 0),
    ("1,5 1,", 2, 0), ("2025年3月", 2, 2), ("x\u{ad}y zero\u{200b}width", 3, 0),
  ])
  func counts(_ text: String, _ words: Int, _ cjkCharacters: Int) {
    let body = render(text) { $0.hasSmartPunctuation = false }.body
    #expect(body.wordCount == words)
    #expect(body.cjkCharacterCount == cjkCharacters)
  }
}
