/// The profile of a build as a table for people.
package struct ProfileText {
  private let report: BuildReport

  package init(_ report: BuildReport) {
    self.report = report
  }

  /// Several lines without a final newline; empty if nothing was measured.
  package var lines: String {
    guard let profile = report.profile else { return "" }
    var lines = ["stage         time ms     CPU ms          KB"]
    lines += report.stages.map { stage in
      row(
        stage.name, [stage.duration.inMilliseconds, stage.cpu.inMilliseconds, stage.bytes / 1_000])
    }
    lines += ["", "template      time ms      pages          KB"]
    lines += profile.templates.map {
      row($0.name, [$0.time.inMilliseconds, $0.count, $0.bytes / 1_000])
    }
    lines += ["", "slowest articles", "    time µs          KB"]
    lines += profile.articles.map {
      row("", [$0.time.inMicroseconds, $0.bytes / 1_000], width: 0) + "  \($0.name)"
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ numbers: [Int], width: Int = 10) -> String {
    let name = name + String(repeating: " ", count: max(0, width - name.count))
    return numbers.reduce(name) { line, number in
      let text = String(number)
      return line + String(repeating: " ", count: max(1, 11 - text.count)) + text
    }
  }
}

extension Duration {
  package var inMicroseconds: Int { Int(self / .microseconds(1)) }
  package var inMilliseconds: Int { inMicroseconds / 1_000 }
}
