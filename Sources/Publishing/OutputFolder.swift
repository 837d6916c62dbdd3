import SiteModel

/// The folder that holds the publication.
///
/// It keeps a list of the files that sitegen wrote in it, so that a later build may remove those
/// that are no longer made, and never touches any other. Whoever updates it holds its lock.
struct OutputFolder: Sendable {
  let path: String
  let jobs: Int
  /// What is known of it without looking.
  var standing: StandingOutput?

  /// Makes the folder hold exactly the given files, apart from those that are not sitegen's.
  ///
  /// Files that hold what they should are left as they are. All others are staged, that is written
  /// into a folder of their own, and only when every one is whole are they moved to their places,
  /// each in one step. So a build that fails, is killed or fills the disk leaves every file whole,
  /// and until the moving begins it leaves the publication as it was.
  func update(
    to files: [PlannedFile],
    making source: @escaping @Sendable (PlannedFile) -> Result<FileSource, OutputFailure>
  ) async -> Checked<OutputChanges> {
    do throws(SystemError) {
      let folder = try OpenFolder(path)
      try folder.removeTree(Self.stagingFolder)  // A build that was killed has left it.
      let difference = await difference(of: folder, from: files)
      guard difference.blocked.isEmpty else {
        return Checked(
          value: OutputChanges(),
          diagnostics: difference.blocked.map { OutputMessage.isInTheWay($0, in: path) })
      }
      let settling = FileSettling(folder: folder, isFirst: difference.isFirst)
      let settled = await files.concurrentMap(jobs: jobs) { settling.settle($0, making: source) }
      var result = finish(difference, files, settled, in: folder)
      result.diagnostics += difference.foreign.map { OutputMessage.isForeign($0, in: path) }
      return result
    } catch {
      return Checked(value: OutputChanges(), diagnostics: [OutputMessage.cannotWrite(error)])
    }
  }

  /// Within the folder, because there it is on the same disk for certain.
  static let stagingFolder = ".sitegen-new"
}

extension OutputFolder {
  private func difference(
    of folder: OpenFolder, from files: [PlannedFile]
  ) async -> OutputDifference {
    if let standing, standing.hasPaths(of: files) { return .none }
    let paths = files.map(\.outputPath)
    if let (present, own) = standing?.listing {
      return OutputDifference(from: present, own: own, to: paths)
    }
    return OutputDifference(
      from: await folder.listing(jobs: jobs), own: OutputManifest(in: folder), to: paths)
  }

  /// Moves what was staged to its place, if all of it is whole.
  private func finish(
    _ difference: OutputDifference, _ files: [PlannedFile],
    _ settled: [Result<SettledFile, OutputFailure>], in folder: OpenFolder
  ) -> Checked<OutputChanges> {
    var changes = OutputChanges()
    var diagnostics: [Diagnostic] = []
    for (file, result) in zip(files, settled) {
      switch result {
      case .success(let settled):
        changes.stamps.append(settled.stamp)
        if settled.isStaged { changes.written.append(file.outputPath) }
      case .failure(let failure): diagnostics.append(failure.diagnostic)
      }
    }
    do throws(SystemError) {
      if diagnostics.isEmpty {
        changes.unchanged = files.count - changes.written.count
        changes.removed = difference.obsolete
        let moved = try OutputMove(difference, staged: changes.written, in: folder).carryOut()
        changes.noteMoves(of: Set(moved), files, in: folder)
      } else {
        changes = OutputChanges()
      }
      try folder.removeTree(Self.stagingFolder)
    } catch {
      changes = OutputChanges()
      changes.isUnfinished = true
      diagnostics.append(OutputMessage.cannotWrite(error))
    }
    return Checked(value: changes, diagnostics: diagnostics)
  }
}

extension OutputChanges {
  /// Looks again at files that were moved one by one.
  fileprivate mutating func noteMoves(
    of moved: Set<String>, _ files: [PlannedFile], in folder: OpenFolder
  ) {
    if moved.isEmpty { return }
    for (index, file) in files.enumerated() where moved.contains(file.outputPath) {
      // A file that is gone already has no stamp that a later build could find.
      stamps[index] = folder.stamp(of: file.outputPath) ?? .blank
    }
  }
}
