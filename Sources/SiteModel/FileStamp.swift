/// How a file was left: size, time and identity, by which a later build sees that it is still so.
package struct FileStamp: Hashable, Sendable {
  package var size: Int
  /// When it was last written, in nanoseconds since 1970.
  package var modified: Int
  package var inode: UInt64

  package init(size: Int, modified: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}
