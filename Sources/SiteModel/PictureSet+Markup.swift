/// What pages say of the files among which browsers choose.
extension PictureSet {
  /// The files of a format with their widths, for `srcset=""`.
  package func candidates(_ format: PictureEncoding, base: BaseURL) -> String {
    widths.map { "\(base.href(permalink(width: $0, format))) \($0)w" }.joined(separator: ", ")
  }

  /// How wide a picture in a text is shown.
  ///
  /// It is loaded late, so browsers can look for themselves (`auto`); the rest is for those that do
  /// not: the text's measure, or the window's width.
  static let sizesInText = "auto, (min-width: 43rem) 41rem, 100vw"

  /// The class of the color that stands in its place until it comes, one of 64; a style of its own
  /// the Content-Security-Policy would not allow.
  package var placeholder: String? {
    guard let color else { return nil }
    let shades = [16, 8, 0].map { (color >> $0 & 0xff) / 64 }
    return "tint-" + shades.map(String.init).joined()
  }
}
