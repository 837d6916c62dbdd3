/// The files of the publication, by their paths relative to its folder, and their sizes.
package struct SiteFiles: Sendable {
  private let positions: [String: Int]
  private let sizes: [Int]

  /// - Parameters:
  ///   - positions: where each file stands in `sizes`.
  ///   - sizes: in bytes.
  package init(positions: [String: Int], sizes: [Int]) {
    self.positions = positions
    self.sizes = sizes
  }

  /// Takes sizes in bytes, by path.
  package init(_ sizes: [String: Int]) {
    self.init(
      positions: Dictionary(uniqueKeysWithValues: zip(sizes.keys, 0...)),
      sizes: Array(sizes.values))
  }

  func contains(_ path: String) -> Bool { positions[path] != nil }

  /// In bytes; 0 for a file that is not there.
  func size(of path: String) -> Int { positions[path].map { sizes[$0] } ?? 0 }
}
