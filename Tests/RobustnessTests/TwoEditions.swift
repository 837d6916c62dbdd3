import Foundation
import TestSupport
import Testing

/// A publication that goes back and forth between two editions: most files differ, some are in one
/// only, some are the same.
final class TwoEditions {
  let site: TemporarySite
  /// The output of each edition, built from nothing.
  private var outputs: [[String: [UInt8]]] = []
  /// The edition of the sources.
  private(set) var current = 0

  init() throws {
    site = try TemporarySite(layering: ["\(ProjectFolder.path)/Tests/PublishingTests/Theme"])
    for edition in [1, 0] {
      try writeSources(edition)
      if FileManager.default.fileExists(atPath: site.output) { try site.remove("Site") }
      let (status, text) = try BuildProcess(site).result()
      #expect(status == 0, "\(text)")
      outputs.insert(files, at: 0)
    }
    try site.write("Site/ai/foreign.txt", "foreign")
  }

  /// What is in the output now, without what sitegen keeps there for itself and the foreign file.
  var files: [String: [UInt8]] {
    site.files().filter { !$0.key.hasPrefix(".sitegen-") && $0.key != "ai/foreign.txt" }
  }

  /// Changes the sources to those of the other edition.
  func turn() throws {
    try writeSources(1 - current)
  }

  /// Checks that every file is whole: of one edition or the other, and none is missing that is in
  /// both; so may a first build be without any.
  ///
  /// - Returns: Whether files of both editions are there.
  @discardableResult
  func expectWhole(_ what: String, isFirst: Bool = false) -> Bool {
    let found = files
    var editions: Set<Int> = []
    for name in Set(found.keys).union(outputs[0].keys).union(outputs[1].keys) {
      let (old, new) = (outputs[1 - current][name], outputs[current][name])
      let isWhole = found[name] == new || (isFirst ? found[name] == nil : found[name] == old)
      #expect(isWhole, "\(name) after \(what)")
      if old != new { editions.insert(found[name] == new ? 1 : 0) }
    }
    return editions.count == 2
  }

  /// Checks that the next build gives what one from nothing does, and leaves nothing behind.
  func expectRecovery(_ what: String) throws {
    let (status, text) = try BuildProcess(site).result()
    #expect(status == 0, "\(text) after \(what)")
    let (found, expected) = (files, outputs[current])
    let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
    #expect(different == [], "after \(what)")
    let names = try FileManager.default.contentsOfDirectory(atPath: site.output)
    #expect(names.filter { $0.hasPrefix(".sitegen-") } == [".sitegen-files"], "after \(what)")
  }

  func expectForeignFile() {
    #expect(site.page("ai/foreign.txt") == "foreign")
  }
}

extension TwoEditions {
  private func writeSources(_ edition: Int) throws {
    current = edition
    if FileManager.default.fileExists(atPath: "\(site.path)/Content") { try site.remove("Content") }
    try site.write("sitegen.yaml", "title: Edition \(edition)\npageSize: 5\n")
    for number in 1...12 where number % 4 != edition {
      try site.write(
        "Content/ai/story-\(number).md",
        "---\ntitle: Story \(number)\ndate: 2025-06-01\ntags: [T\(number % 3)]\n---\n\nText.\n")
    }
    try site.write("Content/chips/data/index.md", "---\ntitle: Data\ndate: 2025-06-02\n---\n")
    for number in 0..<120 where number % 10 != edition {
      let byte = UInt8(number % 3 == 0 ? 65 : 66 + edition)
      try site.write(
        "Content/chips/data/\(number).csv", [UInt8](repeating: byte, count: number * 150))
    }
  }
}
