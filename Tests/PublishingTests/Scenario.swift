import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// A publication in a folder, with what its build is expected to give.
///
/// Beside `sitegen.yaml`, `sitegen.urls`, `Content/` and `Templates/` (files of which take the place of those of the
/// tests' own theme) the folder may hold:
/// - `options.txt`: the options of `sitegen build`, as on the command line;
/// - `expected/diagnostics.txt`: all diagnostics as the terminal shows them; none if there is no
///   such file;
/// - `expected/files.txt`: every file of the output; nothing is written if there is no such file;
/// - `expected/site/`: pages that are compared byte by byte;
/// - `expected/absent.txt`: words that stand nowhere in the output, in any case.
struct Scenario: Sendable, CustomTestStringConvertible {
  let folder: String

  var name: String { String(folder.split(separator: "/").last ?? "") }
  var testDescription: String { name }

  static let root = "\(ProjectFolder.path)/Tests/PublishingTests"
  static let theme = "\(root)/Theme"

  /// All scenarios of a folder of these tests, by name.
  static func all(in kind: String) -> [Scenario] {
    // A missing folder gives no scenarios, which the completeness tests report.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(kind)")) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      Scenario(folder: "\(root)/\(kind)/\($0)")
    }
  }

  /// The scenario's site in a temporary folder.
  func site() throws -> TemporarySite {
    let site = try TemporarySite(layering: [Self.theme, folder])
    for file in ["expected", "options.txt"] where exists(file) { try site.remove(file) }
    return site
  }

  /// Builds the site with the scenario's options.
  func build(_ site: TemporarySite) async throws -> BuildReport {
    let options = exists("options.txt") ? try text(of: "options.txt") : ""
    return await site.build {
      $0.ledger = PublishingOptions.Ledger(path: "\(site.path)/sitegen.urls", isExtended: true)
      Self.apply(options, to: &$0)
    }
  }

  func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(file)")
  }

  func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
  }

  func expected(_ file: String) -> GoldenFile {
    GoldenFile("\(folder)/expected/\(file)")
  }

  private static func apply(_ text: String, to options: inout PublishingOptions) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    while let option = words.popFirst() {
      switch option {
      case "--drafts": options.includesDrafts = true
      case "--future": options.includesFuture = true
      case "--expired": options.includesExpired = true
      case "--check": options.isChecked = true
      case "--strict": options.isStrict = true
      case "--environment": options.environment = words.popFirst()
      case "--base-url": options.baseURL = words.popFirst().flatMap { BaseURL($0) }
      default: Issue.record("options.txt: unknown option \(option)")
      }
    }
  }
}

extension BuildReport {
  /// Every diagnostic as the terminal shows it, notes too.
  var shownDiagnostics: String {
    let text = ReportText(self, detail: .verbose).diagnostics
    return text.isEmpty ? "" : text + "\n"
  }
}

/// The files of an output, one a line, with the hashes of the theme's files left out.
func listing(of files: [String: [UInt8]]) -> String {
  files.keys.map { file in
    let parts = file.split(separator: ".")
    guard file.hasPrefix("assets/"), parts.count == 3 else { return file }
    return "\(parts[0]).HASH.\(parts[2])"
  }.sorted().map { $0 + "\n" }.joined()
}
