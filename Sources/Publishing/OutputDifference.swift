/// What lies between what an output folder holds and what it shall hold.
struct OutputDifference {
  private let present: FolderListing
  /// The files that sitegen wrote earlier.
  let own: Set<String>
  let planned: Set<String>
  /// All folders above the planned files.
  private let plannedFolders: Set<String>

  init(from present: FolderListing, own: OutputManifest, to planned: [String]) {
    self.present = present
    self.own = own.paths
    self.planned = Set(planned)
    plannedFolders = planned.foldersAbove()
  }

  /// Whether nothing of the publication is there.
  var isFirst: Bool { present.files.isDisjoint(with: own) }

  /// Files that are not sitegen's, and stay where they are; hidden ones are nobody's concern.
  var foreign: [String] {
    present.files.subtracting(own).filter { !$0.isHidden }.sorted()
  }

  /// What is not sitegen's and stands where it has to write; links are such files too, since what
  /// is written through them would end up elsewhere.
  var blocked: [String] {
    let others = present.files.subtracting(own)
    return others.filter { file in
      planned.contains(file) || plannedFolders.contains(file)
        || file.foldersAbove.contains(where: planned.contains)
    }.sorted()
  }

  /// Files that sitegen wrote and no longer makes.
  var obsolete: [String] { own.intersection(present.files).subtracting(planned).sorted() }

  /// Of those, the ones that stand where a folder has to be, or in a folder where a file has to be.
  var obsoleteInTheWay: [String] {
    obsolete.filter {
      plannedFolders.contains($0) || $0.foldersAbove.contains(where: planned.contains)
    }
  }

  /// Folders that stand where a file has to be, and those in them, the deepest first.
  var foldersInPlaceOfFiles: [String] {
    let tops = present.folders.intersection(planned)
    if tops.isEmpty { return [] }
    return present.folders.filter { folder in
      tops.contains(folder) || folder.foldersAbove.contains(where: tops.contains)
    }.sorted().reversed()
  }

  /// The folders that are there, and stay.
  var remainingFolders: Set<String> { present.folders.subtracting(foldersInPlaceOfFiles) }
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
