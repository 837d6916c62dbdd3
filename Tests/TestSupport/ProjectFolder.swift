import Foundation

/// The folder of the project that the tests belong to.
package enum ProjectFolder {
  package static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The files below a folder of the project, relative to the project, sorted.
  package static func files(below folder: String, withSuffix suffix: String) -> [String] {
    let root = "\(path)/\(folder)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The text of a file of the project.
  package static func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }
}
