import Foundation
import SiteModel

/// Reaches folders, hosts with SSH and rsync daemons through rsync.
struct RsyncTransport: DeployTransport {
  private let target: DeployTarget
  /// With a final slash, so that it is what holds the publication.
  private let address: String
  private let source: String
  private let program: ChildProgram
  private let scratch: ScratchFolder

  let isObjectStore = false
  /// The sender does not learn when the other side has moved a file to its place.
  let confirmsFiles = false

  init(
    _ target: DeployTarget, from source: String, with program: ChildProgram, scratch: ScratchFolder
  ) {
    self.target = target
    address =
      target.address.hasSuffix("/") || target.address.hasSuffix(":")
      ? target.address : "\(target.address)/"
    self.source = source.hasSuffix("/") ? source : "\(source)/"
    self.program = program
    self.scratch = scratch
  }

  func read(_ name: String) throws(DeployFailure) -> [UInt8]? {
    scratch.remove("fetched")
    let outcome = try program.run(
      asking: always + ["--", "\(address)\(name)", "\(scratch.path)/fetched"])
    if outcome.hasSucceeded { return scratch.contents("fetched") }
    // A file or folder that is not there is no failure; everything else is.
    let isMissing = outcome.complaints.contains { $0.contains("No such file or directory") }
    if outcome.status == 23, isMissing { return nil }
    throw DeployFailure(DeployMessage.cannotReach(target, outcome.plainReason))
  }

  func write(_ name: String, _ text: String) throws(DeployFailure) {
    let folder = try scratch.skeleton("own", of: [])
    try scratch.write("own/\(name)", text)
    let list = try scratch.write("files", "\(name)\0")
    let outcome = try program.run(
      asking: always + [
        "--ignore-times", "--from0", "--files-from", list, "--", "\(folder)/", address,
      ])
    guard outcome.hasSucceeded else {
      throw DeployFailure(DeployMessage.cannotReach(target, outcome.plainReason))
    }
  }

  /// Files that are there already, since a deploy was stopped, are known by their bytes.
  func upload(_ paths: [String], onDone: (String) -> Void) throws(TransferStop) {
    let list = try scratch.writeForTransfer("files", paths.map { "\($0)\0" }.joined())
    try transfer(
      [
        "--times", "--omit-dir-times", "--checksum", "--from0", "--files-from", list,
        "--out-format=%i %b %n", "--", source, address,
      ], onDone: onDone)
  }

  /// rsync removes what its source lacks; rules leave it nothing but these files to look at.
  func remove(_ paths: [String], remaining: [String]) throws(TransferStop) {
    let kept = remaining.foldersAbove
    let folders = paths.foldersAbove
    let skeleton: String
    do throws(DeployFailure) {
      skeleton = try scratch.skeleton("skeleton", of: folders.intersection(kept))
    } catch {
      throw TransferStop(reason: error.diagnostic.summary)
    }
    let rules =
      folders.sorted().map { "+ /\(Self.escaped($0))/" }
      + paths.map { "+ /\(Self.escaped($0))" } + ["- *"]
    let list = try scratch.writeForTransfer("rules", rules.map { "\($0)\0" }.joined())
    try transfer(
      [
        "--recursive", "--omit-dir-times", "--delete", "--from0", "--include-from", list,
        "--max-delete=\(paths.count + folders.count)", "--", "\(skeleton)/", address,
      ])
  }
}

extension RsyncTransport {
  private var always: [String] {
    // `-s` sends paths past the shell of the other side. Only a daemon is called by rsync itself.
    let isDaemon = address.hasPrefix("rsync://") || address.contains("::")
    return ["-s", "--8-bit-output", "--timeout=60"]
      + (isDaemon ? ["--contimeout=20"] : [])
  }

  private func transfer(
    _ arguments: [String], onDone: (String) -> Void = { _ in }
  ) throws(TransferStop) {
    let outcome = try program.transfer(always + arguments) { stream, line in
      guard stream == .output else { return line }
      // `<f` is a file that was sent to another machine, `>f` one that was copied on this one.
      let parts = line.split(separator: " ", maxSplits: 2)
      if parts.count == 3, parts[0].dropFirst().first == "f" { onDone(String(parts[2])) }
      return nil
    }
    if !outcome.hasSucceeded { throw TransferStop(reason: outcome.plainReason) }
  }

  /// In a pattern with a wildcard a backslash makes the next character an ordinary one; in any
  /// other it is one itself.
  private static func escaped(_ path: String) -> String {
    guard path.contains(where: { "*?[".contains($0) }) else { return path }
    return path.map { "*?[]\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

extension ChildProgram.Outcome {
  /// The first complaint says what happened, the last one only where rsync noticed.
  fileprivate var plainReason: String {
    var copy = self
    copy.complaints =
      complaints.first { $0.contains("failed") || $0.contains("@ERROR") }.map { [$0] }
      ?? complaints
    return copy.reason
  }
}
