/// A picture that is made of another one, as asked for.
package struct Rendition: Hashable, Sendable {
  package var shape: Shape
  package var format: PictureFormat
  /// From 1 to 100, in each format by another measure; PNG has none.
  package var quality: Int

  /// Asks for a shape in a format, with ``PictureFormat/usualQuality`` if none is given.
  package init(_ shape: Shape, as format: PictureFormat, quality: Int? = nil) {
    self.shape = shape
    self.format = format
    self.quality = quality ?? format.usualQuality
  }

  /// What is shown, and how large.
  package enum Shape: Hashable, Sendable {
    /// All of it, at most this wide and never enlarged.
    case scaled(width: Int)
    /// As much of it as has these proportions, never enlarged.
    case cropped(width: Int, height: Int, focus: PictureFocus)
    /// As much of it as has these proportions, at exactly this size.
    case filled(width: Int, height: Int, focus: PictureFocus)
  }
}

extension Rendition.Shape {
  /// The size that comes out, of a picture of this size.
  package func size(of original: PictureSize) -> PictureSize {
    switch self {
    case .scaled(let width):
      let width = min(width, original.width)
      let height = (original.height * width * 2 + original.width) / (original.width * 2)
      return PictureSize(width: width, height: max(1, height))
    case .cropped(let width, let height, _):
      let cut = cut(of: original).size
      return cut.width >= width && cut.height >= height
        ? PictureSize(width: width, height: height) : cut
    case .filled(let width, let height, _):
      return PictureSize(width: width, height: height)
    }
  }

  /// What of a picture of this size is shown.
  func cut(of original: PictureSize) -> PictureCut {
    switch self {
    case .scaled: PictureCut(left: 0, top: 0, size: original)
    case .cropped(let width, let height, let focus), .filled(let width, let height, let focus):
      original.largestCut(like: PictureSize(width: width, height: height), around: focus)
    }
  }
}

extension PictureSize {
  fileprivate func largestCut(like shape: PictureSize, around focus: PictureFocus) -> PictureCut {
    let isWider = width * shape.height >= height * shape.width
    let size =
      isWider
      ? PictureSize(width: max(1, height * shape.width / shape.height), height: height)
      : PictureSize(width: width, height: max(1, width * shape.height / shape.width))
    return PictureCut(
      left: min(max(width * focus.x / 100 - size.width / 2, 0), width - size.width),
      top: min(max(height * focus.y / 100 - size.height / 2, 0), height - size.height),
      size: size)
  }
}

extension PictureFormat {
  /// The quality at which photographs look the same in all formats, judged side by side at the
  /// sizes of pages.
  package var usualQuality: Int {
    switch self {
    case .avif: 55
    case .webp: 78
    case .jpeg: 80
    case .png, .gif, .svg, .tiff: 100
    }
  }
}
