/// A watch over the sources of a project.
protocol SourceWatch: Sendable {
  /// Ends it; what was seen before may still be told.
  func stop()
}

/// Why the system does not tell about changes, and what can be done about it.
package struct WatchingProblem: Error, Hashable {
  package var message: String
}

extension PreviewOptions {
  /// How changes of the sources are noticed.
  package enum Watching: Hashable, Sendable {
    /// The system tells about them.
    case byNotices
    /// By looking again and again, for file systems of other machines and containers.
    case byLooking(every: Duration)
  }

  /// Starts to watch; where the system cannot tell about changes, by looking.
  ///
  /// - Parameters:
  ///   - changes: where what is seen is noted.
  ///   - report: hears why it is by looking, though something else was asked for.
  /// - Returns: The watch, which goes on until it is stopped.
  func startWatching(
    _ changes: SourceChanges, onProblem report: (WatchingProblem) -> Void
  ) -> any SourceWatch {
    var interval = Duration.milliseconds(500)
    switch watching {
    case .byLooking(let chosen): interval = chosen
    case .byNotices:
      do {
        #if os(Linux)
          return try InotifyWatch(source, telling: changes)
        #elseif canImport(CoreServices)
          return try FileEventsWatch(source, telling: changes)
        #endif
      } catch {
        report(error)
      }
    }
    return LookingWatch(source, every: interval, telling: changes)
  }
}
