import SiteModel

/// An author in a list.
struct AuthorItemContext: TemplateContext {
  var publication: Publication
  var index: Int

  var author: Author { _read { yield publication.site.authors[index] } }

  static let name = "AuthorItem"
  static let summary = "An author in a list."
  static let fields = FieldTable<AuthorItemContext>([
    .text("name", "The author's name.") { $0.author.name },
    .text("href", "The author's page.") { $0.publication.href($0.author.permalink) },
    .text("role", "What the author does, for example \"Security editor\".") { $0.author.role },
    .object("photo", "A portrait; absent if there is none.") {
      $0.publication.photo(of: $0.author)
    },
    .text("countText", "How many articles there are, in words.") {
      $0.publication.articleCount($0.author.articles.count)
    },
  ])
}

/// The page with all authors.
struct AuthorListContext: TemplateContext {
  var publication: Publication

  static let name = "AuthorList"
  static let summary = "The page with all authors."
  static let fields = FieldTable<AuthorListContext>([
    .list("authors", "The authors by name.") { context in
      context.publication.site.authors.indices.map {
        AuthorItemContext(publication: context.publication, index: $0)
      }
    }
  ])
}

/// An author's page.
struct AuthorContext: TemplateContext {
  var publication: Publication
  var index: Int
  var page: Int

  var author: Author { _read { yield publication.site.authors[index] } }

  static let name = "Author"
  static let summary = "An author's page."
  static let fields = FieldTable<AuthorContext>([
    .text("name", "The author's name.") { $0.author.name },
    .text("role", "What the author does.") { $0.author.role },
    .object("photo", "A portrait; absent if there is none.") {
      $0.publication.photo(of: $0.author)
    },
    .text("email", "The author's address.") { $0.author.email },
    .list("links", "The author's profiles elsewhere.") { context in
      context.author.links.map { LinkContext(title: $0.title, href: $0.url) }
    },
    .markup("bio", "The text of the profile, on its first page.") { context in
      context.page == 1 ? context.author.page.map { context.publication.markup(of: $0) } : nil
    },
    .list("articles", "The articles of this page, newest first.") { context in
      context.publication.cards(
        context.publication.site.articles(context.author.articles, onPage: context.page))
    },
    .text("countText", "How many articles there are, in words.") {
      $0.publication.articleCount($0.author.articles.count)
    },
    .text("feedHref", "The feed of the articles (RSS); absent if there are none.") { context in
      context.author.articles.isEmpty
        ? nil : context.publication.feedHref(.author(context.index))
    },
  ])
}

extension Publication {
  func photo(of author: Author) -> PhotoContext? {
    author.photo.map { PhotoContext(picture: $0, alt: author.photoAlt ?? author.name, base: base) }
  }

  /// The text of a page.
  func markup(of page: Page) -> Markup {
    .body(page.body, links: page.links, base: base)
  }
}
