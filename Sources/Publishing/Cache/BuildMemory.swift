import Content
import Related
import Rendering
import SiteModel
import Synchronization

/// What a process keeps of its last build, so that the next one need not read it back.
///
/// What is kept holds for a key: the stamps of the cache's files, where it lies too, or the digests of
/// what it was made of. A build without a memory gives the same publication, only later.
package final class BuildMemory: Sendable {
  let cache = Kept<FileStamp, BuildCache>()
  let related = Kept<[FileStamp], RelatedState>()
  /// What Markdown files say, kept by the digest of the parser.
  let files = Kept<UInt64, KeptFiles>()
  let site = Kept<ModelledSite.Use, ModelledSite>()
  let theme = Kept<ProjectDigests, ThemeFiles>()
  let templates = Kept<TemplateUse, CheckedTemplates>()

  package init() {}
}

/// What the compiling of templates depends on.
struct TemplateUse: Hashable, Sendable {
  var digests: ProjectDigests
  var layouts: [LayoutUse]
}

/// The templates of a theme, with what is wrong with them.
struct CheckedTemplates: Sendable {
  var library: TemplateLibrary
  var diagnostics: [Diagnostic]
}

/// A value that holds as long as what it belongs to is the same.
final class Kept<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let last = Mutex<(key: Key, value: Value)?>(nil)

  /// Nil if nothing is kept for this key.
  subscript(key: Key) -> Value? {
    last.withLock { $0.flatMap { $0.key == key ? $0.value : nil } }
  }

  /// What is kept for this key, which is then kept no longer: whoever has it alone may change it in place.
  func take(for key: Key) -> Value? {
    last.withLock { last in
      defer { last = nil }
      return last.flatMap { $0.key == key ? $0.value : nil }
    }
  }

  /// Takes the place of whatever was kept.
  func keep(_ value: Value, for key: Key) {
    last.withLock { $0 = (key, value) }
  }

  /// What is kept for this key, or else what is made now and kept from then on.
  func value(for key: Key, orMake make: () -> Value) -> Value {
    if let kept = self[key] { return kept }
    let value = make()
    keep(value, for: key)
    return value
  }
}
