extension Site {
  /// The first page of everything whose text has shortcodes that are still to be made.
  package var pagesWithShortcodes: [SitePage] {
    func isToDo(_ page: Page?) -> Bool { !(page?.body.shortcodes.isEmpty ?? true) }
    return articles.indices.filter { !articles[$0].body.shortcodes.isEmpty }.map { .article($0) }
      + pages.indices.filter { isToDo(pages[$0]) }.map { .standing($0) }
      + sections.indices.filter { isToDo(sections[$0].page) }.map { .section($0, page: 1) }
      + authors.indices.filter { isToDo(authors[$0].page) }.map { .author($0, page: 1) }
  }

  /// The text of an article, a standing page, a section or an author, and where its slots lead.
  package func text(of page: SitePage) -> ExpandedBody? {
    switch page {
    case .article(let index):
      ExpandedBody(body: articles[index].body, links: articles[index].links)
    case .standing(let index): pages[index].text
    case .section(let index, _): sections[index].page?.text
    case .author(let index, _): authors[index].page?.text
    default: nil
    }
  }

  /// Puts a text in the place of that of a page.
  package mutating func replaceText(of page: SitePage, with text: ExpandedBody) {
    switch page {
    case .article(let index):
      articles[index].body = text.body
      articles[index].links = text.links
    case .standing(let index): pages[index].text = text
    case .section(let index, _): sections[index].page?.text = text
    case .author(let index, _): authors[index].page?.text = text
    default: break
    }
  }
}

extension Page {
  fileprivate var text: ExpandedBody {
    get { ExpandedBody(body: body, links: links) }
    set { (body, links) = (newValue.body, newValue.links) }
  }
}
