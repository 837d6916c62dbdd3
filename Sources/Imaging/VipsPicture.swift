import CVips

/// A picture of libvips, which is closed with the value.
struct VipsPicture: ~Copyable {
  let handle: OpaquePointer

  /// Takes over what a call of libvips gave; nil if it failed.
  init?(_ handle: OpaquePointer?) {
    guard let handle else { return nil }
    self.handle = handle
  }

  deinit { sitegen_picture_close(handle) }
}

extension VipsPicture {
  /// Decodes a file's bytes to a size: upright, in 8-bit sRGB or grey.
  static func decoding(_ bytes: [UInt8], to size: PictureSize) -> VipsPicture? {
    let (width, height) = (Int32(size.width), Int32(size.height))
    return VipsPicture(
      bytes.withUnsafeBytes { sitegen_picture_decode($0.baseAddress, $0.count, width, height) })
  }

  /// Decodes all frames of a file's bytes, each to a size.
  static func decodingAllFrames(of bytes: [UInt8], to size: PictureSize) -> VipsPicture? {
    let (width, height) = (Int32(size.width), Int32(size.height))
    return VipsPicture(
      bytes.withUnsafeBytes { sitegen_animation_decode($0.baseAddress, $0.count, width, height) })
  }

  /// Takes 8-bit samples, band beside band, row after row.
  init?(samples: [UInt8], size: PictureSize, bands: Int) {
    let (width, height) = (Int32(size.width), Int32(size.height))
    self.init(
      samples.withUnsafeBytes {
        sitegen_picture_of_samples($0.baseAddress, width, height, Int32(bands))
      })
  }

  /// Whether this libvips reads the format of these bytes at all.
  static func hasLoader(for bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { sitegen_picture_has_loader($0.baseAddress, $0.count) != 0 }
  }

  var size: PictureSize {
    let header = sitegen_picture_header(handle)
    return PictureSize(width: Int(header.width), height: Int(header.height))
  }

  /// A part of it.
  func cut(_ cut: PictureCut) -> VipsPicture? {
    VipsPicture(
      sitegen_picture_cut(
        handle, Int32(cut.left), Int32(cut.top), Int32(cut.size.width), Int32(cut.size.height)))
  }

  func resized(to size: PictureSize) -> VipsPicture? {
    VipsPicture(sitegen_picture_resize(handle, Int32(size.width), Int32(size.height)))
  }

  /// The samples, band beside band, row after row.
  func pixels() -> [UInt8] {
    var count = 0
    return Self.taking(sitegen_picture_pixels(handle, &count), count) ?? []
  }

  func encoded(as rendition: Rendition, xmp: [UInt8]) -> [UInt8]? {
    encoded(as: rendition.format, quality: rendition.quality, xmp: xmp)
  }

  /// The bytes of a file with the picture; nil if this libvips has no encoder for it.
  ///
  /// With another `effort` than usual it may take less time, and more bytes.
  func encoded(
    as format: PictureFormat, quality: Int, effort: Int32? = nil, xmp: [UInt8]
  ) -> [UInt8]? {
    guard let encoding = format.encoding else { return nil }
    var count = 0
    return xmp.withUnsafeBytes { xmp in
      let saving = SitegenSaving(
        encoding: encoding, quality: Int32(quality), effort: effort ?? format.effort,
        xmp: xmp.isEmpty ? nil : xmp.baseAddress, xmp_count: xmp.count)
      return Self.taking(sitegen_picture_save(handle, saving, &count), count)
    }
  }

  private static func taking(_ memory: UnsafeMutableRawPointer?, _ count: Int) -> [UInt8]? {
    guard let memory else { return nil }
    defer { sitegen_free(memory) }
    return Array(UnsafeRawBufferPointer(start: memory, count: count))
  }
}

extension PictureFormat {
  /// Nil for those that are only read.
  fileprivate var encoding: SitegenEncoding? {
    switch self {
    case .jpeg: SITEGEN_JPEG
    case .png: SITEGEN_PNG
    case .webp: SITEGEN_WEBP
    case .avif: SITEGEN_AVIF
    case .gif, .svg, .tiff: nil
    }
  }

  /// Where more effort would take much longer and save few bytes.
  fileprivate var effort: Int32 {
    switch self {
    case .avif: 2
    case .webp: 4
    case .png: 9
    default: 0
    }
  }
}
