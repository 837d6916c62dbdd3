/// A department of the publication: a first-level folder of `Content/`.
package struct Section: Hashable, Sendable {
  /// The folder's name.
  package var name: String
  package var title: String
  package var summary: String?
  package var permalink: Permalink
  /// The text of `_index.md`, if there is any.
  package var page: Page?
  /// Positions in ``Site/articles``, newest first.
  package var articles: [Int]

  package init(
    name: String, title: String, summary: String? = nil, permalink: Permalink, page: Page? = nil,
    articles: [Int] = []
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.permalink = permalink
    self.page = page
    self.articles = articles
  }
}

/// A way to group articles by terms, with the terms that are in use.
package struct Taxonomy: Hashable, Sendable {
  package var settings: TaxonomySettings
  package var permalink: Permalink
  /// In alphabetical order.
  package var terms: [Term]

  package init(settings: TaxonomySettings, permalink: Permalink, terms: [Term] = []) {
    self.settings = settings
    self.permalink = permalink
    self.terms = terms
  }
}

/// A term of a taxonomy: one tag, say.
package struct Term: Hashable, Sendable {
  package var name: String
  package var permalink: Permalink
  /// Positions in ``Site/articles``, newest first.
  package var articles: [Int]

  package init(name: String, permalink: Permalink, articles: [Int] = []) {
    self.name = name
    self.permalink = permalink
    self.articles = articles
  }
}

/// A series of articles that belong together.
package struct Series: Hashable, Sendable {
  package var name: String
  package var permalink: Permalink
  /// Positions in ``Site/articles``, in reading order: numbered parts first, then by date.
  package var articles: [Int]

  package init(name: String, permalink: Permalink, articles: [Int] = []) {
    self.name = name
    self.permalink = permalink
    self.articles = articles
  }
}

/// Someone who writes or edits, with the profile that readers see.
package struct Author: Hashable, Sendable {
  /// The name of the profile's file, or the slug of the byline when there are no profiles.
  package var id: String
  package var name: String
  package var role: String?
  package var photo: Picture?
  package var photoAlt: String?
  package var email: String?
  package var links: [AuthorLink]
  /// The text of the profile.
  package var page: Page?
  package var permalink: Permalink
  /// Positions in ``Site/articles``, newest first.
  package var articles: [Int]

  package init(
    id: String, name: String, role: String? = nil, photo: Picture? = nil, photoAlt: String? = nil,
    email: String? = nil, links: [AuthorLink] = [], page: Page? = nil, permalink: Permalink,
    articles: [Int] = []
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.photo = photo
    self.photoAlt = photoAlt
    self.email = email
    self.links = links
    self.page = page
    self.permalink = permalink
    self.articles = articles
  }
}

/// A profile of an author elsewhere.
package struct AuthorLink: Hashable, Sendable {
  package var title: String
  package var url: String

  package init(title: String, url: String) {
    self.title = title
    self.url = url
  }
}
