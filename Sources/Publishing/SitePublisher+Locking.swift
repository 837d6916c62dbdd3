import SiteModel

extension SitePublisher {
  /// Takes the output folder for this build, after waiting for another one to end; nil if that took
  /// too long, or if the folder cannot be written to.
  func lockOutput() async -> Checked<OutputLock?> {
    var waited = Duration.zero
    while true {
      do {
        switch try OutputLock.take(options.output) {
        case .taken(let lock): return Checked(value: lock)
        case .lost: continue
        case .held(let holder):
          guard waited < options.patience else {
            return Checked(value: nil, diagnostics: [OutputMessage.isLocked(by: holder)])
          }
          if waited == .zero { listener.onWait(holder) }
          try await Task.sleep(for: Self.interval)
          waited += Self.interval
        }
      } catch let error as SystemError {
        return Checked(value: nil, diagnostics: [OutputMessage.cannotWrite(error)])
      } catch {
        // The task was cancelled: whoever did that wants no report.
        return Checked(value: nil)
      }
    }
  }

  /// How often the lock is tried.
  private static let interval = Duration.milliseconds(50)
}
