import Checking
import Content
import SiteModel

/// What the output folder still holds of the last build.
///
/// It is looked at once, beside the work on the sources.
struct StandingOutput: Sendable {
  private let known: KnownOutput
  private let folders: [FolderRecord]
  private let isAsLeft: [Bool]
  /// Whether nothing came into any folder or left it.
  private let hasSameNames: Bool
  private let hasForeignFiles: Bool
  /// Whether the list of sitegen's files in the folder names the files of the last build.
  private let isListed: Bool
  /// The base URL with which the files were read for what they say.
  private let readFor: String
  /// What was wrong with them, if they were read.
  private let verdict: Verdict?

  /// Compares the output folder with what a cache says of it, on some number of threads.
  init(of cache: BuildCache, in path: String, jobs: Int) async {
    let (records, folders) = (cache.outputs, cache.folders)
    (self.folders, hasForeignFiles) = (folders, cache.hasForeignFiles)
    (readFor, verdict) = (cache.readFor, cache.verdict)
    // A folder that cannot be opened is not as it was left.
    guard !records.isEmpty, let folder = try? OpenFolder(path) else {
      (hasSameNames, isListed, isAsLeft, known) = (false, false, [], KnownOutput([]))
      return
    }
    let areFoldersAsLeft = await folders.concurrentMap(jobs: jobs) {
      cache.knows($0.stamp) && folder.stamp(ofFolder: $0.path) == $0.stamp
    }
    isAsLeft = await records.concurrentMap(jobs: jobs) {
      cache.knows($0.stamp) && folder.stamp(of: $0.path) == $0.stamp
    }
    known = KnownOutput(records)
    isListed =
      cache.listStamp.map { cache.knows($0) && folder.stamp(of: OutputManifest.name) == $0 }
      ?? false
    hasSameNames = areFoldersAsLeft.allSatisfy(\.self) && folder.topNames() == cache.topNames
  }

  /// Whether the folder holds what it held, and nothing else.
  var isComplete: Bool { hasSameNames && !isAsLeft.isEmpty && isAsLeft.allSatisfy(\.self) }

  /// Whether its files are those of the last build, which the list in the folder names.
  private var hasOnlyListedFiles: Bool { hasSameNames && !hasForeignFiles && isListed }

  /// What lies between the folder and some files, if that is known without looking again; `own` is
  /// what the list in the folder names.
  func difference(from files: [PlannedFile], own: OutputManifest) -> OutputDifference? {
    guard hasOnlyListedFiles else { return nil }
    var isPlanned = [Bool](repeating: false, count: known.records.count)
    var added: [String] = []
    var likely = 0
    for file in files {
      if let position = known.position(of: file.outputPath, likely: likely) {
        isPlanned[position] = true
        likely = position + 1
      } else {
        added.append(file.outputPath)
      }
    }
    return OutputDifference(
      from: Set(folders.map(\.path)), own: own, adding: added,
      dropping: known.records.indices.filter { !isPlanned[$0] }.map { known.records[$0].path })
  }

  /// Whether files have just the paths of those that are there, whatever their bytes.
  func hasPaths(of files: [PlannedFile]) -> Bool {
    hasOnlyListedFiles && files.count == known.records.count
      && files.indices.allSatisfy { files[$0].outputPath == known.records[$0].path }
  }

  /// Where each of some files stands among them, by path.
  func positions(of files: [PlannedFile]) -> [String: Int] {
    hasPaths(of: files)
      ? known.positions
      : Dictionary(zip(files.map(\.outputPath), files.indices)) { first, _ in first }
  }

  /// What the files were found to say, as far as that still holds beside other files: what leads to a
  /// file that is gone has to be read again, and so has what led to nothing, once there are new ones.
  func contents(
    beside files: [PlannedFile], _ positions: [String: Int], at base: BaseURL
  ) -> StandingContents {
    guard readFor == base.address else { return StandingContents() }
    if hasPaths(of: files) {
      return StandingContents(known: known, verdict: verdict)
    }
    // The address of what is made of a picture has its digest in it: nobody writes it by hand.
    let made = "\(PictureSet.folder.dropFirst())/"
    guard known.records.allSatisfy({ positions[$0.path] != nil || $0.path.hasPrefix(made) }) else {
      return StandingContents()
    }
    var contents = StandingContents(known: known)
    contents.hasNewFiles = positions.keys.contains { known.positions[$0] == nil }
    return contents
  }

  /// Marks the files that are as they should be, and need not even be made.
  func settle(_ files: inout [PlannedFile]) {
    if known.records.isEmpty { return }
    for index in files.indices {
      guard let position = known.position(of: files[index].outputPath, likely: index),
        isAsLeft[position], known.records[position].fingerprint == files[index].fingerprint
      else { continue }
      files[index].knownStamp = known.records[position].stamp
    }
  }
}

/// The files of the last build.
private struct KnownOutput: Sendable {
  let records: [OutputRecord]
  let positions: [String: Int]

  init(_ records: [OutputRecord]) {
    self.records = records
    positions = Dictionary(zip(records.map(\.path), records.indices)) { first, _ in first }
  }

  /// Where a file stands, if it was there; most builds make the same files in the same order.
  func position(of path: String, likely index: Int) -> Int? {
    index < records.count && records[index].path == path ? index : positions[path]
  }
}

/// What files of the last build were found to say.
struct StandingContents: Sendable {
  fileprivate var known = KnownOutput([])
  fileprivate var hasNewFiles = false
  /// Nil unless there are the same files now.
  fileprivate var verdict: Verdict?

  /// A file that need not be read again; nil if it has to be.
  func file(at path: String, likely index: Int) -> ReadFile? {
    guard let position = known.position(of: path, likely: index),
      !known.records[position].contents.isEmpty
    else { return nil }
    var file = ReadFile(path: path, isMade: false, record: known.records[position].contents)
    if hasNewFiles {
      // What led to nothing may lead to one of them.
      file.contents = contents(of: path)
      guard file.contents?.findings.isEmpty == true else { return nil }
    }
    return file
  }

  /// The same for whoever reads it; nil if nothing is known.
  func contents(of path: String) -> PageContents? {
    known.positions[path].flatMap {
      RecordReader.value(PageContents.self, from: known.records[$0].contents, file: path)
    }
  }

  /// What is wrong with all files, if those that were made say what concerns others as they did; nil
  /// if all have to be judged beside one another.
  func verdict(with files: [ReadFile], by rules: SiteRules) -> Verdict? {
    guard let verdict else { return nil }
    // What a page loads is part of its weight.
    guard files.allSatisfy({ !$0.isMade || $0.contents?.isLoaded == false }) else { return nil }
    let read = files.compactMap(\.contents)
    guard read.allSatisfy({ contents(of: $0.file)?.isLike($0) == true }) else { return nil }
    return verdict.replacing(read, by: rules)
  }
}

extension PageContents {
  /// Whether pages load it.
  fileprivate var isLoaded: Bool { !isPage && file.hasSuffix(".css") }
}

extension OpenFolder {
  /// What lies in the output folder itself, whose own stamp changes with every build, apart from
  /// the lock of this one; nil if it cannot be listed.
  func topNames() -> [String]? {
    let entries = try? entries(of: "")
    return entries?.map(\.name).filter { $0 != OutputLock.fileName }.sorted()
  }
}
