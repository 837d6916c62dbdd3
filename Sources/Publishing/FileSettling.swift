import SiteModel

/// Decides for each file of the output whether it is right as it is, and stages those that are not.
struct FileSettling: Sendable {
  let folder: OpenFolder
  /// Whether the folder holds no file that could be right already.
  let isFirst: Bool

  /// Leaves a file that is right where it is, and stages any other.
  func settle(
    _ file: PlannedFile, making source: (PlannedFile) -> Result<FileSource, OutputFailure>
  ) -> Result<SettledFile, OutputFailure> {
    let path = file.outputPath
    if let known = file.knownStamp {
      return .success(SettledFile(stamp: known, isStaged: false))
    }
    return source(file).flatMap { source in
      Result { () throws(OutputFailure) in
        if let stamp = try stamp(of: path, ifHolding: source) {
          return SettledFile(stamp: stamp, isStaged: false)
        }
        return SettledFile(stamp: try stage(source, as: path), isStaged: true)
      }
    }
  }
}

/// A file that is whole: in its place, or staged.
struct SettledFile: Sendable {
  var stamp: FileStamp
  var isStaged: Bool
}

extension FileSettling {
  private func stamp(
    of path: String, ifHolding source: FileSource
  ) throws(OutputFailure) -> FileStamp? {
    guard !isFirst, let present = folder.file(path) else { return nil }
    return try source.stamp(ofEqual: present)
  }

  private func stage(
    _ source: FileSource, as path: String
  ) throws(OutputFailure) -> FileStamp {
    let file: OpenFile
    do {
      file = try folder.makeFile("\(OutputFolder.stagingFolder)/\(path)")
    } catch {
      throw OutputFailure(error)
    }
    try source.write(to: file)
    do {
      return try file.finish()
    } catch {
      throw OutputFailure(error)
    }
  }
}
