import SiteModel

/// The report of a build, for people and for programs.
package struct ReportText {
  /// How much is told.
  package enum Detail: Sendable {
    /// Errors and warnings alone.
    case quiet
    case normal
    /// Also notes, the time of each stage and what was left out, by name.
    case verbose
  }

  private let report: BuildReport
  private let detail: Detail
  private let style: TextStyle

  /// The style is that of the diagnostics.
  package init(_ report: BuildReport, detail: Detail, style: TextStyle = .plain) {
    self.report = report
    self.detail = detail
    self.style = style
  }

  /// Diagnostics, for standard error; without a final newline, empty if there are none.
  package var diagnostics: String {
    let texts = DiagnosticText(excerpts: report.excerpts, style: style)
    return shown.map { shown in
      switch shown {
      case .diagnostic(let diagnostic): texts.text(of: diagnostic)
      case .rest(let count, let file, let rule):
        "\(file): and \(count) more like this [\(rule.rawValue)]"
      }
    }.joined(separator: "\n\n")
  }

  /// The summary, for standard output.
  package func summary(outputName: String) -> String {
    guard report.succeeded else {
      return report.output.isUnfinished
        ? "\(counts). \(outputName) is partly new; the next build goes on from there."
        : "\(counts). \(outputName) was left as it was."
    }
    if detail == .quiet { return "" }
    var lines = [headline(outputName)]
    if detail == .verbose {
      lines += stages
    } else {
      let stages = report.stages.map { "\($0.name) \(seconds($0.duration))" }
      lines.append("  \(stages.joined(separator: ", "))")
    }
    lines += leftOut
    let found = report.count(.warning) + report.count(.error)
    if found > 0 { lines.append("  \(counts)") }
    return lines.joined(separator: "\n")
  }
}

extension ReportText {
  /// The time of each stage, and how well the articles are connected, a line each.
  package var stages: [String] {
    report.stages.map { "  \(padded($0.name)) \(seconds($0.duration))" }
      + report.related.map { "  \($0)" }
      + [report.consentRevision].compactMap(\.self).map {
        "  consent: revision \($0), kept in consent/\($0).json"
      }
  }
}

extension ReportText {
  private enum Shown {
    case diagnostic(Diagnostic)
    case rest(Int, file: String, rule: Diagnostic.Identifier)
  }

  /// Of one rule in one file the first five are shown, and the others counted.
  private var shown: [Shown] {
    struct Kind: Hashable {
      var file: String?
      var rule: Diagnostic.Identifier
    }
    let visible = report.diagnostics.filter { $0.severity > .note || detail == .verbose }
    let counts = Dictionary(grouping: visible) { Kind(file: $0.place?.file, rule: $0.identifier) }
    var seen: [Kind: Int] = [:]
    var result: [Shown] = []
    for diagnostic in visible {
      let kind = Kind(file: diagnostic.place?.file, rule: diagnostic.identifier)
      seen[kind, default: 0] += 1
      let (number, total) = (seen[kind] ?? 0, counts[kind]?.count ?? 0)
      if number <= 5 || detail == .verbose || kind.file == nil {
        result.append(.diagnostic(diagnostic))
      } else if number == total, let file = kind.file {
        result.append(.rest(total - 5, file: file, rule: kind.rule))
      }
    }
    return result
  }

  private func headline(_ outputName: String) -> String {
    let output = report.output
    let changed =
      output.unchanged == 0
      ? "" : ", \(output.written.count) changed, \(output.removed.count) removed"
    let total = report.stages.map(\.duration).reduce(.zero, +)
    return
      "\(counted(report.articles, "article")) on \(counted(report.pages, "page")), "
      + "\(counted(output.total, "file"))\(changed) in \(outputName) (\(seconds(total)))"
  }

  private var leftOut: [String] {
    let out = report.leftOut
    var lines: [String] = []
    let parts = [
      (out.drafts.count, "draft"), (out.scheduled.count, "scheduled article"),
      (out.expired.count, "expired article"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    if !parts.isEmpty { lines.append("  left out: \(parts.joined(separator: ", "))") }
    if detail == .verbose {
      lines += out.drafts.map { "    draft: Content/\($0)" }
      lines += out.scheduled.map { "    \($0.value.iso8601): \($0.place.file)" }
      lines += out.expired.map { "    expired: Content/\($0)" }
    }
    if let next = out.nextPublication {
      lines.append("  next publication: \(next.iso8601); build again then")
    }
    return lines
  }

  var counts: String {
    let errors = counted(report.count(.error), "error")
    let warnings = counted(report.count(.warning), "warning")
    return "\(errors), \(warnings)"
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 8 - name.count))
  }

  func seconds(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    return milliseconds < 1_000
      ? "\(milliseconds) ms" : "\(milliseconds / 1_000).\(milliseconds / 100 % 10) s"
  }
}
