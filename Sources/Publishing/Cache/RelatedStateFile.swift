import Content
import Foundation
import Related

/// The two files that keep what the index of related articles has read, beside the cache.
///
/// They need no protection of their own: the index passes over a state that is damaged or another's.
struct RelatedStateFile: Sendable {
  /// Of the cache.
  let path: String

  func read() -> RelatedState? {
    guard let base = contents(ofFile: basePath), let changes = contents(ofFile: changesPath) else {
      return nil
    }
    return RelatedState(base: base, changes: changes)
  }

  /// Leaves a state for the next build; the base is written first, and only if it is not that of
  /// `old`, which was read.
  func write(_ state: RelatedState, over old: RelatedState?) {
    do {
      let folder = URL(filePath: path, directoryHint: .notDirectory).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      if state.base != old?.base {
        try Data(state.base).write(to: URL(filePath: basePath), options: .atomic)
      }
      try Data(state.changes).write(to: URL(filePath: changesPath), options: .atomic)
    } catch {
      // Without a state the next build reads all articles. If the folder cannot be written to, the
      // cache says so.
    }
  }

  private var basePath: String { "\(path).related" }
  private var changesPath: String { "\(path).related-changes" }
}
