import Foundation

/// Ends a long-running command on Ctrl+C, and when the process is told to end.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter end: begins the end. A build cannot be stopped, but its output is whole at every
  ///   moment; so after a short while, or at the second Ctrl+C, the process ends without it.
  init(end: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        end()
        signal(number, SIG_DFL)
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
          fflush(nil)
          _exit(0)
        }
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
  }

  private static let patience = 1.0
}
