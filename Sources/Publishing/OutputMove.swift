/// Puts staged files in their places, and takes away what is no longer made.
///
/// It may end after any of its steps: what the list in the folder names is always at least what
/// sitegen wrote, so the next build can go on from there.
struct OutputMove {
  private let difference: OutputDifference
  /// In the order in which they are moved.
  private let staged: [String]
  private let folder: OpenFolder

  init(_ difference: OutputDifference, staged: [String], in folder: OpenFolder) {
    self.difference = difference
    self.staged = staged
    self.folder = folder
  }

  /// - Returns: The files that were moved one by one, which changes their stamps.
  func carryOut() throws(SystemError) -> [String] {
    var listed = difference.own
    if !difference.added.isEmpty {
      listed = listed.changed(adding: difference.added)
      try listed.write(in: folder)
    }
    let inTheWay = Set(difference.obsoleteInTheWay)
    for file in inTheWay { try folder.removeFile(file) }
    for path in difference.foldersInPlaceOfFiles { try folder.removeFolder(path) }
    let moved = try moveStaged()
    // What pages no longer name goes last, so that none ever names what is gone.
    try remove(difference.obsolete.filter { !inTheWay.contains($0) })
    if !difference.dropped.isEmpty {
      try listed.changed(removing: difference.dropped).write(in: folder)
    }
    return moved
  }
}

extension OutputMove {
  /// Moves a folder that is not there yet as a whole, which makes one step of a first build's
  /// thousands; other files one by one.
  private func moveStaged() throws(SystemError) -> [String] {
    var files: [String] = []
    var moved: Set<String> = []
    for path in staged {
      let missing = path.foldersAbove.last(where: difference.missingFolders.contains)
      if let missing, !moved.insert(missing).inserted { continue }
      let moving = missing ?? path
      try folder.move("\(OutputFolder.stagingFolder)/\(moving)", to: moving)
      if missing == nil { files.append(path) }
    }
    return files
  }

  /// Removes files, and the folders that this empties.
  private func remove(_ files: [String]) throws(SystemError) {
    for file in files { try folder.removeFile(file) }
    for path in files.foldersAbove().sorted().reversed() {
      // The deepest come first; one that still holds something cannot be removed, and shall not.
      try? folder.removeFolder(path)
    }
  }
}
