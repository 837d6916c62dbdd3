/// A change of the sources, as far as the system tells it.
struct SourceChange: Hashable, Sendable {
  /// How far the change has come.
  enum Stage: Hashable, Sendable {
    /// The file is as its writer wants it, or gone.
    case finished
    /// Somebody is still writing, as far as can be told.
    case underway
  }

  /// Relative to the project.
  var path: String
  var stage = Stage.finished
}

/// Changes that belong together, such as one save or the switch to another branch.
///
/// A build takes a full look at the sources whatever changed. So all there is to decide here is when
/// to begin: soon after a save, but not in the middle of one.
struct ChangeBurst: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// Relative to the project; not necessarily all.
  private(set) var paths: Set<String> = []
  private var underway: Set<String> = []
  private var start: Instant?
  private var last: Instant?

  /// Adds changes that became known at one instant.
  mutating func add(_ changes: [SourceChange], at instant: Instant) {
    guard !changes.isEmpty else { return }
    start = start ?? instant
    last = instant
    for change in changes {
      paths.insert(change.path)
      switch change.stage {
      case .underway: underway.insert(change.path)
      case .finished: underway.remove(change.path)
      }
    }
  }

  /// Lets the burst be over soon, even if nothing has happened.
  mutating func close(at instant: Instant) {
    start = start ?? instant
    last = last ?? instant
  }

  /// When the burst is over.
  ///
  /// - Parameter silence: after which no more is expected; nil if the changes say so.
  /// - Returns: The end if nothing else happens; nil if nothing has happened yet.
  func end(after silence: Duration? = nil) -> Instant? {
    guard let start, let last else { return nil }
    if let silence { return last + silence }
    return min(last + quiet, start + Self.patience)
  }

  /// The silence after which no more is expected.
  private var quiet: Duration {
    if !underway.isEmpty { return Self.untilWritten }
    return paths.count > Self.few ? Self.betweenMany : Self.betweenFew
  }

  /// Editors that replace a file do so in a few steps right after one another.
  private static let betweenFew = Duration.milliseconds(10)
  /// Programs that change many files pause now and then.
  private static let betweenMany = Duration.milliseconds(100)
  /// A file that is being written is waited for, unless its writer keeps it open.
  private static let untilWritten = Duration.milliseconds(200)
  /// Where something is always being written, there is a build all the same.
  private static let patience = Duration.seconds(2)
  private static let few = 8
}
