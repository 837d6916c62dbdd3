import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// Whatever happens between two builds, the second one gives what a build from nothing gives.
///
/// `SITEGEN_SEQUENCES=500` tries that many sequences of edits instead of a few; sequence number
/// `SITEGEN_FIRST_SEQUENCE` is the first.
@Suite struct RandomEditTests {
  @Test(
    "After every edit of a random sequence a rebuild gives the bytes and the report of a new build",
    arguments: 0..<min(count, atOnce))
  func equalsBuildFromNothing(lane: Int) async throws {
    for sequence in stride(from: Self.first + lane, to: Self.first + Self.count, by: Self.atOnce) {
      try await run(sequence: sequence)
    }
  }

  private func run(sequence: Int) async throws {
    var publication = try EditedPublication(seed: UInt64(sequence))
    let site = publication.site
    // Every other sequence goes on in one process.
    let memory = sequence.isMultiple(of: 2) ? BuildMemory() : nil
    _ = await site.build(with: memory) { $0.isChecked = true }
    var history: [String] = []
    for step in 0..<Self.stepsInSequence {
      let before = publication
      let contents = site.files(below: "Content")
      history.append(try publication.edit())
      let old = site.files()
      let now = publication.now
      let report = await site.build(with: memory) {
        $0.now = now
        $0.jobs = 1 + step % 3
        $0.isChecked = true
      }
      // What is wrong with the output folder is told apart by its own name.
      try? site.remove("Fresh")  // It is not there before the first step.
      let fresh = await site.build {
        $0.now = now
        $0.isChecked = true
        $0.output = "\(site.path)/Fresh"
        $0.cache = nil
      }
      let what = Comment(rawValue: "sequence \(sequence): \(history.joined(separator: "; "))")
      #expect(ofSources(report) == ofSources(fresh), what)
      #expect(report.succeeded == fresh.succeeded, what)
      let expected = fresh.succeeded ? site.files(below: "Fresh") : old
      expectSame(
        site.files().filter { !$0.key.hasSuffix("mine.txt") },
        expected.filter { !$0.key.hasSuffix("mine.txt") }, what)
      guard !fresh.succeeded else { continue }
      // An editor takes back what does not build.
      publication = before
      try restore(contents, in: site)
    }
  }

  private static let count = number("SITEGEN_SEQUENCES") ?? 8
  /// So many sequences run side by side: all 500 at once would be 500 publications in memory.
  private static let atOnce = 8
  private static let first = number("SITEGEN_FIRST_SEQUENCE") ?? 1
  private static let stepsInSequence = number("SITEGEN_STEPS") ?? 6

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Everything that is told about the sources, by the terminal.
  private func ofSources(_ report: BuildReport) -> String {
    var report = report
    report.diagnostics.removeAll {
      [.outputForeignFile, .outputCache].contains($0.identifier)
    }
    report.stages = []
    report.output = OutputChanges()
    return report.shownDiagnostics + ReportText(report, detail: .verbose).summary(outputName: "")
  }

  private func restore(_ contents: [String: [UInt8]], in site: TemporarySite) throws {
    for file in site.files(below: "Content").keys where contents[file] == nil {
      try site.remove("Content/\(file)")
    }
    for (file, bytes) in contents where site.files(below: "Content")[file] != bytes {
      try site.write("Content/\(file)", bytes)
    }
  }
}
