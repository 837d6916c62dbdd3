import Foundation
package import SiteModel

extension SitePublisher {
  /// Removes what builds keep for the next one, so that it starts from nothing.
  ///
  /// - Parameter folder: sitegen's own in the project, with all that is in it.
  /// - Returns: What kept it from that, if anything did.
  package func removeCache(in folder: String) -> [Diagnostic] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      try FileManager.default.removeItem(atPath: folder)
      return []
    } catch {
      return [
        .error(
          .outputWrite, "\(folder) cannot be removed: \(error.localizedDescription)",
          hint: "Check that it may be written to.")
      ]
    }
  }

  /// Removes the publication from the output folder: what sitegen wrote there, and nothing else.
  package func removeOutput() async -> BuildReport {
    guard FileManager.default.fileExists(atPath: options.output) else { return BuildReport() }
    var log = StageLog(stopwatch: stopwatch)
    guard let lock = log.noting(await lockOutput()) else { return report(log) }
    let folder = OutputFolder(path: options.output, jobs: options.jobs)
    let staged = await log.stage("clean") { await folder.stage([]) { _ in .success(.bytes([])) } }
    let changes = log.noting(staged?.moveIntoPlace() ?? Checked(value: OutputChanges()))
    var report = report(log)
    report.output = changes
    // What is left is the list of files, which is empty now, and perhaps the folder.
    unlink("\(options.output)/\(OutputManifest.name)")
    lock.release()
    rmdir(options.output)
    return report
  }
}
