import SiteModel

/// The picture that social networks show.
struct ShareImageContext: TemplateContext {
  var url: String
  var size: PixelSize?
  var type: String?
  var alt: String?

  static let name = "ShareImage"
  static let summary = "The picture that social networks show."
  static let fields = FieldTable<ShareImageContext>([
    .text("url", "Its full address.") { $0.url },
    .text("type", "Its media type; absent if unknown.") { $0.type },
    .number("width", "In pixels; absent if unknown.") { $0.size?.width },
    .number("height", "In pixels; absent if unknown.") { $0.size?.height },
    .text("alt", "What it shows.") { $0.alt },
  ])
}

extension ShareImageContext {
  /// The picture of pages that have none of their own.
  init?(sharedIn publication: Publication) {
    guard let image = publication.configuration.shareImage,
      let asset = publication.assets[image.asset.value]
    else { return nil }
    let encoding = PictureEncoding.allCases.first {
      image.asset.value.lowercased().hasSuffix(".\($0.fileExtension)")
    }
    self.init(
      url: publication.base.absolute(asset), size: image.size, type: encoding?.mediaType,
      alt: publication.configuration.title)
  }

  /// The cover of an article, cropped as networks want it, or the card that stands for one.
  init?(of index: Int, in publication: Publication) {
    let base = publication.base
    let title = publication.site.articles[index].frontMatter.title
    if let card = publication.site.articles[index].card {
      self.init(
        url: base.absolute(card), size: PictureCrop.cardSize,
        type: PictureEncoding.png.mediaType, alt: title)
      return
    }
    guard let cover = publication.site.articles[index].cover else { return nil }
    let alt = publication.site.articles[index].frontMatter.cover?.alt
    if let set = cover.set, set.crops.contains(.share) {
      self.init(
        url: base.absolute(set.permalink(of: .share)), size: PictureCrop.cardSize,
        type: set.cropFormat.mediaType, alt: alt)
    } else {
      let page = publication.site.articles[index].permalink
      self.init(
        url: cover.address(base: base, style: .absolute(page: page)), size: cover.size,
        type: cover.set?.fallback.mediaType, alt: alt)
    }
  }
}
