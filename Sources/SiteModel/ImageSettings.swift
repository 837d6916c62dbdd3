/// How the pictures of `Content/` are published.
package struct ImageSettings: Hashable, Sendable {
  /// Whether smaller copies are made of them at all.
  package var makesCopies = true
  /// The formats of the copies, the best first, beside the one that every program reads.
  package var formats: [PictureEncoding] = [.avif, .webp]
  /// The widths of the copies in pixels, ascending; none is wider than its original.
  package var widths = [480, 768, 1_200, 1_600]
  /// From 1 to 100, by format.
  package var quality: [PictureEncoding: Int] = [.avif: 55, .webp: 78, .jpeg: 80]
  /// How many articles without a cover get a card that social networks show, the newest first.
  ///
  /// The others show what the publication shares.
  package var drawnCards = Int.max

  package init() {}

  /// The widths of the files of a portrait, which is never shown large.
  static let portraitWidths = [160, 320]
}
