import SiteModel

extension StructuredData {
  /// An article as news (M-1 to M-5, M-9, M-11).
  func article(_ index: Int) -> JSONValue {
    let article = site.articles[index]
    let frontMatter = article.frontMatter
    let url = address(article.permalink)
    return [
      "@context": JSONValue.context,
      "@type": article.isSponsored ? "AdvertiserContentArticle" : "NewsArticle",
      "@id": .text(url + "#article"),
      "url": .text(url),
      "mainEntityOfPage": [
        "@type": "WebPage", "@id": .text(frontMatter.canonical ?? url),
        "relatedLink": .filled(relatedLinks(of: index)),
      ],
      "headline": .text(article.title),
      "description": JSONValue(frontMatter.summary),
      "image": .filled(images(of: article)),
      "datePublished": .text(article.date.iso8601),
      "dateModified": .text(article.lastModified.iso8601),
      "author": .list(authors(of: article)),
      "editor": .filled(article.editors.map { people[$0] }),
      "publisher": publisher,
      "copyrightHolder": isOwn(article) ? publisherReference : nil,
      "copyrightYear": isOwn(article) ? .number(article.date.civil.date.year) : nil,
      "sponsor": article.isSponsored ? sponsor(named: frontMatter.sponsor) : nil,
      "articleSection": .text(site.sections[article.section].title),
      "keywords": .filled(site.terms(of: index).map { .text($0.name) }),
      "inLanguage": .text(frontMatter.language ?? site.configuration.language),
      "wordCount": JSONValue(wordCount(of: article.body)),
      "timeRequired": .text("PT\(article.readingMinutes)M"),
      "isAccessibleForFree": .truth(true),
      "isPartOf": article.series.map { series(site.series[$0]) },
      "position": JSONValue(position(of: index)),
      "correction": .filled(frontMatter.corrections.map { correction($0) }),
    ]
  }

  /// Someone with a page on this site; the name alone, without role or publisher (M-2).
  func person(_ author: Author) -> JSONValue {
    let url = address(author.permalink)
    return [
      "@type": author.name == site.publisherName ? "Organization" : "Person",
      "@id": .text(id(of: author)),
      "name": .text(author.name),
      "url": .text(url),
    ]
  }

  func id(of author: Author) -> String {
    address(author.permalink) + "#author"
  }
}

extension StructuredData {
  /// All authors that readers see, one by one; an article without any is of whoever paid for it, or
  /// the publisher's.
  private func authors(of article: Article) -> [JSONValue] {
    var authors = article.authors.map { people[$0] }
    if let sender = site.unlistedSender(of: article) {
      authors.append(["@type": "Person", "name": .text(sender)])
    }
    if !authors.isEmpty { return authors }
    if article.isSponsored, let sponsor = sponsor(named: article.frontMatter.sponsor) {
      return [sponsor]
    }
    return [
      [
        "@type": "Organization", "@id": .text(site.publisherID),
        "name": .text(site.publisherName), "url": .text(site.publisherURL),
      ]
    ]
  }

  /// Where a reader may want to go next.
  private func relatedLinks(of index: Int) -> [JSONValue] {
    guard related.indices.contains(index) else { return [] }
    return related[index].map { .text(address(site.articles[$0].permalink)) }
  }

  /// The cover in the three shapes that search engines ask for, or as it is.
  private func images(of article: Article) -> [JSONValue] {
    guard let picture = article.cover else { return [] }
    let words = article.frontMatter.cover
    guard let set = picture.set, !set.crops.isEmpty else {
      let url = picture.fullAddress(base: site.configuration.baseURL)
      return [image(url, picture.size, words)]
    }
    return PictureCrop.forSearchEngines.map { crop in
      image(address(set.permalink(of: crop)), crop.size(within: set.original), words)
    }
  }

  private func image(_ url: String, _ size: PixelSize?, _ words: Cover?) -> JSONValue {
    let source = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    return [
      "@type": "ImageObject",
      "url": .text(url),
      "width": JSONValue(size?.width),
      "height": JSONValue(size?.height),
      "caption": JSONValue(words?.caption),
      "creditText": JSONValue(words?.credit),
      "copyrightNotice": JSONValue(words?.copyright),
      "license": JSONValue(words?.license),
      "digitalSourceType": words?.isAIGenerated ?? false ? .text(source) : nil,
    ]
  }

  private func sponsor(named name: String?) -> JSONValue? {
    JSONValue(name).map { ["@type": "Organization", "name": $0] }
  }

  /// Whether the newsroom made it, so that the publisher holds its copyright.
  private func isOwn(_ article: Article) -> Bool {
    switch article.frontMatter.kind {
    case .news, .analysis, .opinion: !article.isSubmitted
    case .pressRelease, .sponsored, .submitted, .removed: false
    }
  }

  private func correction(_ note: DatedNote) -> JSONValue {
    [
      "@type": "CorrectionComment", "text": .text(note.text),
      "datePublished": .text(note.date.iso8601),
    ]
  }

  private func series(_ series: Series) -> JSONValue {
    let url = address(series.permalink)
    return [
      "@type": "CreativeWorkSeries", "@id": .text(url + "#series"), "name": .text(series.name),
      "url": .text(url),
    ]
  }

  private func position(of index: Int) -> Int? {
    guard let series = site.articles[index].series else { return nil }
    return site.series[series].articles.firstIndex(of: index).map { $0 + 1 }
  }

  /// Nil where words are not what a text is made of.
  private func wordCount(of body: ArticleBody) -> Int? {
    body.wordCount > body.cjkCharacterCount ? body.wordCount : nil
  }
}
