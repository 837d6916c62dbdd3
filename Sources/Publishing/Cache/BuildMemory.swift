import Content
import Related
import SiteModel
import Synchronization

/// What a process keeps of its last build, so that the next one need not read it back.
///
/// All of it lies in the files of the cache too, whose stamps say whether it still holds: a build
/// without a memory gives the same publication, only later.
package final class BuildMemory: Sendable {
  let cache = Kept<FileStamp, BuildCache>()
  let related = Kept<[FileStamp], RelatedState>()
  /// What Markdown files say, by path, kept by the digest of the parser.
  let files = Kept<UInt64, [String: KeptFile]>()

  package init() {}
}

/// What a file says whose bytes have a digest.
struct KeptFile: Sendable {
  var digest: UInt64
  var file: ParsedFile
}

/// A value that holds as long as what it belongs to is the same.
final class Kept<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let last = Mutex<(key: Key, value: Value)?>(nil)

  /// Nil if nothing is kept for this key.
  subscript(key: Key) -> Value? {
    last.withLock { $0.flatMap { $0.key == key ? $0.value : nil } }
  }

  /// Takes the place of whatever was kept.
  func keep(_ value: Value, for key: Key) {
    last.withLock { $0 = (key, value) }
  }
}
