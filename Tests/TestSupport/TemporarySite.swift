package import Foundation
package import Publishing
import SiteModel

/// A publication in a temporary folder, which can be built, changed and built again.
///
/// The folder is removed with the value.
package final class TemporarySite: Sendable {
  package let path: String

  /// The instant of every test: 2026-01-01T00:00:00Z.
  package static let now = 1_767_225_600

  /// A site of files given by their paths.
  package init(_ files: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "sitegen-test-\(UUID().uuidString)").path
    path = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, text) in files { try write(file, text) }
  }

  /// A site put together of folders; where two have the same file, the later one's holds.
  package convenience init(layering folders: [String]) throws {
    try self.init()
    for folder in folders {
      for file in Self.files(below: folder) {
        try write(file, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))))
      }
    }
  }

  deinit {
    // What is left in a temporary folder is the system's to clear.
    try? FileManager.default.removeItem(atPath: path)
  }

  package var output: String { "\(path)/Site" }

  /// Builds the site with one job at the instant of every test, unless the options say otherwise.
  ///
  /// What was built before is remembered, as on the command line; pictures that any test had encoded
  /// are not encoded again. With a memory it is as in a preview, which builds more than once.
  package func build(
    with memory: BuildMemory? = nil, _ change: (inout PublishingOptions) -> Void = { _ in }
  ) async -> BuildReport {
    await publisher(memory, change).publish()
  }

  /// Checks what was built, at the same instant.
  package func check(
    _ wishes: CheckOptions = CheckOptions(),
    _ change: (inout PublishingOptions) -> Void = { _ in }
  ) async -> CheckReport {
    await publisher(nil, change).check(wishes)
  }

  private func publisher(
    _ memory: BuildMemory?, _ change: (inout PublishingOptions) -> Void
  ) -> SitePublisher {
    var options = PublishingOptions(source: path, output: output, now: Self.now)
    options.cache = "\(path)/.sitegen/build.cache"
    options.images = "\(ProjectFolder.path)/.build/test-images"
    // Most tests write short headlines and no summaries.
    options.isChecked = false
    change(&options)
    return SitePublisher(options, stopwatch: { .zero }, memory: memory)
  }
}

extension TemporarySite {
  /// The bytes of every file of the output, without sitegen's own list of them.
  package func files() -> [String: [UInt8]] { files(below: "Site") }

  /// The bytes of every file of an output folder, without sitegen's own list of them.
  package func files(below folder: String) -> [String: [UInt8]] {
    let root = "\(path)/\(folder)"
    var files: [String: [UInt8]] = [:]
    for file in Self.files(below: root) where file != ".sitegen-files" {
      files[file] = FileManager.default.contents(atPath: "\(root)/\(file)").map { Array($0) }
    }
    return files
  }

  /// The text of a file of the output; empty if there is none.
  package func page(_ file: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(output)/\(file)") ?? Data(), as: UTF8.self)
  }

  /// When each file of the output was last written.
  package func modificationDates() throws -> [String: Date] {
    var dates: [String: Date] = [:]
    for file in Self.files(below: output) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(output)/\(file)")
      dates[file] = attributes[.modificationDate] as? Date
    }
    return dates
  }

  /// Writes a file of the site's folder.
  package func write(_ file: String, _ text: String) throws {
    try write(file, Array(text.utf8))
  }

  /// Writes a file of the site's folder.
  package func write(_ file: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: "\(path)/\(file)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Makes a symbolic link in the site's folder.
  package func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(file)", withDestinationPath: target)
  }

  /// The text of a file of the site's folder.
  package func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  /// Removes a file or folder of the site's folder.
  package func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }

  /// Files below a folder, hidden ones too, relative to it and sorted.
  package static func files(below folder: String) -> [String] {
    guard let enumerator = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    while let file = enumerator.nextObject() as? String {
      if enumerator.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
        files.append(file)
      }
    }
    return files.sorted()
  }
}
