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

  /// Stages what the folder lacks of the given files; nil if anything is in the way of that.
  ///
  /// Files that hold what they should are left as they are. All others are staged, that is written
  /// into a folder of their own, and only ``StagedOutput/moveIntoPlace()`` moves them to their places,
  /// each in one step. So a build that fails, is killed or fills the disk leaves every file whole,
  /// and until the moving begins it leaves the publication as it was.
  func stage(
    _ files: [PlannedFile],
    making source: @escaping @Sendable (PlannedFile) -> Result<FileSource, OutputFailure>
  ) async -> Checked<StagedOutput?> {
    do throws(SystemError) {
      let folder = try OpenFolder(path)
      try folder.removeTree(Self.stagingFolder)  // A build that was killed has left it.
      let difference = await difference(of: folder, from: files)
      guard difference.blocked.isEmpty else {
        return Checked(
          value: nil,
          diagnostics: difference.blocked.map { OutputMessage.isInTheWay($0, in: path) })
      }
      let settling = FileSettling(folder: folder, isFirst: difference.isFirst)
      let results = await files.concurrentMap(jobs: jobs) { settling.settle($0, making: source) }
      var staged = StagedOutput(folder: folder, difference: difference, files: files)
      var diagnostics = staged.take(results)
      guard diagnostics.isEmpty else {
        diagnostics += staged.abandon()
        return Checked(value: nil, diagnostics: diagnostics)
      }
      return Checked(
        value: staged,
        diagnostics: difference.foreign.map { OutputMessage.isForeign($0, in: path) })
    } catch {
      return Checked(value: nil, diagnostics: [OutputMessage.cannotWrite(error)])
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
    let own = OutputManifest(in: folder)
    if let difference = standing?.difference(from: files, own: own) { return difference }
    return OutputDifference(
      from: await folder.listing(jobs: jobs), own: own, to: files.map(\.outputPath))
  }
}
