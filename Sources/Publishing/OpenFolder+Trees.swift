#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is below a folder, without what sitegen keeps there for itself.
struct FolderListing: Sendable {
  /// Links and anything else that is no folder among them.
  var files: Set<String> = []
  var folders: Set<String> = []
}

extension OpenFolder {
  /// Everything below the folder; links are not followed.
  func listing(jobs: Int) async -> FolderListing {
    var listing = FolderListing()
    var level = [""]
    while !level.isEmpty {
      let results = await level.concurrentMap(jobs: jobs) { folder in
        // A folder that may not be read is not sitegen's: what is in it does not matter.
        (try? self.entries(of: folder)) ?? []
      }
      var next: [String] = []
      for (folder, entries) in zip(level, results) {
        for entry in entries where !folder.isEmpty || !entry.name.hasPrefix(".sitegen-") {
          let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
          if entry.isFolder { next.append(path) } else { listing.files.insert(path) }
        }
      }
      listing.folders.formUnion(next)
      level = next
    }
    return listing
  }

  /// Removes a folder with all that is in it; it may be gone already.
  func removeTree(_ path: String) throws(SystemError) {
    let entries: [FolderEntry]
    do {
      entries = try self.entries(of: path)
    } catch {
      if error.code == ENOENT { return }
      throw error
    }
    for entry in entries {
      let child = "\(path)/\(entry.name)"
      if entry.isFolder { try removeTree(child) } else { try removeFile(child) }
    }
    try removeFolder(path)
  }
}
