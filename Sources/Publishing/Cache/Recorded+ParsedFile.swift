import Content
import SiteModel

/// What a Markdown file says, as the cache keeps it: of an article without its text, which makes
/// nine tenths of it and which few pages of a rebuild need.
extension ParsedFile: Recorded {
  static var blank: ParsedFile { ParsedFile(content: .nothing) }

  mutating func record(with coder: inout some RecordCoder) {
    var kind = kind
    coder.code(&kind)
    switch kind {
    case 0: content = .nothing
    case 1: content = .article(coded(.abridged, &coder))
    case 2: content = .page(coded(.complete, &coder))
    case 3: content = .section(coded(.complete, &coder))
    case 4:
      var author: ParsedAuthor = if case .author(let author) = content { author } else { .blank }
      coder.code(&author)
      content = .author(author)
    default: coder.refuse()
    }
    coder.code(&diagnostics)
  }

  private var kind: Int {
    switch content {
    case .nothing: 0
    case .article: 1
    case .page: 2
    case .section: 3
    case .author: 4
    }
  }

  private enum Extent {
    case abridged, complete
  }

  private func coded(_ extent: Extent, _ coder: inout some RecordCoder) -> ParsedDocument {
    var document = ParsedDocument.blank
    switch content {
    case .article(let given), .page(let given), .section(let given): document = given
    case .author, .nothing: break
    }
    if extent == .abridged { document.body = document.body.abridged }
    coder.code(&document)
    return document
  }
}

extension ParsedDocument: Recorded {
  static var blank: ParsedDocument {
    ParsedDocument(source: "", name: "", frontMatter: FrontMatter(), body: ArticleBody())
  }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&source)
    coder.code(&name)
    coder.code(&frontMatter)
    coder.code(&body)
  }
}

extension ParsedAuthor: Recorded {
  static var blank: ParsedAuthor {
    ParsedAuthor(source: "", id: "", name: "", body: ArticleBody())
  }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&source)
    coder.code(&id)
    coder.code(&name)
    coder.code(&role)
    coder.code(&photo)
    coder.code(&photoAlt)
    coder.code(&email)
    coder.code(&links)
    coder.code(&body)
  }
}

extension AuthorLink: Recorded {
  static var blank: AuthorLink { AuthorLink(title: "", url: "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&title)
    coder.code(&url)
  }
}

extension ArticleBody: Recorded {
  static var blank: ArticleBody { ArticleBody() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&html)
    coder.code(&slots)
    coder.code(&shortcodes)
    coder.code(&expandedShortcodes)
    coder.code(&headings)
    coder.code(&plainText)
    coder.code(&wordCount)
    coder.code(&cjkCharacterCount)
    coder.code(&fragments)
    coder.code(&digest)
    coder.code(&isAbridged)
  }
}

extension Heading: Recorded {
  static var blank: Heading { Heading(level: 2, text: "", id: "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&level)
    coder.code(&text)
    coder.code(&id)
  }
}

extension LinkSlot: Recorded {
  static var blank: LinkSlot {
    LinkSlot(offset: 0, purpose: .link, destination: "", place: .blank)
  }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&offset)
    coder.code(&length)
    var isImage = purpose == .image
    coder.code(&isImage)
    purpose = isImage ? .image : .link
    coder.code(&destination)
    coder.code(&place)
  }
}
