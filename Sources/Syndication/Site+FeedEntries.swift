import SiteModel

/// Parts of a feed's entries that all formats share.
extension Site {
  /// The headline, which says if somebody paid for it (E-8).
  func feedHeadline(_ index: Int) -> String {
    articles[index].isSponsored ? "Sponsored: \(articles[index].title)" : articles[index].title
  }

  /// What feed readers know an article by, for ever: the first address that it had (M-30).
  ///
  /// An article that moves names its old address as an alias, so nobody gets it a second time.
  func feedID(of index: Int) -> String {
    let permalink = articles[index].permalink
    let first = articles[index].frontMatter.aliases.first.flatMap {
      Permalink(alias: $0.value, of: permalink)
    }
    return configuration.baseURL.absolute(first ?? permalink)
  }

  /// The section and the tags; a tag that is called like the section is not repeated.
  func feedCategories(of index: Int) -> [String] {
    let section = sections[articles[index].section].title
    return [section] + terms(of: index).map(\.name).filter { $0 != section }
  }

  /// Everyone in the byline, with the full addresses of those who have a page; of an article that
  /// was paid for and names nobody, whoever paid (E-8).
  func feedAuthors(of article: Article) -> [(name: String, address: String?)] {
    let listed = article.authors.map { index in
      (
        name: authors[index].name,
        address: Optional(configuration.baseURL.absolute(authors[index].permalink))
      )
    }
    let others = [unlistedSender(of: article)].compactMap(\.self)
    if listed.isEmpty, others.isEmpty, article.isSponsored,
      let sponsor = article.frontMatter.sponsor
    {
      return [(sponsor, nil)]
    }
    return listed + others.map { ($0, nil) }
  }

  /// The language of an article, if it is not that of the publication.
  func otherLanguage(of index: Int) -> String? {
    let language = articles[index].frontMatter.language
    return language == configuration.language ? nil : language
  }

  /// When the newest change of these articles was.
  func lastModified(_ list: [Int]) -> Timestamp? {
    list.map { articles[$0].lastModified }.max()
  }
}

extension XMLBuffer {
  /// Writes the picture of an article with its caption and its credit, in the terms of Media RSS.
  mutating func write(coverOf article: Article, base: BaseURL) {
    guard let cover = article.cover else { return }
    let address = cover.fullAddress(base: base)
    write("<media:content url=\"")
    write(text: address)
    write("\" medium=\"image\"")
    if let type = mediaType(ofPictureAt: address) { write(" type=\"\(type)\"") }
    if let size = cover.size { write(" width=\"\(size.width)\" height=\"\(size.height)\"") }
    write(">\n")
    let words = article.frontMatter.cover
    let label = words?.isAIGenerated ?? false ? FeedWords.aiGenerated : nil
    let description = [words?.caption ?? words?.alt, label].compactMap(\.self)
    if !description.isEmpty {
      element("media:description", description.joined(separator: " "))
    }
    if let credit = words?.credit { element("media:credit", credit) }
    write("</media:content>\n")
  }

  /// Writes a link of Atom.
  mutating func link(
    _ address: String, _ relation: String, type: String? = nil, as name: String = "link"
  ) {
    write("<\(name) href=\"")
    write(text: address)
    write("\" rel=\"\(relation)\"")
    if let type { write(" type=\"\(type)\"") }
    write("/>\n")
  }
}
