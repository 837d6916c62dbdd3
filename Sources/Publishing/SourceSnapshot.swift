import Content
import SiteModel

/// How the sources of a publication were at one moment, as far as a build looks at them.
package struct SourceSnapshot: Hashable, Sendable {
  private let stamps: [String: FileStamp]

  /// - Parameter source: the folder with `sitegen.yaml`, `Content/` and `Templates/`.
  package init(of source: String) {
    stamps = ContentReader(root: source).list().stamps
  }

  /// The files that were added, removed or changed, in the order of their paths.
  package func changes(since old: SourceSnapshot) -> [String] {
    let changed = stamps.filter { old.stamps[$0.key] != $0.value }.keys
    let removed = old.stamps.keys.filter { stamps[$0] == nil }
    return (changed + removed).sorted()
  }
}
