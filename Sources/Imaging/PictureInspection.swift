import CVips

/// What pages and diagnostics need to know about a picture.
package struct PictureInspection: Hashable, Sendable {
  /// By its content, not by its name.
  package var format: PictureFormat
  /// As shown, its orientation applied.
  package var size: PictureSize
  /// More than one if it moves.
  package var frames = 1
  package var hasAlpha = false
  /// As in EXIF; 1 is upright.
  package var orientation = 1
  package var bands = 3
  package var bitsPerBand = 8
  package var hasProfile = false
  /// What it says about where it comes from.
  package var marking = PictureMarking()
  /// What to show in its place until it is there, as `#rrggbb`; nil if nothing of it is opaque.
  package var color: String?

  /// Inspects a picture: all of it is decoded once, so that no later stage finds it broken.
  ///
  /// - Parameters:
  ///   - bytes: the picture's file.
  ///   - name: the name of the file, whose ending must not promise another format.
  /// - Throws: Why the file cannot be used as a picture.
  package init(of bytes: [UInt8], named name: String) throws(PictureFault) {
    guard let format = PictureFormat(ofContent: bytes) else { throw .unreadable }
    if let promised = PictureFormat(ofName: name), promised != format {
      throw .mislabelled(format)
    }
    guard let bytes = format == .svg ? SVGSanitizer.sanitize(bytes) : bytes else {
      throw .unreadable
    }
    (self.format, size) = (format, PictureSize(width: 0, height: 0))
    guard let head = PictureHead(of: bytes) else {
      throw VipsPicture.hasLoader(for: bytes)
        ? PictureFault(of: bytes, format) : .unsupported(format)
    }
    note(head.header)
    marking = head.marking
    try checkSize(ofFileWith: bytes.count)
    let sample = Rendition.Shape.scaled(width: 64).size(of: size)
    guard
      let picture = VipsPicture.decoding(
        bytes, to: PictureSize(width: sample.width, height: min(sample.height, 64)))
    else { throw PictureFault(of: bytes, format) }
    color = DominantColor(of: picture)?.text
  }
}

/// What a file says before its pixels.
private struct PictureHead {
  var header: SitegenPictureHeader
  var marking: PictureMarking

  init?(of bytes: [UInt8]) {
    let head = bytes.withUnsafeBytes { bytes -> (SitegenPictureHeader, PictureMarking)? in
      guard let picture = VipsPicture(sitegen_picture_open(bytes.baseAddress, bytes.count)) else {
        return nil
      }
      return (sitegen_picture_header(picture.handle), PictureMarking(in: picture))
    }
    guard let head else { return nil }
    (header, marking) = head
  }
}

extension PictureInspection {
  private mutating func note(_ header: SitegenPictureHeader) {
    let isOnItsSide = header.orientation >= 5  // EXIF 2.32, tag 0x0112
    size = PictureSize(
      width: Int(isOnItsSide ? header.height : header.width),
      height: Int(isOnItsSide ? header.width : header.height))
    // The pages of a TIFF or AVIF do not follow one another in time.
    frames = format == .gif || format == .webp ? Int(header.frames) : 1
    hasAlpha = header.has_alpha != 0
    orientation = Int(header.orientation)
    (bands, bitsPerBand) = (Int(header.bands), Int(header.bits))
    hasProfile = header.has_profile != 0
  }

  private func checkSize(ofFileWith count: Int) throws(PictureFault) {
    let (pixels, overflows) = size.area.multipliedReportingOverflow(by: frames)
    guard overflows || pixels > PictureLimit.pixels else { return }
    let isBomb = overflows || pixels / PictureLimit.pixelsPerByte > count
    throw isBomb ? .bomb(size) : .tooLarge(size)
  }
}

extension PictureFault {
  /// Why a picture could not be decoded although its header is there.
  init(of bytes: [UInt8], _ format: PictureFormat) {
    self = format.isWhole(bytes) ? .unreadable : .truncated
  }
}

extension PictureFormat {
  /// Whether a file has the end that the format asks for.
  fileprivate func isWhole(_ bytes: [UInt8]) -> Bool {
    let end = bytes.suffix(64)
    switch self {
    case .jpeg: return zip(end, end.dropFirst()).contains { $0 == 0xff && $1 == 0xd9 }
    case .png:
      return end.indices.contains { end[$0...].starts(with: "IEND".utf8) }
    case .gif: return end.contains(0x3b)
    case .webp:
      let size = bytes.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      return bytes.count >= size + 8
    case .avif: return Self.endOfBoxes(in: bytes) == bytes.count
    case .svg, .tiff: return true
    }
  }

  /// Where the last box at the top of a file of ISO/IEC 14496-12 should end.
  private static func endOfBoxes(in bytes: [UInt8]) -> Int {
    var position = 0
    while position + 8 <= bytes.count {
      let size = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      if size == 0 { return bytes.count }
      if size < 8 { return -1 }
      position += size
    }
    return position
  }
}
