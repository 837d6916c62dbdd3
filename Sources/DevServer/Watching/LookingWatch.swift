import Publishing

/// Notices changes by looking at all sources again and again.
struct LookingWatch: SourceWatch {
  private let looking: Task<Void, Never>

  init(_ source: String, every interval: Duration, telling changes: SourceChanges) {
    let first = SourceSnapshot(of: source)
    looking = Task {
      var known = first
      // Sleeping throws when the task is cancelled, and only then.
      while (try? await Task.sleep(for: interval)) != nil {
        let now = SourceSnapshot(of: source)
        let paths = now.changes(since: known)
        known = now
        if !paths.isEmpty { changes.note(paths.map { SourceChange(path: $0) }) }
      }
    }
  }

  func stop() { looking.cancel() }
}
