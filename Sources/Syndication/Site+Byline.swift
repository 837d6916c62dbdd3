import SiteModel

extension Site {
  /// Everyone whom readers see as an author: the byline, and the reader who sent the article in.
  func bylineNames(of article: Article) -> [String] {
    article.authors.map { authors[$0].name } + [unlistedSender(of: article)].compactMap(\.self)
  }

  /// Who sent an article in, unless the byline names them already.
  func unlistedSender(of article: Article) -> String? {
    guard let sender = article.frontMatter.submission?.by, !sender.isEmpty,
      !article.authors.contains(where: { authors[$0].name == sender })
    else { return nil }
    return sender
  }
}
