/// What the files of `Content/` say, before anything is known about the site as a whole.
package struct ParsedContent: Sendable {
  package var articles: [ParsedDocument] = []
  package var pages: [ParsedDocument] = []
  /// The `_index.md` files of sections; `name` is the folder's.
  package var sections: [ParsedDocument] = []
  package var authors: [ParsedAuthor] = []
  /// Whether `Content/authors/` exists: then an unknown author is an error.
  package var hasAuthorProfiles = false
  /// Files with mistakes that keep them from being articles or pages, relative to `Content/`; links
  /// to them are no further mistakes.
  package var broken: Set<String> = []
  /// All other files, relative to `Content/`, sorted.
  package var files: [String] = []

  package init() {}
}

/// A Markdown file with front matter.
package struct ParsedDocument: Hashable, Sendable {
  /// Relative to `Content/`.
  package var source: String
  /// The file's name without `.md`, or its folder's for `index.md` and `_index.md`.
  package var name: String
  package var frontMatter: FrontMatter
  package var body: ArticleBody

  package init(source: String, name: String, frontMatter: FrontMatter, body: ArticleBody) {
    self.source = source
    self.name = name
    self.frontMatter = frontMatter
    self.body = body
  }

  /// Whether it is a page bundle: `slug/index.md`, with its files beside it.
  package var isBundle: Bool { source.hasSuffix("/index.md") }
  /// The folder that relative links start from, relative to `Content/`, without a final slash.
  package var folder: String {
    source.lastIndex(of: "/").map { String(source[..<$0]) } ?? ""
  }
}

/// A profile from `Content/authors/`.
package struct ParsedAuthor: Hashable, Sendable {
  package var source: String
  /// The file's name without `.md`.
  package var id: String
  package var name: String
  package var role: String?
  package var photo: Located<String>?
  package var photoAlt: String?
  package var email: String?
  package var links: [AuthorLink]
  package var body: ArticleBody

  package init(
    source: String, id: String, name: String, role: String? = nil, photo: Located<String>? = nil,
    photoAlt: String? = nil, email: String? = nil, links: [AuthorLink] = [], body: ArticleBody
  ) {
    self.source = source
    self.id = id
    self.name = name
    self.role = role
    self.photo = photo
    self.photoAlt = photoAlt
    self.email = email
    self.links = links
    self.body = body
  }
}
