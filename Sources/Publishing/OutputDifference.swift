/// What lies between what an output folder holds and what it shall hold.
struct OutputDifference: Hashable {
  /// The files that sitegen wrote earlier.
  var own = OutputManifest()
  /// Files that it is to write and are not among them.
  var added: [String] = []
  /// Of its own, those that it no longer makes.
  var dropped: [String] = []
  /// Whether nothing of the publication is there.
  var isFirst = false
  /// Files that are not sitegen's, and stay where they are; hidden ones are nobody's concern.
  var foreign: [String] = []
  /// What is not sitegen's and stands where it has to write; links are such files too, since what
  /// is written through them would end up elsewhere.
  var blocked: [String] = []
  /// Files that are there, and that sitegen wrote and no longer makes.
  var obsolete: [String] = []
  /// Of those, the ones that stand where a folder has to be, or in a folder where a file has to be.
  var obsoleteInTheWay: [String] = []
  /// Folders that stand where a file has to be, and those in them, the deepest first.
  var foldersInPlaceOfFiles: [String] = []
  /// Folders that have to be made.
  var missingFolders: Set<String> = []

  /// Of a folder that holds files of just the right names.
  static let none = OutputDifference()
}

extension OutputDifference {
  /// `own` is what sitegen wrote of what is there.
  init(from present: FolderListing, own: OutputManifest, to paths: [String]) {
    let (written, planned) = (Set(own.paths), Set(paths))
    self.own = own
    added = paths.filter { !written.contains($0) }
    dropped = own.paths.filter { !planned.contains($0) }
    isFirst = present.files.isDisjoint(with: written)
    obsolete = dropped.filter(present.files.contains)
    let plannedFolders = paths.foldersAbove()
    let others = written == present.files ? [] : present.files.subtracting(written)
    foreign = others.filter { !$0.isHidden }.sorted()
    blocked = others.filter { file in
      planned.contains(file) || plannedFolders.contains(file)
        || file.foldersAbove.contains(where: planned.contains)
    }.sorted()
    makeRoom(for: planned, in: plannedFolders, among: present.folders)
  }

  /// For a folder that holds just what sitegen wrote, with what is to come and to go.
  init(from folders: Set<String>, own: OutputManifest, adding added: [String], dropping: [String]) {
    self.own = own
    self.added = added
    dropped = dropping.sorted()
    obsolete = dropped
    makeRoom(for: Set(added), in: added.foldersAbove(), among: folders)
  }

  /// Finds what is in the way of files and of the folders above them.
  private mutating func makeRoom(
    for planned: Set<String>, in plannedFolders: Set<String>, among folders: Set<String>
  ) {
    obsoleteInTheWay = obsolete.filter { file in
      plannedFolders.contains(file) || file.foldersAbove.contains(where: planned.contains)
    }
    let tops = planned.intersection(folders)
    if !tops.isEmpty {
      foldersInPlaceOfFiles = folders.filter { folder in
        tops.contains(folder) || folder.foldersAbove.contains(where: tops.contains)
      }.sorted().reversed()
    }
    missingFolders = plannedFolders.subtracting(folders).union(
      plannedFolders.intersection(foldersInPlaceOfFiles))
  }
}

extension String {
  /// Whether the name of a file, or of a folder above it, begins with a dot.
  fileprivate var isHidden: Bool { split(separator: "/").contains { $0.hasPrefix(".") } }

  /// The folders above a relative path, the nearest first.
  var foldersAbove: [String] {
    var folders: [String] = []
    var path = self
    while let folder = path.parentFolder {
      folders.append(folder)
      path = folder
    }
    return folders
  }
}

extension Sequence<String> {
  /// All folders above relative paths.
  func foldersAbove() -> Set<String> {
    var folders: Set<String> = []
    for path in self {
      var path = path
      while let folder = path.parentFolder, folders.insert(folder).inserted { path = folder }
    }
    return folders
  }
}
