import Deploying
import Foundation

/// What Ctrl+C does while a command runs, and being told to end.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  private init(_ handle: @escaping @Sendable (Int32) -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { handle(number) }
      source.resume()
      return source
    }
  }

  /// Ends a long-running command.
  ///
  /// - Parameter end: begins the end. A build cannot be stopped, but its output is whole at every
  ///   moment; so after a short while, or at the second Ctrl+C, the process ends without it.
  init(end: @escaping @Sendable () -> Void) {
    self.init { number in
      end()
      signal(number, SIG_DFL)
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
        fflush(nil)
        _exit(0)
      }
    }
  }

  /// Ends the program that a command runs, and then the command, which still says how far it came.
  init(stopping stop: StopSwitch) {
    self.init { _ in stop.stop() }
  }

  func cancel() {
    for source in sources { source.cancel() }
  }

  private static let patience = 1.0
}
