#if canImport(CoreServices)
  import CoreServices
  import Dispatch
  import Foundation
  import Synchronization

  /// Notices changes through FSEvents, which tells of everything below a folder.
  final class FileEventsWatch: SourceWatch {
    /// Nil once it has ended.
    private let stream: Mutex<FSEventStreamRef?>

    /// Watches from now on.
    ///
    /// - Throws: ``WatchingProblem`` if the system refuses.
    init(_ source: String, telling changes: SourceChanges) throws(WatchingProblem) {
      let listener = FileEventsListener(source, telling: changes)
      // The stream owns the listener, and gives it back when it is released.
      var context = FSEventStreamContext(
        version: 0, info: Unmanaged.passRetained(listener).toOpaque(), retain: nil,
        release: { info in
          if let info { Unmanaged<FileEventsListener>.fromOpaque(info).release() }
        }, copyDescription: nil)
      let flags =
        kFSEventStreamCreateFlagUseCFTypes | kFSEventStreamCreateFlagFileEvents
        | kFSEventStreamCreateFlagNoDefer
      let created = FSEventStreamCreate(
        nil,
        { _, info, _, paths, _, _ in
          guard let info else { return }
          let listener = Unmanaged<FileEventsListener>.fromOpaque(info).takeUnretainedValue()
          let paths = Unmanaged<CFArray>.fromOpaque(paths).takeUnretainedValue()
          listener.hear(paths as? [String] ?? [])
        }, &context, [source] as CFArray, FSEventStreamEventId(kFSEventStreamEventIdSinceNow),
        Self.latency, FSEventStreamCreateFlags(flags))
      guard let created else { throw WatchingProblem.refused }
      FSEventStreamSetDispatchQueue(created, DispatchQueue(label: "sources"))
      FSEventStreamStart(created)
      stream = Mutex(created)
    }

    deinit { stop() }

    func stop() {
      stream.withLock { stream in
        guard let ending = stream else { return }
        FSEventStreamStop(ending)
        FSEventStreamInvalidate(ending)
        FSEventStreamRelease(ending)
        stream = nil
      }
    }

    /// The time in seconds for which the system gathers events.
    private static let latency = 0.01
  }

  /// Sorts out which events are about sources.
  private final class FileEventsListener: Sendable {
    private let realSource: String
    private let changes: SourceChanges

    init(_ source: String, telling changes: SourceChanges) {
      realSource = URL(filePath: source).resolvingSymlinksInPath().path
      self.changes = changes
    }

    func hear(_ paths: [String]) {
      changes.note(paths.compactMap(change))
    }

    /// Where events were lost the system names a folder above, which is taken for a change of all.
    private func change(_ path: String) -> SourceChange? {
      if realSource.hasPrefix(path) { return SourceChange(path: "Content") }
      guard path.hasPrefix("\(realSource)/") else { return nil }
      let parts = path.dropFirst(realSource.utf8.count + 1).split(separator: "/").map(String.init)
      guard let root = parts.first, SourceNames.roots.contains(root),
        !parts.contains(where: SourceNames.isIgnored)
      else { return nil }
      return SourceChange(path: parts.joined(separator: "/"))
    }
  }

  extension WatchingProblem {
    fileprivate static let refused = WatchingProblem(
      message: "the system does not tell about changes, so the sources are looked at twice a second"
    )
  }
#endif
