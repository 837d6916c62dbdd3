import Foundation

/// A file that says what a test expects, kept beside the tests.
///
/// `RECORD_SNAPSHOTS=1` writes what was found instead; such a run fails, so that nobody takes it
/// for a test.
package struct GoldenFile: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  }

  /// What differs; nil if the file says the same.
  ///
  /// No file is the same as an empty one.
  package func difference(from found: String) -> String? {
    let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    if GoldenFile.isRecording { return record(found, instead: expected) }
    if expected == found { return nil }
    let name = URL(filePath: path).lastPathComponent
    return "\(name) differs; RECORD_SNAPSHOTS=1 would write it anew\n"
      + Self.difference(between: expected, and: found)
  }

  private func record(_ found: String, instead expected: String) -> String {
    if expected == found { return "recording: \(path) is as it was" }
    do {
      if found.isEmpty {
        try FileManager.default.removeItem(atPath: path)
      } else {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(found.utf8).write(to: url)
      }
      return "recorded \(path)"
    } catch {
      return "cannot record \(path): \(error)"
    }
  }

  /// The lines that are only in one of two texts, in order.
  private static func difference(between expected: String, and found: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }.joined(separator: "\n")
  }
}
