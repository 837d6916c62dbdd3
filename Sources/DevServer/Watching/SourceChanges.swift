import Synchronization

/// Where those who watch the sources leave what they saw, and who builds waits for it.
final class SourceChanges: Sendable {
  private let repository: SourceRepository
  private let untilSwitched: Duration
  private let burst = Mutex(ChangeBurst())
  private let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation

  /// Nothing has been seen yet of a project's sources.
  ///
  /// - Parameters:
  ///   - source: the project's folder.
  ///   - untilSwitched: how long nothing may change while Git is at work before that is no longer
  ///     waited for. Files of another branch may have to be fetched or filtered one by one.
  init(of source: String, untilSwitched: Duration = .seconds(5)) {
    repository = SourceRepository(of: source)
    self.untilSwitched = untilSwitched
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
      while let end = burst.withLock({ $0.end() }) {
        let now = ChangeBurst.Instant.now
        if end <= now, !isSwitching(at: now) { return take() }
        let wake = end > now ? end : now + Self.betweenLooks
        // Sleeping throws when the task is cancelled, and only then.
        guard (try? await Task.sleep(until: wake)) != nil else { return nil }
      }
    }
    return nil
  }

  /// Whether Git is still expected to change more.
  private func isSwitching(at now: ChangeBurst.Instant) -> Bool {
    guard repository.isBeingSwitched else { return false }
    return burst.withLock { $0.end(after: untilSwitched) }.map { $0 > now } ?? false
  }

  /// The end of a switch to another branch is looked for so often.
  private static let betweenLooks = Duration.milliseconds(20)

  private func take() -> [String] {
    burst.withLock { burst in
      defer { burst = ChangeBurst() }
      return burst.paths.sorted()
    }
  }
}
