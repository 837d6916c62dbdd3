import CVips

extension SocialCard {
  /// The card as a PNG; nil if there is no libvips, or one that sets no text.
  package func encoded() -> [UInt8]? {
    guard var canvas = Canvas(of: self) else { return nil }
    canvas.fill(PictureCut(left: 0, top: 0, size: Layout.bar), with: look.accent)
    var top = Layout.top
    if let section {
      let label = type(look.textFonts).sized(Layout.labelSize)
      canvas.write(.text(section, label), at: top, in: look.accent)
      top += Layout.labelSize * 2
    }
    let nameTop = Self.size.height - Layout.margin - Layout.nameSize
    let name = type(look.textFonts).sized(Layout.nameSize)
    canvas.write(.text(publication, name), at: nameTop, in: look.ink)
    let height = nameTop - Layout.nameSize - top
    canvas.write(
      .headline(headline, type(look.headlineFonts), height: height), at: top, in: look.ink)
    return canvas.picture.encoded(as: .png, quality: 100, xmp: [])
  }

  private func type(_ fonts: String) -> CardType { CardType(fonts: fonts, language: language) }
}

/// How a text of a card is set.
private struct CardType {
  /// As in CSS.
  var fonts: String
  var language: String?
  var size = 0

  func sized(_ size: Int) -> CardType { CardType(fonts: fonts, language: language, size: size) }

  /// As Pango reads it.
  var font: String { "\(FontFamilies(inCSS: fonts).forPango) Bold \(size)" }

  /// A text in Pango's markup.
  func markup(of text: String) -> String {
    guard let language else { return text.escapedForXML }
    return "<span lang=\"\(language.escapedForXML)\">\(text.escapedForXML)</span>"
  }
}

/// Measures in pixels.
private enum Layout {
  static let margin = 72
  static let bar = PictureSize(width: SocialCard.size.width, height: 16)
  static let top = 84
  static let width = SocialCard.size.width - 2 * margin
  static let labelSize = 34
  static let nameSize = 36
  static let headlineSizes = stride(from: 88, through: smallestHeadline, by: -4)
  static let smallestHeadline = 44
}

/// A card while it is drawn.
private struct Canvas: ~Copyable {
  private(set) var picture: VipsPicture
  private let isRightToLeft: Bool

  init?(of card: SocialCard) {
    guard let plain = VipsPicture.plain(SocialCard.size, card.look.paper) else { return nil }
    picture = plain
    isRightToLeft = card.isRightToLeft
  }

  mutating func fill(_ cut: PictureCut, with color: String) {
    paint(VipsPicture.plain(cut.size, "#ffffff"), cut.left, cut.top, color)
  }

  /// Writes a text from the margin on at which its script begins.
  mutating func write(_ lettering: consuming VipsPicture?, at top: Int, in color: String) {
    guard let lettering else { return }
    let far = SocialCard.size.width - Layout.margin - lettering.size.width
    paint(lettering, isRightToLeft ? far : Layout.margin, top, color)
  }

  /// What cannot be painted is left out: a card without its section is better than none.
  private mutating func paint(
    _ mask: consuming VipsPicture?, _ left: Int, _ top: Int, _ color: String
  ) {
    guard let mask else { return }
    let painted = VipsPicture(
      sitegen_picture_paint(
        picture.handle, mask.handle, Int32(left), Int32(top), color.components))
    if let painted { picture = painted }
  }
}

extension VipsPicture? {
  /// A text as set in one size, in as many lines as it takes.
  fileprivate static func text(_ text: String, _ type: CardType) -> VipsPicture? {
    VipsPicture(
      type.font.withCString { font in
        let style = SitegenTextStyle(font: font, font_file: nil, width: Int32(Layout.width))
        return sitegen_picture_lettering(type.markup(of: text), style)
      })
  }

  /// A text as large as fits into a height; one that never fits is cut short.
  fileprivate static func headline(
    _ text: String, _ type: CardType, height: Int
  ) -> VipsPicture? {
    for size in Layout.headlineSizes {
      let lettering = Self.text(text, type.sized(size))
      if lettering.fits(height) { return lettering }
    }
    return shortened(text, type.sized(Layout.smallestHeadline), height)
  }

  /// As many words as fit.
  private static func shortened(_ text: String, _ type: CardType, _ height: Int) -> VipsPicture? {
    var words = text[...]
    while !words.isEmpty {
      words = words.prefix(words.count * 9 / 10)
      words = words.prefix(upTo: words.lastIndex(of: " ") ?? words.endIndex)
      let lettering = Self.text("\(words)…", type)
      if lettering.fits(height) { return lettering }
    }
    return nil
  }

  /// What cannot be set does not fit at any size, and is not tried again.
  private borrowing func fits(_ height: Int) -> Bool {
    switch self {
    case .some(let lettering): lettering.size.height <= height
    case .none: true
    }
  }
}

extension VipsPicture {
  fileprivate static func plain(_ size: PictureSize, _ color: String) -> VipsPicture? {
    VipsPicture(sitegen_picture_plain(Int32(size.width), Int32(size.height), color.components))
  }
}

extension String {
  /// Red, green and blue of `#rrggbb`; black if it is written in another way.
  fileprivate var components: [Double] {
    let value = UInt32(dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { Double(value >> $0 & 0xff) }
  }
}
