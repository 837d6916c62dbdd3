import Foundation

/// Asks other sites with the program `curl`.
///
/// A client of its own would make every other command start slower, and this one is on nearly every
/// machine.
package struct CurlFetcher: Sendable {
  private let timeout: Int
  private let agent: String

  /// - Parameters:
  ///   - timeout: how long an answer may take, in seconds.
  ///   - agent: what sitegen calls itself.
  package init(timeout: Int, agent: String) {
    self.timeout = timeout
    self.agent = agent
  }

  /// Follows redirects, of http and https alone, and reads no more than it must.
  @Sendable package func fetch(
    _ method: ExternalCheck.Method, _ address: String
  ) async -> ExternalCheck.Answer {
    // A fragment is for the browser.
    let address = String(address.prefix { $0 != "#" })
    let options = [
      "curl", "--disable", "--silent", "--show-error", "--location", "--max-redirs", "10",
      "--proto", "=http,https", "--proto-redir", "=http,https", "--output", "/dev/null",
      "--connect-timeout", String(timeout), "--max-time", String(timeout), "--user-agent", agent,
      "--write-out", "%{http_code}",
    ]
    let head = method == .head ? ["--head"] : []
    let (status, output) = await run(options + head + ["--", Self.spelledOut(address)])
    switch status {
    case 0: return Int(output).map { .status($0) } ?? .failure("is answered with nothing")
    case 126, 127: return .impossible("curl is not installed")
    case 5, 6: return .failure("is on a host that is not there")
    case 7: return .failure("is on a host that takes no connection")
    case 28: return .failure("is not answered within \(timeout) s")
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
      return .failure("is on a host whose certificate is wrong")
    case 47: return .failure("is redirected without end")
    default: return .failure("is not answered (curl: \(status))")
    }
  }

  /// `//host/path` is asked for as a page of https would.
  private static func spelledOut(_ address: String) -> String {
    address.hasPrefix("//") ? "https:\(address)" : address
  }

  private func run(_ arguments: [String]) async -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    return await withCheckedContinuation { continuation in
      process.terminationHandler = { process in
        // Three digits fit into the pipe, so that curl has ended before they are read.
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        continuation.resume(
          returning: (process.terminationStatus, String(decoding: data, as: UTF8.self)))
      }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(returning: (127, ""))
      }
    }
  }
}
