import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore

/// What clients may take of the server, so that none of them keeps the others waiting.
package struct ServerLimits: Hashable, Sendable {
  /// More than so many have to wait until others end; each takes a few files of the process.
  package var connections = 512
  /// How long a request may take to arrive, and a connection may be kept for another one.
  package var silence = Duration.seconds(10)
  /// How long a client may leave an answer that it does not take.
  package var reading = Duration.seconds(30)
  /// Of one header, and of all together.
  package var headerBytes = 16 * 1_024
  package var headers = 100

  package init() {}
}

extension ServerLimits {
  /// HTTP within these limits.
  var server: HTTPServerBuilder {
    .http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [SlowReaderHandler(patience: TimeAmount(reading))],
        idleTimeout: TimeAmount(silence),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes,
          maxHeaderFieldCount: headers)))
  }

  /// Lets the process open as many files as the connections may need, as far as the system allows.
  func raiseFileLimit() {
    #if canImport(Darwin)
      let resource = RLIMIT_NOFILE
    #else
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
    var limit = rlimit()
    let needed = rlim_t(4 * connections)
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < needed else { return }
    limit.rlim_cur = min(needed, limit.rlim_max)
    setrlimit(resource, &limit)
  }
}
