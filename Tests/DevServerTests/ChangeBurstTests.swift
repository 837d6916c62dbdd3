import Testing

@testable import DevServer

@Suite("Bursts of changes")
struct ChangeBurstTests {
  private static let start = ContinuousClock.now

  /// A step of what happens: so many milliseconds after the start, these changes.
  struct Step: Sendable {
    var at: Int
    var changes: [SourceChange]

    init(_ at: Int, _ paths: [String], _ stage: SourceChange.Stage = .finished) {
      self.at = at
      changes = paths.map { SourceChange(path: $0, stage: stage) }
    }
  }

  private static let many = (1...100).map { "Content/\($0).md" }

  @Test(
    "a burst is over when no more of it is to be expected",
    arguments: [
      ("a save", [Step(0, ["a"])], 10),
      ("a save by several steps", [Step(0, ["a~"]), Step(5, ["a"])], 15),
      ("a file that is being written", [Step(0, ["a"], .underway)], 200),
      ("a file that was written", [Step(0, ["a"], .underway), Step(50, ["a"])], 60),
      ("one of two is being written", [Step(0, ["a", "b"], .underway), Step(9, ["a"])], 209),
      ("another branch", [Step(0, many), Step(80, ["z"])], 180),
      ("a log that never ends", (0...99).map { Step($0 * 100, ["log"], .underway) }, 2_000),
    ])
  func end(name: String, steps: [Step], end: Int) {
    var burst = ChangeBurst()
    for step in steps {
      burst.add(step.changes, at: Self.start + .milliseconds(step.at))
    }
    #expect(burst.end() == Self.start + .milliseconds(end), "\(name)")
    #expect(burst.paths == Set(steps.flatMap { $0.changes.map(\.path) }))
  }

  @Test("where a silence is asked for, it is waited for however long it takes")
  func silence() {
    var burst = ChangeBurst()
    for at in [0, 1_900, 3_800] {
      burst.add([SourceChange(path: "\(at)")], at: Self.start + .milliseconds(at))
      #expect(burst.end(after: .seconds(2)) == Self.start + .milliseconds(at + 2_000))
    }
    #expect(burst.end() == Self.start + .milliseconds(2_000))
  }

  @Test("nothing is no burst")
  func nothing() {
    var burst = ChangeBurst()
    burst.add([], at: Self.start)
    #expect(burst.end() == nil)
  }
}
