/// Why a file cannot be used as a picture.
package enum PictureFault: Error, Hashable, Sendable {
  /// It is no picture that sitegen reads, or it is damaged.
  case unreadable
  /// It ends before the picture does.
  case truncated
  /// Its name promises another format than it has.
  case mislabelled(PictureFormat)
  /// It has more pixels than sitegen takes on.
  case tooLarge(PictureSize)
  /// A small file that would unpack to more than sitegen takes on.
  case bomb(PictureSize)
  /// The libvips of this machine reads other formats, but not this one.
  case unsupported(PictureFormat)
}

extension PictureFault {
  /// The rule that is broken, for a diagnostic.
  package var summary: String {
    switch self {
    case .unreadable: "the picture cannot be read: the file is damaged or no picture"
    case .truncated: "the picture breaks off: the end of the file is missing"
    case .mislabelled(let format):
      "the picture is \(format.name) inside, which its name does not say"
    case .tooLarge(let size):
      "the picture has \(size.width) x \(size.height) pixels, more than the "
        + "\(PictureLimit.pixels / 1_000_000) million that sitegen takes on"
    case .bomb(let size):
      "the picture is a small file that unpacks to \(size.width) x \(size.height) pixels"
    case .unsupported(let format): "this machine's libvips cannot read \(format.name)"
    }
  }

  /// What to do about it.
  package var hint: String {
    switch self {
    case .unreadable: "Open it in an image program and save it again."
    case .truncated: "Copy it again from where it came; a transfer may have been interrupted."
    case .mislabelled(let format): "Give its name the ending .\(format.fileExtension)."
    case .tooLarge: "Save a smaller copy: pages show pictures up to 1600 pixels wide."
    case .bomb: "Do not open it. Ask whoever sent it for the original, or leave it out."
    case .unsupported(let format):
      "Install a libvips with \(format.name), or save the picture as JPEG or PNG."
    }
  }
}

/// What sitegen takes on.
enum PictureLimit {
  /// Of all frames together: 100 million need some 400 MB while they are decoded.
  static let pixels = 100_000_000
  /// A picture over the limit with more pixels for each byte is made to do harm.
  static let pixelsPerByte = 100
}
