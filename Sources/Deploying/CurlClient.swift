import Foundation
import SiteModel

/// Sends messages over HTTP through curl.
struct CurlClient: Sendable {
  let program: ChildProgram
  let scratch: ScratchFolder

  /// Why a message did not arrive.
  struct Failure: Error {
    var reason: String
  }

  /// Posts a text.
  func post(
    _ text: String, _ contentType: String, to address: String
  ) throws(DeployFailure) -> Failure? {
    let body = try scratch.write("message", text)
    let outcome = try program.run(asking: [
      // The settings of whoever runs this are for other purposes.
      "--disable", "--silent", "--show-error", "--proto", "=http,https",
      "--connect-timeout", "20", "--max-time", "60", "--output", "\(scratch.path)/answer",
      "--write-out", "%{http_code}", "--header", "Content-Type: \(contentType)",
      "--data-binary", "@\(body)", "--url", address,
    ])
    guard outcome.hasSucceeded else { return Failure(reason: outcome.reason) }
    let status = String(decoding: outcome.output, as: UTF8.self)
    return status.hasPrefix("2") ? nil : Failure(reason: Self.meaning(of: status))
  }

  /// What the answers of IndexNow and of hubs mean.
  private static func meaning(of status: String) -> String {
    switch status {
    case "400": "the message was not understood (status 400)"
    case "403": "the key was not found on the site, or is another one (status 403)"
    case "422": "the addresses do not belong to the site of the key (status 422)"
    case "429": "too many messages were sent; wait before the next one (status 429)"
    default: "status \(status)"
    }
  }
}
