import Foundation
import TestSupport

/// A run of the real program.
final class BuildProcess {
  private let process = Process()
  private let log = Pipe()

  /// Starts to build a site.
  init(_ site: TemporarySite, environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: Self.program)
    process.arguments = [
      "build", "--source", site.path, "--now", "2026-01-01T00:00:00Z", "--quiet",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = log
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  /// Ends it as a power cut does: without a chance to clear up.
  func kill() {
    _ = signal(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits until it ends.
  func result() -> (status: Int32, text: String) {
    let text = log.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  /// `SITEGEN_PROGRAM`, or what was built with the tests.
  static let program =
    ProcessInfo.processInfo.environment["SITEGEN_PROGRAM"]
    ?? "\(ProjectFolder.path)/.build/debug/sitegen"

  /// How many builds are disturbed: `SITEGEN_ROUNDS`, or as many as take a few seconds.
  static let rounds = ProcessInfo.processInfo.environment["SITEGEN_ROUNDS"].flatMap(Int.init) ?? 12
}

private let signal: @Sendable (Int32, Int32) -> Int32 = { kill($0, $1) }
