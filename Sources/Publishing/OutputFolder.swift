import Foundation
import SiteModel

/// The folder that holds the publication.
///
/// It keeps a list of the files that sitegen wrote in it, so that a later build may remove those
/// that are no longer made, and never touches any other.
struct OutputFolder: Sendable {
  let path: String

  /// The list, in the folder itself so that it goes where the folder goes.
  static let manifestName = ".sitegen-files"

  /// Makes the folder hold exactly the given files, apart from those that are not sitegen's.
  ///
  /// Files whose bytes have not changed are left as they are; each other one is written beside its
  /// place and moved there, so that no reader ever sees half of it.
  func update(
    to files: [PlannedFile], jobs: Int,
    making bytes: @escaping @Sendable (PlannedFile) -> Result<[UInt8], OutputFailure>
  ) async -> Checked<OutputChanges> {
    let old = Manifest(contentsOf: manifestPath)
    let new = Manifest(Set(files.map(\.outputPath)))
    let present = filesOnDisk()
    let blocked = new.paths.subtracting(old.paths).intersection(present)
    guard blocked.isEmpty else {
      return Checked(value: OutputChanges(), diagnostics: blocked.sorted().map(foreignInTheWay))
    }
    var changes = OutputChanges()
    do {
      try prepareFolders(new, old)
      try Manifest(old.paths.union(new.paths)).write(to: manifestPath)
    } catch {
      return Checked(value: changes, diagnostics: [cannotWrite(error)])
    }
    let isFresh = old.paths.isEmpty
    let results = await files.concurrentMap(jobs: jobs) { file in
      file.knownStamp != nil
        ? .success(false)
        : bytes(file).flatMap { write($0, to: file.outputPath, isFresh: isFresh) }
    }
    var diagnostics: [Diagnostic] = []
    for (file, result) in zip(files, results) {
      switch result {
      case .success(true): changes.written.append(file.outputPath)
      case .success(false): changes.unchanged += 1
      case .failure(let failure): diagnostics.append(failure.diagnostic)
      }
    }
    if diagnostics.isEmpty {
      // What pages no longer name goes last, so that none ever names what is gone.
      do {
        let leftover = old.paths.subtracting(new.paths).subtracting(new.folders)
        changes.removed = try remove(leftover.intersection(present))
        try new.write(to: manifestPath)
      } catch {
        diagnostics.append(cannotWrite(error))
      }
    }
    let foreign = present.subtracting(old.paths).subtracting(new.paths)
    return Checked(value: changes, diagnostics: diagnostics + warnings(about: foreign))
  }
}

extension OutputFolder {
  private var manifestPath: String { "\(path)/\(Self.manifestName)" }

  /// All files below the folder, relative to it.
  private func filesOnDisk() -> Set<String> {
    guard let enumerator = FileManager.default.enumerator(atPath: path) else { return [] }
    var files: Set<String> = []
    while let file = enumerator.nextObject() as? String {
      if enumerator.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
        files.insert(file)
      }
    }
    files.remove(Self.manifestName)
    return files
  }

  /// Makes the folders of the new files, and clears old files and folders out of their way.
  private func prepareFolders(_ new: Manifest, _ old: Manifest) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let folders = new.folders
    for file in old.paths where folders.contains(file) { try removeFile(file) }
    for folder in old.folders where new.paths.contains(folder) {
      for file in old.paths where file.hasPrefix("\(folder)/") { try removeFile(file) }
      removeEmptyFolders(from: folder)
    }
    for folder in folders.sorted() {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
  }

  /// Removes files that are no longer made, and the folders that this empties.
  private func remove(_ files: Set<String>) throws -> [String] {
    for file in files.sorted() { try removeFile(file) }
    for folder in Manifest(files).folders.sorted().reversed() { removeEmptyFolders(from: folder) }
    return files.sorted()
  }

  private func removeFile(_ file: String) throws {
    let target = "\(path)/\(file)"
    if FileManager.default.fileExists(atPath: target) {
      try FileManager.default.removeItem(atPath: target)
    }
  }

  /// A folder that still holds something is left alone, which is what `rmdir` does.
  private func removeEmptyFolders(from folder: String) {
    var folder = Substring(folder)
    while !folder.isEmpty, rmdir("\(path)/\(folder)") == 0 {
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    }
  }

  /// Whether the file had to be written.
  private func write(
    _ bytes: [UInt8], to file: String, isFresh: Bool
  ) -> Result<Bool, OutputFailure> {
    let url = URL(filePath: "\(path)/\(file)", directoryHint: .notDirectory)
    let data = Data(bytes)
    // No file yet is the same as one with other bytes.
    if !isFresh, let present = try? Data(contentsOf: url), present == data {
      return .success(false)
    }
    do {
      try data.write(to: url, options: isFresh ? [] : .atomic)
      return .success(true)
    } catch {
      return .failure(
        OutputFailure(
          diagnostic: .error(
            .outputWrite, "\(file) cannot be written: \(error.localizedDescription)",
            hint: "Check that there is room on the disk and that the folder may be written to.")))
    }
  }

  private func cannotWrite(_ error: any Error) -> Diagnostic {
    .error(
      .outputWrite, "the output folder cannot be written: \(error.localizedDescription)",
      hint: "Check that there is room on the disk and that \(path) may be written to.")
  }

  private func foreignInTheWay(_ file: String) -> Diagnostic {
    .error(
      .outputForeignFile, "\(file) is in the output folder, but sitegen did not write it",
      hint: "Move it away; files that belong to the publication go into Content/.",
      at: Place(file: "\(path)/\(file)"))
  }

  private func warnings(about files: Set<String>) -> [Diagnostic] {
    files.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted().map { file in
      .warning(
        .outputForeignFile, "\(file) is in the output folder, but sitegen did not write it",
        hint: "It was left alone; files that belong to the publication go into Content/.",
        at: Place(file: "\(path)/\(file)"))
    }
  }
}

/// Why a file of the output could not be made.
struct OutputFailure: Error {
  var diagnostic: Diagnostic
}

/// The files that sitegen wrote into a folder, relative to it.
struct Manifest: Hashable, Sendable {
  var paths: Set<String>

  init(_ paths: Set<String>) {
    self.paths = paths
  }

  /// A folder without a list is one that sitegen has not written to yet.
  init(contentsOf path: String) {
    // No list and an unreadable one are the same here: nothing in the folder is known as sitegen's.
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    paths = Set(text.split(separator: "\n").map(String.init))
  }

  /// - Throws: What the file system reports.
  func write(to path: String) throws {
    let text = paths.sorted().map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }

  /// All folders above the files.
  var folders: Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var rest = Substring(path)
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        if !folders.insert(String(rest)).inserted { break }
      }
    }
    return folders
  }
}
