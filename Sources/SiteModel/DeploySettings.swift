/// Where `sitegen deploy` brings the publication.
package struct DeploySettings: Hashable, Sendable {
  /// The first one is meant where none is named.
  package var targets: [DeployTarget] = []
  /// How many files may be removed at once; nil leaves it to sitegen.
  package var deletions: Int?

  package init() {}
}

/// A place that holds a copy of the publication.
package struct DeployTarget: Hashable, Sendable {
  /// What brings files there.
  package enum Program: String, Sendable, CaseIterable {
    case rclone
    case rsync
  }

  package var name: Located<String>
  package var program: Program
  /// As the program takes it: `remote:bucket/folder`, `user@host:folder` or the path of a folder.
  package var address: String

  package init(name: Located<String>, program: Program, address: String) {
    self.name = name
    self.program = program
    self.address = address
  }
}

/// A file of the publication as it was written.
package struct PublishedFile: Hashable, Sendable {
  /// Relative to the output folder.
  package var path: String
  package var size: Int
  /// Of its bytes.
  package var digest: UInt64

  package init(path: String, size: Int, digest: UInt64) {
    self.path = path
    self.size = size
    self.digest = digest
  }
}

/// What hosts tell browsers to do with their copy of a file.
package enum BrowserCaching {
  /// A theme's file changes its name with its bytes, so it may be kept for ever.
  package static let kept = "public, max-age=31536000, immutable"
  /// Everything else may change.
  package static let askedAgain = "public, max-age=0, must-revalidate"
}
