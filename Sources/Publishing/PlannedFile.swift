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

  var outputPath: String { permalink.outputPath }
}
