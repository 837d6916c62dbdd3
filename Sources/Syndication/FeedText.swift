import SiteModel

/// The full text of an article as feeds show it, with everything that its readers must be told.
struct FeedText {
  let site: Site
  let article: Article

  /// HTML in which all addresses are absolute.
  func html() -> [UInt8] {
    let configuration = site.configuration
    let body = article.body.html(
      links: article.links, base: configuration.baseURL, style: .absolute(page: article.permalink))
    var filter = FeedMarkupFilter(
      body, page: configuration.baseURL.absolute(article.permalink),
      origin: configuration.baseURL.origin)
    return Array(opening.utf8) + filter.filtered() + Array(closing.utf8)
  }
}

extension FeedText {
  private var frontMatter: FrontMatter { article.frontMatter }

  /// Who paid, and what the publication has at stake (E-8).
  private var opening: String {
    var html = ""
    if article.isSponsored {
      let label = frontMatter.sponsor.map { "\(FeedWords.sponsoredBy) \($0)" }
      html += "<p><strong>\(htmlEscaped(label ?? FeedWords.sponsored))</strong></p>\n"
    }
    if let disclosure = frontMatter.disclosure {
      html +=
        "<p><strong>\(FeedWords.disclosure)</strong> \(htmlEscaped(disclosure))</p>\n"
    }
    return html
  }

  /// What was added, what was wrong (E-6), and where the article comes from (E-9).
  private var closing: String {
    notes(frontMatter.updates, under: FeedWords.updates)
      + notes(frontMatter.corrections, under: FeedWords.corrections)
      + (article.isSubmitted ? submissionNote : "")
  }

  private func notes(_ notes: [DatedNote], under heading: String) -> String {
    if notes.isEmpty { return "" }
    let items = notes.map {
      "<li>\($0.date.civil.date.iso8601): \(htmlEscaped($0.text))</li>\n"
    }
    return "\n<h2>\(heading)</h2>\n<ul>\n\(items.joined())</ul>"
  }

  private var submissionNote: String {
    let rules = site.page(named: site.configuration.policies.submissionRules).map {
      site.configuration.baseURL.absolute($0.permalink)
    }
    let cover = frontMatter.cover?.isAIGenerated ?? false ? FeedWords.computerMadeCover : ""
    let parts = [
      FeedWords.submitted, link(FeedWords.submissionRules, to: rules), ". ", cover,
      FeedWords.infringement,
      link(FeedWords.reportByMail, to: site.copyrightReportAddress(of: article)), ".",
    ]
    return "\n<p>\(parts.joined())</p>"
  }

  private func link(_ text: String, to address: String?) -> String {
    address.map { "<a href=\"\(htmlEscaped($0))\">\(text)</a>" } ?? text
  }
}

/// The words that feeds add to an article's own.
enum FeedWords {
  static let aiGenerated = "Illustration: AI-generated"
  static let computerMadeCover =
    "The cover photo is computer generated art for illustrative purposes only; "
    + "it does not show real people, places or events. "
  static let corrections = "Corrections"
  static let disclosure = "Disclosure:"
  static let infringement = "If you think this article infringes copyright, "
  static let reportByMail = "report it to us by email"
  static let sponsored = "Sponsored"
  static let sponsoredBy = "Sponsored by"
  static let submissionRules = "News Submission Rules and Guidelines"
  static let submitted = "This article was submitted by our user under the "
  static let updates = "Updates"
}
