import SiteModel
import Synchronization

/// Watches how long articles take to render.
///
/// The Markdown library has cases whose time grows with the square of a text. Those that are known
/// are refused beforehand; this is for the others.
final class ArticleWatch: Sendable {
  private let limit: Duration
  private let stopwatch: Stopwatch
  private let state = Mutex(State())

  private struct State {
    /// When each article that is being worked on was begun.
    var begun: [String: Duration] = [:]
    var overdue: OverdueArticle?
  }

  init(limit: Duration, stopwatch: @escaping Stopwatch) {
    self.limit = limit
    self.stopwatch = stopwatch
  }

  /// Does the work on an article under watch.
  ///
  /// - Returns: The result, and the time that it took.
  func watching<Result>(_ path: String, _ work: () -> Result) -> (Result, Duration) {
    let start = stopwatch()
    state.withLock { $0.begun[path] = start }
    let result = work()
    let time = stopwatch() - start
    state.withLock {
      $0.begun[path] = nil
      if time > limit { $0.overdue = OverdueArticle(path: path, limit: limit) }
    }
    return (result, time)
  }

  /// An article that takes too long, or did.
  private var overdue: OverdueArticle? {
    let now = stopwatch()
    return state.withLock { state in
      state.overdue
        ?? state.begun.first { now - $0.value > limit }.map {
          OverdueArticle(path: $0.key, limit: limit)
        }
    }
  }

  /// Runs work to its end, or until an article is overdue.
  ///
  /// Nothing can stop the library once it has begun, so the work is left to itself: it goes on
  /// until the process ends, and nobody waits for it.
  func run<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async
    -> Result<Value, OverdueArticle>
  {
    let (events, sender) = AsyncStream<Value?>.makeStream()
    Task(executorPreference: WorkerThreads()) { sender.yield(await work()) }
    let guardian = Task {
      while overdue == nil { try await Task.sleep(for: min(limit / 4, .milliseconds(100))) }
      sender.yield(nil)
    }
    defer { guardian.cancel() }
    let result = await events.first { _ in true } ?? nil
    if let overdue { return .failure(overdue) }
    guard let result else { return .failure(OverdueArticle(path: "", limit: limit)) }
    return .success(result)
  }
}

/// An article that takes longer to render than it may.
struct OverdueArticle: Error, Hashable {
  var path: String
  var limit: Duration

  var diagnostic: Diagnostic {
    .error(
      .contentTime, "an article may take \(limit.formatted) to render, and this one takes longer",
      hint: "Shorten or divide it, or set limits.articleSeconds in sitegen.yaml.",
      at: Place(file: path))
  }
}

extension Duration {
  /// For example `5 s` or `20 ms`.
  fileprivate var formatted: String {
    let milliseconds = inMilliseconds
    return milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }
}
