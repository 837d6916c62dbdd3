#if os(Linux)
  // A source of events may be cancelled from anywhere, which the module does not declare.
  @preconcurrency import Dispatch
  import Foundation
  import Synchronization

  /// Notices changes through inotify, which tells of every folder what happens in it.
  final class InotifyWatch: SourceWatch {
    private let notices: any DispatchSourceRead

    /// Watches from now on; what changes later than this returns is told.
    ///
    /// - Throws: ``WatchingProblem`` if the system allows no more watches.
    init(_ source: String, telling changes: SourceChanges) throws(WatchingProblem) {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { throw WatchingProblem.systemLimit(errno) }
      var first = WatchedFolders(of: source, descriptor: descriptor)
      first.watchAll()
      if let problem = first.problem {
        close(descriptor)
        throw problem
      }
      let folders = Mutex(first)
      let queue = DispatchQueue(label: "sources")
      notices = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      notices.setEventHandler {
        changes.note(folders.withLock { $0.take(InotifyNotice.read(from: descriptor)) })
      }
      notices.setCancelHandler { close(descriptor) }
      notices.resume()
    }

    deinit { stop() }

    func stop() { notices.cancel() }
  }

  extension WatchingProblem {
    static func systemLimit(_ code: Int32) -> WatchingProblem {
      let setting =
        code == EMFILE ? "fs.inotify.max_user_instances=512" : "fs.inotify.max_user_watches=524288"
      return WatchingProblem(
        message: """
          the system does not tell about changes (\(String(cString: strerror(code)))), so the \
          sources are looked at twice a second. To be quicker, raise its limit: \
          sudo sysctl \(setting)
          """)
    }
  }
#endif
