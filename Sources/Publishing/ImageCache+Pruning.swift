import SiteModel

extension ImageCache {
  /// So many bytes may lie in the cache, before entries that a build did not need are removed.
  static let usualLimit = 2_000_000_000

  /// Makes room if the cache has grown too large: entries that were not needed go, the oldest first.
  ///
  /// Every few builds would otherwise leave another set of pictures behind, with each change of
  /// a quality or a version. What the build needed stays, however much it is.
  ///
  /// - Parameters:
  ///   - keys: what the build needed.
  ///   - limit: in bytes; a quarter below it the removing ends, so that it is not done every time.
  /// - Returns: How many entries were removed.
  /// - Throws: What the system answered when it would not remove one.
  @discardableResult
  func prune(
    keeping keys: Set<ImageKey>, limit: Int = usualLimit
  ) throws(SystemError) -> Int {
    let entries = try entries()
    var size = entries.reduce(0) { $0 + $1.stamp.size }
    guard size > limit else { return 0 }
    let needed = Set(keys.map(\.name))
    var removed = 0
    for entry in entries.sorted(by: { ($0.stamp.modified, $0.name) < ($1.stamp.modified, $1.name) })
    where !needed.contains(entry.name) {
      if size <= limit / 4 * 3 { break }
      try remove(entry.name)
      size -= entry.stamp.size
      removed += 1
    }
    return removed
  }
}
