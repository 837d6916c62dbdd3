import SiteModel

/// What can be wrong with the output folder.
enum OutputMessage {
  static func cannotWrite(_ error: SystemError) -> Diagnostic {
    let staging = "\(OutputFolder.stagingFolder)/"
    let path =
      error.path.hasPrefix(staging) ? String(error.path.dropFirst(staging.count)) : error.path
    return .error(
      .outputWrite, "\(path) cannot be written: \(error.reason)",
      hint: "Check that there is room on the disk and that the folder may be written to.")
  }

  static func cannotCompress(_ problem: String) -> Diagnostic {
    .error(
      .outputWrite, "text files cannot be compressed: \(problem)",
      hint: "Install it, or build without precompress.")
  }

  static func cannotKeepAddresses(_ reason: String) -> Diagnostic {
    .error(
      .outputWrite, "\(AddressLedger.fileName) cannot be written: \(reason)",
      hint: "Check that there is room on the disk and that the folder may be written to.")
  }

  static func isLocked(by holder: LockHolder) -> Diagnostic {
    .error(
      .outputLock, "another build is at work in the output folder: \(holder.description)",
      hint: "Build again when it has ended; --wait SECONDS waits longer for that.")
  }

  static func isInTheWay(_ file: String, in folder: String) -> Diagnostic {
    .error(
      .outputForeignFile, "\(file) is in the output folder, but sitegen did not write it",
      hint: "Move it away; files that belong to the publication go into Content/.",
      at: Place(file: "\(folder)/\(file)"))
  }

  static func isForeign(_ file: String, in folder: String) -> Diagnostic {
    .warning(
      .outputForeignFile, "\(file) is in the output folder, but sitegen did not write it",
      hint: "It was left alone; files that belong to the publication go into Content/.",
      at: Place(file: "\(folder)/\(file)"))
  }
}

extension OutputFailure {
  init(_ error: SystemError) {
    diagnostic = OutputMessage.cannotWrite(error)
  }
}

extension LockHolder: CustomStringConvertible {
  /// For example `process 4711, since 2026-01-01T00:00:00Z`.
  package var description: String {
    "process \(process.map(String.init) ?? "unknown"), since \(since.iso8601)"
  }
}
