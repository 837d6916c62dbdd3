import Foundation
import SiteModel

/// The report of a check as JSON lines: one for each finding, then one for the check.
package struct CheckJSON {
  private let report: CheckReport

  package init(_ report: CheckReport) {
    self.report = report
  }

  /// The lines, without a final newline.
  ///
  /// - Throws: Never in practice; the encoder's signature says otherwise.
  package func lines() throws -> String {
    try JSONEncoder.ofLines.lines(of: report.build.diagnostics, then: CheckLine(report))
  }
}

private struct CheckLine: Encodable {
  var kind = "check"
  var succeeded: Bool
  var files: Int
  var pages: Int
  var externalLinks: Int
  var asked: Int
  var errors: Int
  var warnings: Int
  var milliseconds: [String: Int]

  init(_ report: CheckReport) {
    succeeded = report.succeeded
    files = report.files
    pages = report.pages
    externalLinks = report.externalLinks
    asked = report.asked
    errors = report.build.count(.error)
    warnings = report.build.count(.warning)
    milliseconds = Dictionary(
      report.build.stages.map { ($0.name, $0.milliseconds) }, uniquingKeysWith: +)
  }
}
