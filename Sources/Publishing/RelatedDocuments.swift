import Related
import SiteModel

/// What the index of related articles reads of each article beside its text, with a digest of that.
struct RelatedDocuments: Sendable {
  private(set) var all: [RelatedDocument]
  /// Of each document.
  private var prints: [Fingerprint]
  /// Of what the index reads beside the documents: the texts' parser and its own settings.
  private let settings: ProjectDigests

  init(of site: Site, in project: ProjectDigests) {
    settings = project
    all = site.articles.indices.map { index in
      var document = site.relatedDocument(of: index)
      document.digest = site.digestOfText(index, parsedBy: project.parser)
      return document
    }
    prints = all.map(\.fingerprint)
  }

  /// Takes over the texts that some articles have now.
  mutating func takeTexts(of articles: [Int], in site: Site) {
    for index in articles {
      all[index].digest = site.digestOfText(index, parsedBy: settings.parser)
      prints[index] = all[index].fingerprint
    }
  }

  /// Of everything that the index reads.
  var digest: UInt64 {
    var print = Fingerprint("related")
    print.add(settings.configuration)
    for document in prints { print.add(document) }
    return print.value
  }
}

extension RelatedDocument {
  fileprivate var fingerprint: Fingerprint {
    var print = Fingerprint("document")
    print.add(id)
    print.add(language)
    print.add(date)
    print.add(digest)
    print.add(series?.name)
    print.add(series?.number ?? 0)
    print.add(section)
    print.add(isCandidate ? 1 : 0)
    print.add(pins)
    print.add(excluded)
    print.add(translationGroup)
    return print
  }
}

extension Site {
  /// Of all that a ``RelatedText`` is made of.
  fileprivate func digestOfText(_ index: Int, parsedBy parser: UInt64) -> UInt64 {
    // An article is large, so its parts are asked for one by one, and it is not copied.
    var print = Fingerprint("text")
    print.add(parser)
    print.add(articles[index].body.digest)
    print.add(articles[index].source)
    for term in terms(of: index) { print.add(term.name) }
    print.add(articles[index].authors.count)
    for author in articles[index].authors { print.add(authors[author].id) }
    return print.value
  }
}
