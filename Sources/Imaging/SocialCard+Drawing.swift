import CVips

extension SocialCard {
  /// The card as a PNG; nil if there is no libvips, or one that sets no text.
  package func encoded() -> [UInt8]? {
    guard EncoderSupport.problem == nil else { return nil }
    var canvas = Canvas(isRightToLeft: isRightToLeft)
    canvas.fill(Layout.bar, with: .accent)
    var top = Layout.top
    if let section {
      let label = textType.sized(Layout.labelSize)
      canvas.write(.text(section, label), at: top, in: .accent)
      top += Layout.labelSize * 2
    }
    let nameTop = Self.size.height - Layout.margin - Layout.nameSize
    let name = textType.sized(Layout.nameSize)
    canvas.write(.text(publication, name), at: nameTop, in: .ink)
    let height = nameTop - Layout.nameSize - top
    canvas.write(.headline(headline, headlineType, height: height), at: top, in: .ink)
    return IndexedPNG(canvas.samples, size: Self.size, palette: look.palette)?.bytes
  }

  private var headlineType: CardType {
    CardType(fonts: look.headlineFonts, file: look.headlineFontFile?.path, language: language)
  }

  private var textType: CardType {
    CardType(fonts: look.textFonts, file: look.textFontFile?.path, language: language)
  }
}

/// How a text of a card is set.
private struct CardType {
  /// As in CSS.
  var fonts: String
  /// With one of them; nil if all are installed.
  var file: String?
  var language: String?
  var size = 0

  func sized(_ size: Int) -> CardType {
    var type = self
    type.size = size
    return type
  }

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

/// What a card is written with: the first position of its shades in the palette.
private enum Ink: UInt8 {
  case ink = 0
  case accent = 128

  /// From the paper to the full color.
  static let shades = 128

  /// The position of a pixel of which lettering covers a share of 255.
  func position(covering share: UInt8) -> UInt8 { rawValue + share / 2 }
}

extension SocialCard.Look {
  /// The shades of all inks, in order.
  fileprivate var palette: [[UInt8]] {
    [ink, accent].flatMap { color in
      (0..<Ink.shades).map { shade in
        zip(paper.components, color.components).map { paper, color in
          UInt8((paper * (Ink.shades - 1 - shade) + color * shade) / (Ink.shades - 1))
        }
      }
    }
  }
}

/// A card while it is drawn.
private struct Canvas {
  /// Positions in the palette, row after row; paper at first.
  private(set) var samples = [UInt8](
    repeating: 0, count: SocialCard.size.width * SocialCard.size.height)
  let isRightToLeft: Bool

  /// Fills the card from its top down.
  mutating func fill(_ size: PictureSize, with ink: Ink) {
    for index in 0..<size.width * size.height { samples[index] = ink.position(covering: .max) }
  }

  /// Writes a text from the margin on at which its script begins.
  ///
  /// What could not be set is left out: a card without its section is better than none.
  mutating func write(_ lettering: consuming VipsPicture?, at top: Int, in ink: Ink) {
    guard let lettering else { return }
    let (size, card) = (lettering.size, SocialCard.size)
    let shares = lettering.pixels()
    let left = isRightToLeft ? card.width - Layout.margin - size.width : Layout.margin
    guard shares.count == size.width * size.height else { return }
    for row in 0..<min(size.height, card.height - top) {
      for column in max(0, -left)..<min(size.width, card.width - left) {
        let share = shares[row * size.width + column]
        guard share > 1 else { continue }
        samples[(top + row) * card.width + left + column] = ink.position(covering: share)
      }
    }
  }
}

extension VipsPicture? {
  /// A text as set in one size, in as many lines as it takes.
  fileprivate static func text(_ text: String, _ type: CardType) -> VipsPicture? {
    func lettering(_ font: UnsafePointer<CChar>, _ file: UnsafePointer<CChar>?) -> OpaquePointer? {
      let style = SitegenTextStyle(font: font, font_file: file, width: Int32(Layout.width))
      return sitegen_picture_lettering(type.markup(of: text), style)
    }
    return VipsPicture(
      type.font.withCString { font in
        guard let file = type.file else { return lettering(font, nil) }
        return file.withCString { lettering(font, $0) }
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

extension String {
  /// Red, green and blue of `#rrggbb`; black if it is written in another way.
  fileprivate var components: [Int] {
    let value = Int(dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { value >> $0 & 0xff }
  }
}
