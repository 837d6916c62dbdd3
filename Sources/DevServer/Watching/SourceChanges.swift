import Synchronization

/// Where those who watch the sources leave what they saw, and who builds waits for it.
final class SourceChanges: Sendable {
  private let burst = Mutex(ChangeBurst())
  private let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation

  init() {
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Adds what was just seen.
  func note(_ changes: [SourceChange]) {
    burst.withLock { $0.add(changes, at: .now) }
    signal.yield()
  }

  /// The paths of the next burst, once it is over, sorted; nil when the task is cancelled.
  ///
  /// What changes while a build runs is part of the next burst. If nothing changes within a time,
  /// the answer is an empty burst.
  func next(within time: Duration? = nil) async -> [String]? {
    let alarm = time.map { time in
      Task {
        // Sleeping throws when the task is cancelled, and only then.
        guard (try? await Task.sleep(for: time)) != nil else { return }
        burst.withLock { $0.close(at: .now) }
        signal.yield()
      }
    }
    defer { alarm?.cancel() }
    for await _ in signals {
      while let end = burst.withLock({ $0.end }) {
        if end <= .now { return take() }
        // Sleeping throws when the task is cancelled, and only then.
        guard (try? await Task.sleep(until: end)) != nil else { return nil }
      }
    }
    return nil
  }

  private func take() -> [String] {
    burst.withLock { burst in
      defer { burst = ChangeBurst() }
      return burst.paths.sorted()
    }
  }
}
