/// A PNG whose samples are positions in a palette: half of the bytes, and a fraction of the time,
/// of one that spells every color out.
///
/// libvips writes palettes only for pictures that it reduces itself. But such a file is a grey one
/// with a palette (PNG specification, third edition, 11.2.1 and 11.2.2).
struct IndexedPNG {
  /// The file; nil if libvips writes no PNG.
  let bytes: [UInt8]

  init?(_ samples: [UInt8], size: PictureSize, palette: [[UInt8]]) {
    guard let picture = VipsPicture(samples: samples, size: size, bands: 1),
      let grey = picture.encoded(as: .png, quality: 100, effort: Self.effort, xmp: []),
      grey.count > Self.headerEnd, grey[Self.colorType] == 0
    else { return nil }
    var header = Array(grey[Self.headerStart..<Self.headerEnd])
    header[Self.colorType - Self.headerStart] = 3
    bytes =
      grey[..<Self.headerStart] + Self.withChecksum(header.dropLast(4))
      + Self.count(palette.count * 3) + Self.withChecksum(Array("PLTE".utf8) + palette.joined())
      + grey[Self.headerEnd...]
  }

  /// The highest takes eight times as long and saves a tenth.
  private static let effort: Int32 = 6

  /// The first chunk comes right after the signature and its own length.
  private static let headerStart = 12
  private static let colorType = headerStart + 4 + 9
  private static let headerEnd = headerStart + 4 + 13 + 4

  /// The type and the data of a chunk with their CRC (annex D of the specification).
  private static func withChecksum(_ chunk: some Sequence<UInt8>) -> [UInt8] {
    var bytes = Array(chunk)
    var remainder = UInt32.max
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xedb8_8320 : remainder >> 1
      }
    }
    bytes += count(Int(~remainder))
    return bytes
  }

  /// Four bytes, the highest first.
  private static func count(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
