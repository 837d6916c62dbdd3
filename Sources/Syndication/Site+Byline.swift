import SiteModel

extension Site {
  /// Who sent an article in, unless the byline names them already.
  func unlistedSender(of article: Article) -> String? {
    guard let sender = article.frontMatter.submission?.by, !sender.isEmpty,
      !article.authors.contains(where: { authors[$0].name == sender })
    else { return nil }
    return sender
  }
}
