import SiteModel

/// A file that the publication consists of, and how its bytes come about.
struct PlannedFile: Sendable {
  /// Where the bytes come from.
  enum Content: Sendable {
    case page(SitePage)
    case bytes([UInt8])
    /// A file of `Content/`, by its path relative to the source folder.
    case copy(String)
  }

  var permalink: Permalink
  var content: Content
  /// The stamp with which the file is known to hold what it should; nil if nothing is known.
  ///
  /// If the file still bears it, its bytes are neither made nor written.
  var knownStamp: FileStamp?

  var outputPath: String { permalink.outputPath }
}
