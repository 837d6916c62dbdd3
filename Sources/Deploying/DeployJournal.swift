import Foundation
import SiteModel

/// What was brought to a target since the list there was written, so that a deploy that was stopped
/// does not bring it again.
///
/// It begins with that list: if another machine has deployed in between, it means nothing.
struct DeployJournal {
  private static let name = "journal"
  private let scratch: ScratchFolder
  private let handle: FileHandle?

  /// Begins a journal for the list that is at the target now.
  init(after list: DeployList, in scratch: ScratchFolder) throws(DeployFailure) {
    self.scratch = scratch
    let path = try scratch.write(Self.name, list.text)
    handle = FileHandle(forWritingAtPath: path)
    // Without a journal nothing is lost but time, should the deploy be stopped.
    _ = try? handle?.seekToEnd()
  }

  /// Notes that a file is there.
  func add(_ file: PublishedFile) {
    try? handle?.write(contentsOf: Data("\(String(file.digest, radix: 16)) \(file.path)\n".utf8))
  }

  /// Forgets it, since the list at the target says all.
  func end() { scratch.remove(Self.name) }

  /// A list with what was brought since it was written.
  static func adding(
    to list: DeployList, _ bytes: [UInt8], from scratch: ScratchFolder
  ) -> DeployList {
    guard let journal = scratch.contents(name), journal.starts(with: bytes) else { return list }
    var list = list
    let lines = journal.dropFirst(bytes.count)
    // The last line is not whole if the process was killed.
    for line in String(decoding: lines, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let digest = UInt64(parts[0], radix: 16) else { continue }
      let path = String(parts[1])
      list.uncertain.remove(path)
      list.digests[path] = digest
    }
    return list
  }
}
