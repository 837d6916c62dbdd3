import TestSupport
import Testing

/// Our HTML against the library's own, apart from what we do otherwise on purpose.
@Suite struct ReferenceTests {
  @Test(arguments: ReferenceExamples.all)
  func example(_ text: String) {
    check(text)
  }

  @Test(arguments: 1...8)
  func randomDocuments(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      let text = RandomMarkdown.document(using: &random)
      if !check(text) { return }
    }
  }

  @Test func examplesCoverTheSpecification() {
    #expect(ReferenceExamples.all.count >= 120)
    #expect(Set(ReferenceExamples.all).count == ReferenceExamples.all.count)
  }

  @discardableResult
  private func check(_ text: String) -> Bool {
    let ours = CanonicalHTML(comparableHTML(text))
    let theirs = CanonicalHTML(referenceHTML(text))
    #expect(ours.text == theirs.text, "\(text.debugDescription)")
    return ours == theirs
  }
}
