import SiteModel

/// Something that is a picture before it is anything else.
protocol PictureContext: TemplateContext {
  var picture: Picture { get }
  var base: BaseURL { get }
}

extension PictureContext {
  /// What the partial `picture` reads.
  static var pictureFields: [Field<Self>] {
    [
      .text("src", "The address of the file for browsers that choose none.") {
        $0.picture.address(base: $0.base)
      },
      .text("srcset", "The files of the same format with their widths; absent if there is but one.")
      { context in
        context.picture.set.map { $0.candidates($0.fallback, base: context.base) }
      },
      .list("sources", "The same in better formats, the best first.") {
        context -> [SourceContext] in
        guard let set = context.picture.set else { return [] }
        return set.formats.dropLast().map {
          SourceContext(set: set, format: $0, base: context.base)
        }
      },
      .number("width", "In pixels; absent if unknown.") { $0.picture.size?.width },
      .number("height", "In pixels; absent if unknown.") { $0.picture.size?.height },
      .text(
        "look",
        "Classes for the color that stands in its place until it comes, and for the point that "
          + "crops keep; absent if there is nothing to say."
      ) { $0.picture.look },
    ]
  }
}

/// The files of a picture in one format.
struct SourceContext: TemplateContext {
  var set: PictureSet
  var format: PictureEncoding
  var base: BaseURL

  static let name = "Source"
  static let summary = "The files of a picture in one format."
  static let fields = FieldTable<SourceContext>([
    .text("type", "The media type.") { $0.format.mediaType },
    .text("srcset", "The files with their widths.") { $0.set.candidates($0.format, base: $0.base) },
  ])
}

/// A picture.
struct PhotoContext: PictureContext {
  var picture: Picture
  var alt: String
  var base: BaseURL

  static let name = "Photo"
  static let summary = "A picture, for the partial `picture`."
  static let fields = FieldTable<PhotoContext>(
    pictureFields + [.text("alt", "What it shows.") { $0.alt }])
}

/// The picture at the head of an article.
struct CoverContext: PictureContext {
  var cover: Cover
  var picture: Picture
  var base: BaseURL

  static let name = "Cover"
  static let summary = "The picture at the head of an article, for the partial `picture`."
  static let fields = FieldTable<CoverContext>(
    pictureFields + [
      .text("alt", "What it shows; empty when it is decoration.") {
        $0.cover.isDecorative ? nil : $0.cover.alt
      },
      .text("caption", "What stands below it.") { $0.cover.caption },
      .text("credit", "Who made it.") { $0.cover.credit },
      .flag("isAIGenerated", "Whether a machine made it, which readers must be told (E-10).") {
        $0.cover.isAIGenerated
      },
    ])
}

extension Picture {
  /// Classes of the theme's style sheet; the point that crops keep is rounded to quarters.
  var look: String? {
    var names = [set?.placeholder].compactMap(\.self)
    if focus != .center {
      let (x, y) = ((focus.x + 12) / 25 * 25, (focus.y + 12) / 25 * 25)
      names += ["focus-x\(x)", "focus-y\(y)"]
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}
