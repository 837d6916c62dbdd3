import Content
import Foundation
import Related
import SiteModel

/// The two files that keep what the index of related articles has read, beside the cache.
///
/// They need no protection of their own: the index passes over a state that is damaged or another's.
struct RelatedStateFile: Sendable {
  /// Of the cache.
  let path: String
  var memory: BuildMemory?

  /// The state that was left, if any.
  func read() -> RelatedState? {
    if let stamps, let kept = memory?.related[stamps] { return kept }
    guard let base = contents(ofFile: "\(folder)/\(baseName)"),
      let changes = contents(ofFile: "\(folder)/\(changesName)")
    else { return nil }
    return RelatedState(base: base, changes: changes)
  }

  /// Leaves a state for the next build; the base is written first, and only if it is another one
  /// than that of the state that was read.
  func write(_ state: RelatedState, over old: RelatedState?) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let folder = try OpenFolder(self.folder)
      if state.base != old?.base { try folder.replaceFile(baseName, with: [state.base]) }
      try folder.replaceFile(changesName, with: [state.changes])
      if let memory, let stamps { memory.related.keep(state, for: stamps) }
    } catch {
      // Without a state the next build reads all articles. If the folder cannot be written to, the
      // cache says so.
    }
  }

  /// Nil if there is no state.
  private var stamps: [FileStamp]? {
    let stamps = [baseName, changesName].compactMap { FileStamp(ofFile: "\(folder)/\($0)") }
    return stamps.count == 2 ? stamps : nil
  }

  private var folder: String { path.parentFolder ?? "." }
  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  private var baseName: String { "\(name).related" }
  private var changesName: String { "\(name).related-changes" }
}
