import SiteModel

/// An author, for the head of an article's page.
struct HeadAuthorContext: TemplateContext {
  var name: String
  var href: String?

  static let name = "HeadAuthor"
  static let summary = "An author, for the head of an article's page."
  static let fields = FieldTable<HeadAuthorContext>([
    .text("name", "The author's name.") { $0.name },
    .text("href", "The author's page; absent if there is none.") { $0.href },
  ])

  /// Everyone who wrote an article, or else who sent it in, or who paid for it.
  static func all(of index: Int, in publication: Publication) -> [HeadAuthorContext] {
    let authors = publication.site.articles[index].authors.map { author in
      HeadAuthorContext(
        name: publication.site.authors[author].name,
        href: publication.href(publication.site.authors[author].permalink))
    }
    guard authors.isEmpty else { return authors }
    let sender = publication.site.articles[index].frontMatter.submission?.by
    let isSponsored = publication.site.articles[index].isSponsored
    let sponsor = isSponsored ? publication.site.articles[index].frontMatter.sponsor : nil
    return (sender ?? sponsor).map { [HeadAuthorContext(name: $0)] } ?? []
  }
}
