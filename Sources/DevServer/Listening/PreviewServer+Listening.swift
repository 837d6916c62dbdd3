import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import SiteModel

/// Why there is no listening at an address, and what to do about it.
package struct ListeningMistake: Error, Hashable {
  package var message: String
}

extension PreviewServer {
  /// Work that goes on beside the serving.
  typealias Companion = @Sendable () async -> Void

  /// Listens at the first port that may be had, and serves until the task is cancelled.
  ///
  /// - Parameter start: runs before the first request is answered; requests that come sooner wait.
  /// - Throws: ``ListeningMistake`` if no port may be had.
  func listen(start: @escaping @Sendable (PreviewAddresses) async -> Companion) async throws {
    options.limits.raiseFileLimit()
    var ports = options.port.candidates
    var port = ports.removeFirst()
    while true {
      do {
        return try await serve(on: port, start: start)
      } catch let error as IOError {
        guard error.errnoCode == EADDRINUSE, let next = ports.first else {
          throw ListeningMistake(error, at: options.bind, port: port)
        }
        ports.removeFirst()
        port = next
      } catch is SocketAddressError.UnknownHost {
        throw ListeningMistake(unknownHost: options.bind)
      }
    }
  }

  private func serve(
    on port: Int, start: @escaping @Sendable (PreviewAddresses) async -> Companion
  ) async throws {
    let (companions, ready) = AsyncStream.makeStream(of: Companion.self)
    // The library tells about itself on standard error, where it would be taken for sitegen.
    var logger = Logger(label: "preview")
    logger.logLevel = .critical
    let application = Application(
      responder: makeRouter().buildResponder(), server: options.limits.server,
      configuration: ApplicationConfiguration(
        address: .hostname(options.bind, port: port),
        availableConnectionsDelegate: .maximum(options.limits.connections, logger: logger)),
      onServerRunning: { channel in
        ready.yield(await start(options.addresses(onPort: channel.localAddress?.port ?? port)))
      }, logger: logger)
    try await withThrowingTaskGroup { group in
      group.addTask { try await application.runUntilCancelled() }
      group.addTask { for await companion in companions { await companion() } }
      // Whichever ends first, by an error or because the task was cancelled, ends the other.
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

extension Application {
  /// Runs until the task is cancelled; then takes no more connections and ends those that it has.
  ///
  /// The task of the application itself is not cancelled at once: a connection that was accepted and
  /// not yet handed on would bring the process down (apple/swift-nio issue 3481).
  fileprivate func runUntilCancelled() async throws {
    var configuration = ServiceGroupConfiguration(services: [self], logger: logger)
    // A client that stays silent in the middle of its request is not waited for.
    configuration.maximumGracefulShutdownDuration = .milliseconds(500)
    let group = ServiceGroup(configuration: configuration)
    let running = Task { try await group.run() }
    try await withTaskCancellationHandler {
      do {
        try await running.value
      } catch {
        // How it ends does not matter once it was asked to.
        if !Task.isCancelled { throw error }
      }
    } onCancel: {
      Task { await group.triggerGracefulShutdown() }
    }
  }
}

extension PreviewOptions.Port {
  fileprivate var candidates: [Int] {
    switch self {
    case .exactly(let port): [port]
    case .firstFree(let port): Array(port...max(port, min(port + 100, 65_535)))
    }
  }
}

extension ListeningMistake {
  fileprivate init(_ error: IOError, at host: String, port: Int) {
    message =
      switch error.errnoCode {
      case EADDRINUSE:
        "port \(port) is used by another program. "
          + "End that one, or choose another port: --port \(port < 65_535 ? port + 1 : 1_313)"
      case EACCES:
        "port \(port) is for administrators only. Choose one from 1024 up: --port 1313"
      case EADDRNOTAVAIL: Self.noAddress(host)
      default: "there is no listening at \(host), port \(port): \(error)"
      }
  }

  fileprivate init(unknownHost host: String) {
    message = Self.noAddress(host)
  }

  private static func noAddress(_ host: String) -> String {
    "\(host) is no address of this machine. Use --bind 127.0.0.1 for this machine alone, or "
      + "--bind 0.0.0.0 for the whole network"
  }
}
