import Foundation
import SiteModel

/// The report of a build as JSON lines: one for each diagnostic, then one for the build.
package struct ReportJSON {
  private let report: BuildReport

  package init(_ report: BuildReport) {
    self.report = report
  }

  /// The lines, without a final newline.
  ///
  /// - Throws: Never in practice; the encoder's signature says otherwise.
  package func lines() throws -> String {
    try JSONEncoder.ofLines.lines(of: report.diagnostics, then: BuildLine(report))
  }
}

extension JSONEncoder {
  static var ofLines: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// A line for each diagnostic, and one for what they are about; without a final newline.
  func lines(of diagnostics: [Diagnostic], then last: some Encodable) throws -> String {
    let lines = try diagnostics.map { try encode(DiagnosticLine($0)) } + [try encode(last)]
    return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }
}

struct DiagnosticLine: Encodable {
  var kind = "diagnostic"
  var severity: String
  var rule: String
  var summary: String
  var hint: String?
  var file: String?
  var line: Int?
  var column: Int?
  var length: Int?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    rule = diagnostic.identifier.rawValue
    summary = diagnostic.summary
    hint = diagnostic.hint
    file = diagnostic.place?.file
    guard let place = diagnostic.place, place.line > 0 else { return }
    (line, column, length) = (place.line, place.column, place.length)
  }
}

private struct BuildLine: Encodable {
  struct Scheduled: Encodable {
    var file: String
    var due: String
  }

  var kind = "build"
  var succeeded: Bool
  var articles: Int
  var pages: Int
  var filesWritten: Int
  var filesUnchanged: Int
  var filesRemoved: Int
  /// Whether the output is partly of this build and partly of the one before.
  var outputIsUnfinished: Bool
  var errors: Int
  var warnings: Int
  var drafts: [String]
  var scheduled: [Scheduled]
  var expired: [String]
  var nextPublication: String?
  var consentRevision: String?
  var milliseconds: [String: Int]

  init(_ report: BuildReport) {
    succeeded = report.succeeded
    articles = report.articles
    pages = report.pages
    filesWritten = report.output.written.count
    filesUnchanged = report.output.unchanged
    filesRemoved = report.output.removed.count
    outputIsUnfinished = report.output.isUnfinished
    errors = report.count(.error)
    warnings = report.count(.warning)
    drafts = report.leftOut.drafts
    scheduled = report.leftOut.scheduled.map {
      Scheduled(file: $0.place.file, due: $0.value.iso8601)
    }
    expired = report.leftOut.expired
    nextPublication = report.leftOut.nextPublication?.iso8601
    consentRevision = report.consentRevision
    milliseconds = Dictionary(
      report.stages.map { ($0.name, $0.milliseconds) }, uniquingKeysWith: +)
  }
}

extension BuildReport.Stage {
  var milliseconds: Int {
    let parts = duration.components
    return Int(parts.seconds) * 1_000 + Int(parts.attoseconds / 1_000_000_000_000_000)
  }
}
