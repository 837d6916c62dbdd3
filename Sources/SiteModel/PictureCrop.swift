/// A shape to which covers are cropped for those who show them elsewhere.
package enum PictureCrop: String, Hashable, Sendable, CaseIterable {
  /// What search engines ask for (M-1).
  case wide = "16x9"
  case classic = "4x3"
  case square = "1x1"
  /// What social networks show (M-41).
  case share

  package static let forSearchEngines: [PictureCrop] = [.wide, .classic, .square]

  /// The size of every social card.
  package static let cardSize = PixelSize(width: 1_200, height: 630)

  /// A picture that is smaller than half of a card would make an ugly one.
  static func isLargeEnoughForCard(_ size: PixelSize) -> Bool {
    size.width * 2 >= cardSize.width && size.height * 2 >= cardSize.height
  }

  /// The largest crop of a picture that is no wider than 1,200 pixels; cards are always as large as
  /// networks want them.
  package func size(within picture: PixelSize) -> PixelSize {
    let (width, height) = ratio
    if self == .share { return Self.cardSize }
    let fitting = min(Self.cardSize.width, picture.width, picture.height * width / height)
    return PixelSize(width: max(1, fitting), height: max(1, fitting * height / width))
  }

  private var ratio: (width: Int, height: Int) {
    switch self {
    case .wide: (16, 9)
    case .classic: (4, 3)
    case .square: (1, 1)
    case .share: (Self.cardSize.width, Self.cardSize.height)
    }
  }
}
