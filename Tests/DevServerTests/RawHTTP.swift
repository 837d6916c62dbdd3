import NIOCore
import NIOPosix

/// A client that sends bytes as they are: others tidy up the very paths that an attack consists of.
struct RawHTTP {
  /// An answer, taken apart.
  struct Answer {
    var status: Int
    /// By name in lower case.
    var headers: [String: String] = [:]
    var body: String
  }

  let port: Int

  /// Sends a request line and headers, and reads until the server closes the connection.
  func send(_ line: String, host: String? = "localhost", _ headers: [String] = []) async throws
    -> Answer
  {
    let host = host.map { ["Host: \($0)"] } ?? []
    var text = ""
    try await exchange([line + " HTTP/1.1"] + host + ["Connection: close"] + headers) {
      text += $0
      return true
    }
    return Answer(text)
  }

  func get(_ path: String, _ headers: [String] = []) async throws -> Answer {
    try await send("GET \(path)", headers)
  }

  /// Sends a head and hands over what comes back, until that is enough or the connection ends.
  func exchange(
    _ head: [String], isolation: isolated (any Actor)? = #isolation,
    receive: (String) throws -> Bool
  ) async throws {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    try await channel.executeThenClose { inbound, outbound in
      let text = head.joined(separator: "\r\n") + "\r\n\r\n"
      try await outbound.write(ByteBuffer(string: text))
      for try await buffer in inbound {
        guard try receive(String(buffer: buffer)) else { break }
      }
    }
  }
}

extension RawHTTP.Answer {
  fileprivate init(_ text: String) {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\r\n")
    status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    for line in lines.dropFirst() {
      let field = line.split(separator: ":", maxSplits: 1)
      headers[field[0].lowercased()] = field.last.map { $0.filter { $0 != " " } }
    }
    body = parts.count > 1 ? String(parts[1]) : ""
  }
}
