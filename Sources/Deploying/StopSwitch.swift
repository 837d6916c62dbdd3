import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the program that is at work, and keeps further ones from being started.
package final class StopSwitch: Sendable {
  private struct State {
    var isStopped = false
    var child: pid_t?
  }

  private let state = Mutex(State())

  package init() {}

  package var isStopped: Bool { state.withLock(\.isStopped) }

  /// Asks the program to end; it is killed where that was in vain once.
  package func stop() {
    state.withLock { state in
      if let child = state.child { kill(child, state.isStopped ? SIGKILL : SIGTERM) }
      state.isStopped = true
    }
  }

  /// Names the program that is at work; nil if none is any more.
  func setChild(_ child: pid_t?) {
    state.withLock { state in
      state.child = child
      if let child, state.isStopped { kill(child, SIGTERM) }
    }
  }
}
