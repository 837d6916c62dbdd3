import CVips

/// What the libvips of this machine can do.
package struct EncoderSupport: Hashable, Sendable {
  /// The formats that it can write.
  package let formats: Set<PictureFormat>
  /// The version of libvips and of the way it is used, for example `8.14.1-2`: with another one, the
  /// same recipe gives other bytes.
  package let version: String
  /// The file of libvips; nil if that cannot be told.
  package let path: String?

  /// Why no picture can be read or written at all; nil if they can.
  package static var problem: String? {
    sitegen_vips_problem().map { String(cString: $0) }
  }

  /// Asks libvips, by writing one pixel in each format; nil if there is no libvips.
  package init?() {
    guard Self.problem == nil else { return nil }
    let library = (0...2).map { String(sitegen_vips_version($0)) }.joined(separator: ".")
    version = "\(library)-\(Self.revision)"
    path = sitegen_vips_path().map { String(cString: $0) }
    formats = Set(PictureFormat.written.filter(Self.canWrite))
  }

  /// Raised with each change of what an encoder is told or of what is done before it.
  private static let revision = 4

  private static func canWrite(_ format: PictureFormat) -> Bool {
    let size = PictureSize(width: 16, height: 16)
    let white = [UInt8](repeating: 255, count: size.width * size.height * 3)
    guard let picture = VipsPicture(samples: white, size: size, bands: 3) else { return false }
    return picture.encoded(as: format, quality: 50, xmp: []) != nil
  }
}

extension PictureFormat {
  /// Those that renditions can have.
  package static let written: [PictureFormat] = [.avif, .webp, .jpeg, .png]

  /// How many pixels wide and high a picture in this format can be.
  package var longestSide: Int {
    switch self {
    case .webp: 16_383
    case .jpeg: 65_500
    case .avif: 16_384  // More is possible by the standard, but no decoder has to read it.
    case .png, .gif, .svg, .tiff: .max
    }
  }
}
