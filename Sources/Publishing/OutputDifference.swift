/// What lies between what an output folder holds and what it shall hold.
struct OutputDifference {
  /// The files that sitegen wrote earlier, and those that it is to write.
  var own: Set<String> = []
  var planned: Set<String> = []
  /// Whether nothing of the publication is there.
  var isFirst = false
  /// Files that are not sitegen's, and stay where they are; hidden ones are nobody's concern.
  var foreign: [String] = []
  /// What is not sitegen's and stands where it has to write; links are such files too, since what
  /// is written through them would end up elsewhere.
  var blocked: [String] = []
  /// Files that sitegen wrote and no longer makes.
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
  init(from present: FolderListing, own manifest: OutputManifest, to paths: [String]) {
    own = manifest.paths
    planned = Set(paths)
    isFirst = present.files.isDisjoint(with: own)
    let plannedFolders = paths.foldersAbove()
    let others = own == present.files ? [] : present.files.subtracting(own)
    foreign = others.filter { !$0.isHidden }.sorted()
    blocked = others.filter { [planned] file in
      planned.contains(file) || plannedFolders.contains(file)
        || file.foldersAbove.contains(where: planned.contains)
    }.sorted()
    obsolete = own.subtracting(planned).filter(present.files.contains).sorted()
    obsoleteInTheWay = obsolete.filter { [planned] file in
      plannedFolders.contains(file) || file.foldersAbove.contains(where: planned.contains)
    }
    let tops = present.folders.filter(planned.contains)
    if !tops.isEmpty {
      foldersInPlaceOfFiles = present.folders.filter { folder in
        tops.contains(folder) || folder.foldersAbove.contains(where: tops.contains)
      }.sorted().reversed()
    }
    missingFolders = plannedFolders.subtracting(present.folders).union(
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
