import Content
import SiteModel

/// What the output folder still holds of the last build.
///
/// It is looked at once, beside the work on the sources.
struct StandingOutput: Sendable {
  private let records: [OutputRecord]
  private let folders: [FolderRecord]
  private let isAsLeft: [Bool]
  private let positions: [String: Int]
  /// Whether nothing came into any folder or left it.
  private let hasSameNames: Bool
  private let hasForeignFiles: Bool
  /// Whether the list of sitegen's files in the folder names the files of the last build.
  private let isListed: Bool

  /// Compares the output folder with what a cache says of it, on some number of threads.
  init(of cache: BuildCache, in path: String, jobs: Int) async {
    let (records, folders) = (cache.outputs, cache.folders)
    (self.records, self.folders, hasForeignFiles) = (records, folders, cache.hasForeignFiles)
    // A folder that cannot be opened is not as it was left.
    guard !records.isEmpty, let folder = try? OpenFolder(path) else {
      (hasSameNames, isListed, isAsLeft, positions) = (false, false, [], [:])
      return
    }
    let areFoldersAsLeft = await folders.concurrentMap(jobs: jobs) {
      cache.knows($0.stamp) && folder.stamp(ofFolder: $0.path) == $0.stamp
    }
    isAsLeft = await records.concurrentMap(jobs: jobs) {
      cache.knows($0.stamp) && folder.stamp(of: $0.path) == $0.stamp
    }
    positions = Dictionary(zip(records.map(\.path), records.indices)) { first, _ in first }
    isListed =
      cache.listStamp.map { cache.knows($0) && folder.stamp(of: OutputManifest.name) == $0 }
      ?? false
    hasSameNames = areFoldersAsLeft.allSatisfy(\.self) && folder.topNames() == cache.topNames
  }

  /// Whether the folder holds what it held, and nothing else.
  var isComplete: Bool { hasSameNames && !isAsLeft.isEmpty && isAsLeft.allSatisfy(\.self) }

  /// What is in the folder, and which of it is sitegen's, if that is known without looking again.
  var listing: (FolderListing, own: OutputManifest)? {
    guard hasSameNames, !hasForeignFiles, isListed else { return nil }
    let files = Set(records.map(\.path))
    return (FolderListing(files: files, folders: Set(folders.map(\.path))), OutputManifest(files))
  }

  /// Whether files have just the paths of those that are there, whatever their bytes.
  func hasPaths(of files: [PlannedFile]) -> Bool {
    hasSameNames && !hasForeignFiles && isListed && files.count == records.count
      && zip(files, records).allSatisfy { $0.outputPath == $1.path }
  }

  /// Marks the files that are as they should be, and need not even be made.
  func settle(_ files: [PlannedFile]) -> [PlannedFile] {
    if records.isEmpty { return files }
    return files.map { file in
      guard let position = positions[file.outputPath], isAsLeft[position],
        records[position].fingerprint == file.fingerprint
      else { return file }
      var file = file
      file.knownStamp = records[position].stamp
      return file
    }
  }
}

extension OpenFolder {
  /// What lies in the output folder itself, whose own stamp changes with every build, apart from
  /// the lock of this one; nil if it cannot be listed.
  func topNames() -> [String]? {
    let entries = try? entries(of: "")
    return entries?.map(\.name).filter { $0 != OutputLock.fileName }.sorted()
  }
}
