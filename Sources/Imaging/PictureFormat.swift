/// The formats of picture files that sitegen reads; the first four it also writes.
package enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  case jpeg, png, webp, avif, gif, svg, tiff

  /// The format that a file's name promises; nil if the name is of no picture.
  package init?(ofName name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "jpg", "jpeg": self = .jpeg
    case "tif", "tiff": self = .tiff
    case let other: self.init(rawValue: other)
    }
  }

  /// The format that a file's first bytes show; nil if they are of no picture that sitegen reads.
  package init?(ofContent bytes: [UInt8]) {
    func has(_ mark: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: mark.utf8)
    }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
      self = .png
    } else if has("GIF87a") || has("GIF89a") {
      self = .gif
    } else if has("RIFF"), has("WEBP", at: 8) {
      self = .webp
    } else if has("ftyp", at: 4), Self.isAVIF(brandsOf: bytes) {
      self = .avif
    } else if bytes.starts(with: [0x49, 0x49, 0x2a, 0])
      || bytes.starts(with: [0x4d, 0x4d, 0, 0x2a])
    {
      self = .tiff
    } else if Self.isSVG(bytes) {
      self = .svg
    } else {
      return nil
    }
  }

  /// As it ends a file's name.
  package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

  package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }

  /// As people say it.
  package var name: String {
    switch self {
    case .webp: "WebP"
    default: rawValue.uppercased()
    }
  }
}

extension PictureFormat {
  /// The brands of the file type box (ISO/IEC 14496-12, 4.3): the major one, a version, more brands.
  private static func isAVIF(brandsOf bytes: [UInt8]) -> Bool {
    let size = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let end = min(size, bytes.count)
    let brands = stride(from: 8, to: end - 3, by: 4).map { Array(bytes[$0..<$0 + 4]) }
    return brands.contains(Array("avif".utf8)) || brands.contains(Array("avis".utf8))
  }

  /// Whether a document begins with the element `svg`, after what XML allows before it.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    var scanner = XMLScanner(bytes)
    while let token = scanner.next() {
      switch token {
      case .start(let element): return element.localName == "svg"
      case .text(let text): if !text.isWhitespace { return false }
      case .aside: continue
      case .end: return false
      }
    }
    return false
  }
}
