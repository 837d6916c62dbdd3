import Foundation
import Publishing

/// What may be written to whoever reads the output: nothing that moves or has colours if that is no
/// person at a terminal.
struct Terminal {
  let isOutput: Bool
  let isError: Bool
  /// False where `NO_COLOR` asks for that (no-color.org), and on terminals without any.
  let hasColors: Bool

  /// Of what is written to standard error.
  var errorStyle: TextStyle { isError && hasColors ? .colored : .plain }

  /// The terminal of this process.
  static let own: Terminal = {
    let environment = ProcessInfo.processInfo.environment
    let isPlain = environment["NO_COLOR", default: ""] != "" || environment["TERM"] == "dumb"
    return Terminal(isOutput: isatty(1) == 1, isError: isatty(2) == 1, hasColors: !isPlain)
  }()
}

/// Shows on a terminal that long work goes on.
struct ProgressLine {
  private let task: Task<Void, Never>?

  /// Shows the line after a moment, if the work goes on for so long.
  ///
  /// - Parameters:
  ///   - text: what is being done.
  ///   - terminal: where it is shown, if it is one.
  init(_ text: String, on terminal: Terminal = .own) {
    guard terminal.isError else {
      task = nil
      return
    }
    task = Task {
      let clock = ContinuousClock()
      let start = clock.now
      var isShown = false
      // Sleeping throws when the task is cancelled, and only then.
      while (try? await Task.sleep(for: .milliseconds(500))) != nil {
        let seconds = start.duration(to: clock.now).components.seconds
        Self.write("\r\(text) … \(seconds) s")
        isShown = true
      }
      if isShown { Self.write("\r\u{1b}[K") }
    }
  }

  /// Takes the line away.
  func end() async {
    task?.cancel()
    await task?.value
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
