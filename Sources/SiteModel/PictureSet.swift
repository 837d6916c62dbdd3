/// The files that stand for one picture: the same at several widths and in several formats.
///
/// Their addresses follow from the original and from what is done to it, so pages can be made
/// before the files are. It keeps what all of them share, since a publication has very many.
package struct PictureSet: Hashable, Sendable {
  /// Where all addresses begin, for example `/assets/pictures/ai/story/cover`.
  package let stem: String
  /// Changes with the original and with what is done to it.
  package let version: String
  /// Of the original, as shown.
  package let original: PixelSize
  /// Ascending; never empty.
  package private(set) var widths: [Int]
  /// The best first; the last one is ``fallback``.
  package let formats: [PictureEncoding]
  package private(set) var crops: [PictureCrop]
  /// The format of the crops, which no browser chooses among.
  package let cropFormat: PictureEncoding
  /// Red, green and blue of the dominant color of an opaque picture, `0xrrggbb`.
  package let color: Int?

  /// The format that every program reads.
  package var fallback: PictureEncoding { formats.last ?? .jpeg }

  /// The width of the file for programs that choose none.
  package var mainWidth: Int { widths.last { $0 <= 1_200 } ?? widths[0] }

  package func permalink(width: Int, _ format: PictureEncoding) -> Permalink {
    Permalink("\(stem)-\(width).\(version).\(format.fileExtension)")
  }

  package func permalink(of crop: PictureCrop) -> Permalink {
    Permalink("\(stem)-\(crop.rawValue).\(version).\(cropFormat.fileExtension)")
  }

  package func size(atWidth width: Int) -> PixelSize {
    let height = (original.height * width * 2 + original.width) / (original.width * 2)
    return PixelSize(width: width, height: max(1, height))
  }

  /// Every file, the crops last, in the quality that each format shall have.
  package func renditions(quality: [PictureEncoding: Int]) -> [PictureRendition] {
    let scaled = formats.flatMap { format in
      widths.map { width in
        PictureRendition(
          permalink: permalink(width: width, format), shape: .scaled, format: format,
          quality: quality[format], size: size(atWidth: width))
      }
    }
    let cropped = crops.map { crop in
      PictureRendition(
        permalink: permalink(of: crop), shape: crop == .share ? .card : .cropped,
        format: cropFormat, quality: quality[cropFormat], size: crop.size(within: original))
    }
    return scaled + cropped
  }

  /// Takes in what another use of the same picture needs.
  mutating func formUnion(_ other: PictureSet) {
    widths = Set(widths).union(other.widths).sorted()
    crops = PictureCrop.allCases.filter { crops.contains($0) || other.crops.contains($0) }
  }
}

/// One of the files that stand for a picture.
package struct PictureRendition: Hashable, Sendable {
  /// Whether the whole picture is shown.
  package enum Shape: Hashable, Sendable {
    case scaled
    /// Cut off, never enlarged.
    case cropped
    /// Cut off, and of the size of a card whatever the size of the picture.
    case card
  }

  package var permalink: Permalink
  package var shape: Shape
  package var format: PictureEncoding
  /// Nil for formats without loss.
  package var quality: Int?
  package var size: PixelSize
}

extension PictureSet {
  /// What is made of a file for a use; nil if the file is published as it is.
  init?(
    of file: PictureFile, at permalink: Permalink, for use: PictureUse, _ settings: ImageSettings
  ) {
    guard settings.makesCopies, let size = file.size, let fallback = file.fallback,
      size.width > 0, size.height > 0
    else { return nil }
    let path = permalink.path
    let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    stem = "\(Self.folder)\(path[..<dot])"
    original = size
    let wanted = use.role == .portrait ? ImageSettings.portraitWidths : settings.widths
    widths = Self.widths(of: wanted, upTo: size.width)
    formats = settings.formats.filter { $0 != fallback } + [fallback]
    cropFormat = file.isOpaque ? .jpeg : .png
    crops = use.role == .cover ? Self.crops(of: size) : []
    color = file.isOpaque ? file.color : nil
    version = use.version(of: file, settings)
  }

  /// Those that the original has pixels for, and its own if it is the smaller one; a file that is
  /// hardly smaller than the next would be none the lighter.
  private static func widths(of wanted: [Int], upTo own: Int) -> [Int] {
    guard let widest = wanted.last, own <= widest else { return wanted }
    return wanted.filter { $0 * 10 <= own * 9 } + [own]
  }

  private static func crops(of size: PixelSize) -> [PictureCrop] {
    PictureCrop.forSearchEngines + (PictureCrop.isLargeEnoughForCard(size) ? [.share] : [])
  }

  /// Hosts let browsers keep everything for ever that lies among the theme's files.
  package static let folder = "/\(SiteDraft.assetFolder)/pictures"
}
