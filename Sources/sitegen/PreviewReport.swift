import DevServer
import Foundation
import Publishing
import SiteModel

/// What `sitegen serve` says: where it can be seen and what it built on standard output, what is
/// wrong on standard error.
struct PreviewReport {
  private let bind: String
  private let opens: Bool
  private let terminal = Terminal.own

  init(_ command: ServeCommand) {
    bind = command.bind
    opens = command.open
  }

  @Sendable func show(_ event: PreviewEvent) {
    switch event {
    case .serving(let addresses): show(addresses)
    case .built(let report, let changes): show(report, after: changes)
    case .watchesByLooking(let problem): writeError("note: \(problem.message)")
    }
    // Whoever reads this through a pipe is waiting for it as well.
    fflush(nil)
  }
}

extension PreviewReport {
  private func show(_ addresses: PreviewAddresses) {
    let local = text(addresses.local)
    print("Web server is available at \(local) (bind address \(bind))")
    if let network = addresses.network.first.map(text) {
      print(
        "On other machines of the network: \(addresses.network.map(text).joined(separator: " "))")
      if terminal.isOutput, let code = QRCode(network) {
        print(code.text(terminal.hasColors ? .blackOnWhite : .none))
      }
    }
    print("Press Ctrl+C to stop")
    guard opens else { return }
    do {
      try PreviewBrowser.open(local)
    } catch {
      writeError("note: \(error.message)")
    }
  }

  private func show(_ report: BuildReport, after changes: [String]) {
    if let first = changes.first {
      print("\nChanged: \(first)" + (changes.count > 1 ? " and \(changes.count - 1) more" : ""))
    }
    let text = ReportText(report, detail: .normal, style: terminal.errorStyle)
    if !text.diagnostics.isEmpty { writeError(text.diagnostics + "\n") }
    let summary = text.summary(outputName: report.succeeded ? "the preview" : "The preview")
    if report.succeeded { print(summary) } else { writeError(summary) }
  }

  private func text(_ base: BaseURL) -> String { "\(base.address)/" }
}
