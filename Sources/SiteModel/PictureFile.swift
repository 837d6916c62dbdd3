/// What is known of a picture in `Content/`.
package struct PictureFile: Hashable, Sendable {
  /// As shown; nil if that cannot be found out.
  package var size: PixelSize?
  /// Tells versions of the file apart.
  package var digest: UInt64 = 0
  /// The format of its copies for programs that know no other; nil for one that is published as it
  /// is, an animation or a drawing for example.
  package var fallback: PictureEncoding?
  /// Whether nothing shines through.
  package var isOpaque = true
  /// Red, green and blue of its dominant color, `0xrrggbb`; nil if unknown.
  package var color: Int?
  /// Why it cannot be published.
  package var defect: PictureDefect?

  package init(size: PixelSize? = nil) {
    self.size = size
  }
}

/// Why a picture cannot be published, in an editor's words.
package struct PictureDefect: Hashable, Sendable {
  /// A sentence without a full stop.
  package var problem: String
  /// What to do about it, in a full sentence.
  package var remedy: String

  package init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }
}
