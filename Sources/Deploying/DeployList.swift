package import SiteModel

/// The list of what sitegen brought to a target.
///
/// It is kept there, so that all machines that deploy see the same one, and so that nothing is ever
/// removed that somebody else put there.
///
/// While files are on their way, the list at the target names at least what sitegen brought there:
/// what may be there in either version is in it without a digest.
package struct DeployList: Hashable, Sendable {
  package static let fileName = ".sitegen-deployed"

  /// Of the files that are there for certain, by path.
  package var digests: [String: UInt64] = [:]
  /// Files that may be there, in whatever version.
  package var uncertain: Set<String> = []

  package init() {}

  /// The list in which all of the files are there.
  package init(of files: [PublishedFile]) {
    digests = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
  }

  package var paths: Set<String> { uncertain.union(digests.keys) }
}

extension DeployList {
  private static let head = "sitegen deployed 1"
  private static let unknown = "-"

  /// One line for each file, between a head and an end by which a list shows that it is whole.
  package var text: String {
    let lines = paths.sorted().map { path in
      "\(digests[path].map { String($0, radix: 16) } ?? Self.unknown) \(path)\n"
    }
    return WholeList.text(Self.head, lines)
  }

  /// Nil for anything but a whole list.
  package init?(_ bytes: [UInt8]) {
    guard let lines = WholeList.lines(of: bytes, Self.head) else { return nil }
    for line in lines {
      guard let space = line.firstIndex(of: " ") else { return nil }
      let (mark, path) = (line[..<space], String(line[line.index(after: space)...]))
      if mark == Self.unknown {
        uncertain.insert(path)
      } else if let digest = UInt64(mark, radix: 16) {
        digests[path] = digest
      } else {
        return nil
      }
    }
  }
}
