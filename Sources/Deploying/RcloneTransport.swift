import Foundation
import SiteModel

/// Reaches object stores, SFTP, WebDAV and much else through rclone.
struct RcloneTransport: DeployTransport {
  private let target: DeployTarget
  private let address: String
  private let source: String
  private let program: ChildProgram
  private let scratch: ScratchFolder
  private let features: Features

  var isObjectStore: Bool { features.isBucketBased ?? false }
  let confirmsFiles = true

  /// Asks rclone what the remote can do.
  init(
    _ target: DeployTarget, from source: String, with program: ChildProgram, scratch: ScratchFolder
  ) throws(DeployFailure) {
    self.target = target
    address = target.address
    self.source = source
    self.program = program
    self.scratch = scratch
    let outcome = try program.run(asking: Self.always + ["backend", "features", "--", address]) {
      Self.line($0, $1)
    }
    guard outcome.hasSucceeded else {
      throw Self.failure(outcome, target, program)
    }
    // One that tells nothing of itself can do the least.
    let told = try? JSONDecoder().decode(Description.self, from: Data(outcome.output))
    features = told?.features ?? Features()
  }

  func read(_ name: String) throws(DeployFailure) -> [UInt8]? {
    let outcome = try program.run(asking: Self.always + ["cat", "--", path(of: name)]) {
      Self.line($0, $1)
    }
    // A folder or a file that is not there has a status of its own; a store says nothing.
    if [3, 4].contains(outcome.status) { return nil }
    guard outcome.hasSucceeded else {
      throw DeployFailure(DeployMessage.cannotReach(target, outcome.reason))
    }
    return outcome.output.isEmpty ? nil : outcome.output
  }

  func write(_ name: String, _ text: String) throws(DeployFailure) {
    let file = try scratch.write("list", text)
    let headers = isObjectStore ? ObjectHeaders(of: "list.txt").arguments : []
    let outcome = try program.run(
      asking: Self.always + ["copyto", "--ignore-times"] + headers + ["--", file, path(of: name)]
    ) { Self.line($0, $1) }
    guard outcome.hasSucceeded else {
      throw DeployFailure(DeployMessage.cannotReach(target, outcome.reason))
    }
  }

  func upload(_ paths: [String], onDone: (String) -> Void) throws(TransferStop) {
    // A store takes the headers of all files of one call, so there is a call for each kind.
    let groups = Dictionary(grouping: paths) { isObjectStore ? ObjectHeaders(of: $0) : nil }
    for (headers, paths) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      let list = try listFile(paths)
      // What is to be brought is known; where a name may be there twice, rclone has to look.
      let looking = features.holdsDuplicates ?? false ? "--ignore-times" : "--no-check-dest"
      var left = Set(paths)
      try transfer(
        ["copy", looking, "--files-from-raw", list] + (headers?.arguments ?? [])
          + ["--", source, address]
      ) { path in
        left.remove(path)
        onDone(path)
      }
      // The user's own settings may have made it leave out what it was asked for.
      if let first = left.min() {
        throw TransferStop(reason: "rclone left out \(left.count) files, \(first) among them")
      }
    }
  }

  func remove(_ paths: [String], remaining: [String]) throws(TransferStop) {
    let list = try listFile(paths)
    try transfer(["delete", "--files-from-raw", list, "--", address])
    guard features.holdsEmptyFolders ?? false else { return }
    // A server refuses to show an empty folder, but says of one that is gone that it is not there.
    let kept = remaining.foldersAbove
    let emptied = paths.foldersAbove.subtracting(kept)
    let highest = emptied.filter { folder in
      [folder].foldersAbove.isDisjoint(with: emptied)
    }
    for folder in highest.sorted() where !program.stop.isStopped {
      // A folder in which something is of somebody else stays, and rclone does not like that.
      _ = try? program.run(Self.always + ["rmdirs", "--", path(of: folder)])
    }
  }
}

extension RcloneTransport {
  /// What rclone says about a remote.
  private struct Description: Decodable {
    var features: Features

    enum CodingKeys: String, CodingKey {
      case features = "Features"
    }
  }

  private struct Features: Decodable {
    var isBucketBased: Bool?
    var holdsEmptyFolders: Bool?
    var holdsDuplicates: Bool?

    enum CodingKeys: String, CodingKey {
      case isBucketBased = "BucketBased"
      case holdsEmptyFolders = "CanHaveEmptyDirectories"
      case holdsDuplicates = "DuplicateFiles"
    }
  }

  /// A line of the log.
  private struct LogLine: Decodable {
    var level: String
    var msg: String
    var object: String?
  }

  private static let always = [
    "--use-json-log", "--verbose", "--stats=0", "--ask-password=false", "--contimeout=20s",
    "--retries=2", "--low-level-retries=3",
  ]

  private func path(of name: String) -> String {
    address.hasSuffix(":") || address.hasSuffix("/") ? address + name : "\(address)/\(name)"
  }

  private func listFile(_ paths: [String]) throws(TransferStop) -> String {
    try scratch.writeForTransfer("files", paths.map { "\($0)\n" }.joined())
  }

  private func transfer(
    _ arguments: [String], onDone: (String) -> Void = { _ in }
  ) throws(TransferStop) {
    let outcome = try program.transfer(Self.always + arguments) { stream, line in
      Self.line(stream, line, onCopied: onDone)
    }
    if !outcome.hasSucceeded { throw TransferStop(reason: outcome.reason) }
  }

  /// What of a line is a complaint.
  private static func line(
    _ stream: ChildProgram.Stream, _ line: String, onCopied: (String) -> Void = { _ in }
  ) -> String? {
    guard stream == .errors else { return nil }
    // A line that is no JSON comes from before rclone knows how to log.
    guard let log = try? JSONDecoder().decode(LogLine.self, from: Data(line.utf8)) else {
      return line
    }
    if let object = log.object, log.msg.contains("Copied (") { onCopied(object) }
    guard ["error", "critical", "fatal", "alert", "emergency"].contains(log.level) else {
      return nil
    }
    let object = log.object.flatMap { $0.isEmpty ? nil : "\($0): " }
    return (object ?? "") + log.msg
  }

  private static func failure(
    _ outcome: ChildProgram.Outcome, _ target: DeployTarget, _ program: ChildProgram
  ) -> DeployFailure {
    let isUnknown = outcome.complaints.contains { $0.contains("find section in config file") }
    guard isUnknown, let colon = target.address.firstIndex(of: ":") else {
      return DeployFailure(DeployMessage.cannotReach(target, outcome.reason))
    }
    // If rclone cannot even list them, it knows none.
    let listed = try? program.run(["listremotes"])
    let known = String(decoding: listed?.output ?? [], as: UTF8.self).split(separator: "\n").map {
      String($0.hasSuffix(":") ? $0.dropLast() : $0)
    }
    return DeployFailure(
      DeployMessage.unknownRemote(String(target.address[..<colon]), known: known, target))
  }
}

extension ObjectHeaders {
  fileprivate var arguments: [String] { lines.flatMap { ["--header-upload", $0] } }
}
