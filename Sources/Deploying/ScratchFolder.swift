import Foundation
import SiteModel

/// Where a deploy keeps lists for the programs that it runs, and its journal.
struct ScratchFolder: Sendable {
  let path: String

  init(_ path: String) throws(DeployFailure) {
    self.path = path
    try Self.make(path)
  }

  /// Writes a file, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws(DeployFailure) -> String {
    let file = "\(path)/\(name)"
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw DeployFailure(DeployMessage.cannotKeep(file, error.localizedDescription))
    }
    return file
  }

  /// A folder that holds nothing but empty folders.
  func skeleton(_ name: String, of folders: some Sequence<String>) throws(DeployFailure) -> String {
    let root = "\(path)/\(name)"
    remove(name)
    try Self.make(root)
    for folder in folders { try Self.make("\(root)/\(folder)") }
    return root
  }

  func contents(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
  }

  func remove(_ name: String) {
    // It may be gone already.
    try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  private static func make(_ path: String) throws(DeployFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw DeployFailure(DeployMessage.cannotKeep(path, error.localizedDescription))
    }
  }
}
