import Foundation
import SiteModel

/// Shows an address in the browser that people have chosen for their system.
struct PreviewBrowser {
  /// Why there is no browser.
  struct Failure: Error {
    var message: String
  }

  #if os(macOS)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Starts it and does not wait for its end.
  static func open(_ address: String) throws(Failure) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program, address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { process in
      // 126 and 127 say that there is no such program.
      if process.terminationStatus > 125 { writeError("note: \(hint(address))") }
    }
    do {
      try process.run()
    } catch {
      throw Failure(message: hint(address))
    }
  }

  private static func hint(_ address: String) -> String {
    "there is no \(program) here to open a browser with; open \(address) yourself"
  }
}
