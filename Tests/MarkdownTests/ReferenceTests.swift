import Testing

/// Our HTML against the library's own, apart from what we do otherwise on purpose.
@Suite struct ReferenceTests {
  @Test(arguments: ReferenceExamples.all)
  func example(_ text: String) {
    check(text)
  }

  @Test(arguments: 1...8)
  func randomDocuments(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
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

/// SplitMix64: the same numbers on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}
