import SiteModel

/// The publication as it will be: its files lie in their places already, or are staged and whole.
struct StagedOutput: Sendable {
  let folder: OpenFolder
  let difference: OutputDifference
  let files: [PlannedFile]
  /// One for each file.
  private(set) var settled: [SettledFile] = []

  init(folder: OpenFolder, difference: OutputDifference, files: [PlannedFile]) {
    self.folder = folder
    self.difference = difference
    self.files = files
  }

  /// Takes what became of the files, and gives what is wrong with those that could not be made.
  mutating func take(_ results: [Result<SettledFile, OutputFailure>]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    settled.reserveCapacity(results.count)
    for result in results {
      switch result {
      case .success(let file): settled.append(file)
      case .failure(let failure): diagnostics.append(failure.diagnostic)
      }
    }
    return diagnostics
  }

  /// The bytes of a file, wherever they lie; nil if they cannot be read.
  func contents(ofFileAt index: Int) -> [UInt8]? {
    let path = files[index].outputPath
    return folder.contents(
      of: settled[index].isStaged ? "\(OutputFolder.stagingFolder)/\(path)" : path)
  }

  /// The bytes of all files together.
  var size: Int { settled.reduce(0) { $0 + $1.stamp.size } }

  /// Moves what is staged to its place, and removes what is no longer made.
  func moveIntoPlace() -> Checked<OutputChanges> {
    var changes = OutputChanges()
    changes.stamps = settled.map(\.stamp)
    for (file, settled) in zip(files, settled) where settled.isStaged {
      changes.written.append(file.outputPath)
    }
    changes.unchanged = files.count - changes.written.count
    changes.removed = difference.obsolete
    do throws(SystemError) {
      let moved = try OutputMove(difference, staged: changes.written, in: folder).carryOut()
      changes.noteMoves(of: Set(moved), files, in: folder)
      try folder.removeTree(OutputFolder.stagingFolder)
      return Checked(value: changes)
    } catch {
      var changes = OutputChanges()
      changes.isUnfinished = true
      return Checked(value: changes, diagnostics: [OutputMessage.cannotWrite(error)])
    }
  }

  /// Leaves the publication as it was.
  func abandon() -> [Diagnostic] {
    do throws(SystemError) {
      try folder.removeTree(OutputFolder.stagingFolder)
      return []
    } catch {
      return [OutputMessage.cannotWrite(error)]
    }
  }
}

extension OutputChanges {
  /// Looks again at files that were moved one by one.
  fileprivate mutating func noteMoves(
    of moved: Set<String>, _ files: [PlannedFile], in folder: OpenFolder
  ) {
    if moved.isEmpty { return }
    for index in files.indices where moved.contains(files[index].outputPath) {
      // A file that is gone already has no stamp that a later build could find.
      stamps[index] = folder.stamp(of: files[index].outputPath) ?? .blank
    }
  }
}
