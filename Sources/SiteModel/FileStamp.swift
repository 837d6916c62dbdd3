/// How a file was left: size, times and identity, by which a later build sees that it is still so.
///
/// Two equal stamps mean equal bytes, with one exception (see ``isOlder(than:)``).
package struct FileStamp: Hashable, Sendable {
  package var size: Int
  /// When it was last written, in nanoseconds since 1970.
  package var modified: Int
  /// When anything about it last changed, its times too.
  ///
  /// Nobody can set this one, so it gives away a file that got other bytes of the same size and its
  /// old date back.
  package var changed: Int
  package var inode: UInt64

  package init(size: Int, modified: Int, changed: Int = 0, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// Whether the file was last touched before an instant.
  ///
  /// The clock of a file system ticks every few milliseconds, and a file that is written twice
  /// within a tick may keep its stamp. So a stamp says something only about a file that is older
  /// than the note of it; of any other file the bytes decide, as in Git.
  package func isOlder(than instant: Int) -> Bool {
    modified < instant && changed < instant
  }
}
