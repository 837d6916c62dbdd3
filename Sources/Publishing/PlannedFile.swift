import SiteModel
import Syndication

/// A file that the publication consists of, and how its bytes come about.
struct PlannedFile: Sendable {
  /// Where the bytes come from.
  enum Content: Sendable {
    case page(SitePage)
    case bytes([UInt8])
    case feed(FeedPlan)
    /// A file of `Content/`, by its path relative to the source folder.
    case copy(String)
    /// The same for a drawing, which loses whatever could run.
    case drawing(String)
    /// A file that is made of a picture, by the picture's position in ``Site/pictures``.
    case rendition(PictureRendition, of: Int)
    /// A card that social networks show, by its position in ``Site/cards``.
    case card(Int)
    /// Another file of the publication, compressed.
    indirect case compressed(PlannedFile, ContentEncoding)
  }

  let permalink: Permalink
  /// Relative to the output folder; it is asked for more often than any other part.
  let outputPath: String
  var content: Content
  /// Of everything that its making reads; nil if that is not known for certain.
  var fingerprint: UInt64?
  /// The stamp of the file if it is known to hold what it should, and bears it.
  ///
  /// Then its bytes are neither made nor written. Without one it is made, at least to compare.
  var knownStamp: FileStamp?

  init(permalink: Permalink, content: Content, fingerprint: UInt64? = nil) {
    self.permalink = permalink
    outputPath = permalink.outputPath
    self.content = content
    self.fingerprint = fingerprint
  }

  /// The file that this one is, compressed or not.
  var original: PlannedFile {
    if case .compressed(let file, _) = content { file } else { self }
  }
}
