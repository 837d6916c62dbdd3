import SiteModel

/// Looks at the pictures of the theme that the configuration names: the publisher's logo, and what
/// pages without a picture of their own share.
///
/// One that is not there would be missing on every page without anybody noticing.
enum ThemePictureCheck {
  static func diagnostics(
    _ configuration: SiteConfiguration, in assets: [String: Permalink]
  ) -> [Diagnostic] {
    let pictures = [
      ("logo", configuration.publisher.logo), ("picture", configuration.shareImage?.asset),
    ]
    return pictures.compactMap { words, picture in
      guard let picture, assets[picture.value] == nil else { return nil }
      return .error(
        .templateAsset, "the \(words) \(picture.value) is not in Templates/assets/",
        hint: nearestName(to: picture.value, in: assets.keys.sorted()).map {
          "Did you mean \"\($0)\"?"
        } ?? "Name it by its path below Templates/assets/, for example icons/logo.png.",
        at: picture.place)
    }
  }
}

extension PixelSize {
  /// What the head of a PNG or JPEG file says; nil for other files.
  ///
  /// Enough for a file of the theme, which need not wait for the picture engine.
  init?(headOf bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]), bytes.count >= 24 {
      self.init(
        width: Self.number(bytes[16..<20]), height: Self.number(bytes[20..<24]))
      return
    }
    guard bytes.starts(with: [0xff, 0xd8]) else { return nil }
    var position = 2
    while position + 9 < bytes.count, bytes[position] == 0xff {
      let marker = bytes[position + 1]
      // Of the frame headers, C4, C8 and CC are something else.
      if (0xc0...0xcf).contains(marker), ![0xc4, 0xc8, 0xcc].contains(marker) {
        self.init(
          width: Self.number(bytes[(position + 7)..<(position + 9)]),
          height: Self.number(bytes[(position + 5)..<(position + 7)]))
        return
      }
      position += 2 + Self.number(bytes[(position + 2)..<(position + 4)])
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
