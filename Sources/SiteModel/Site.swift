/// The publication as this build sees it: everything that readers may see, and nothing else.
///
/// Drafts, embargoed, future and expired articles are not in it (E-7), so whatever is made from a
/// `Site` cannot leak them. Lists refer to articles by their position in ``articles``.
package struct Site: Sendable {
  package var configuration: SiteConfiguration
  /// Newest first; articles of one instant by their source path.
  package var articles: [Article]
  package var pages: [Page]
  /// In the order of their `order`, then by name; only those with articles.
  package var sections: [Section]
  package var taxonomies: [Taxonomy]
  /// By name.
  package var authors: [Author]
  package var series: [Series]
  package var archive: Archive
  /// The entries of the main menu that lead somewhere in this build.
  package var menu: [MenuItem]
  package var footer: [FooterMenu]
  /// Files of `Content/` that are copied, by the address under which they appear.
  package var files: [ContentFile]
  /// What is made of the pictures among them, by address.
  package var pictures: [PicturePlan] = []
  /// The cards of articles without a cover, by address.
  package var cards: [SocialCardPlan] = []
  package var redirects: [Redirect]
  /// Pages of which a notice is left.
  package var removals: [Removal] = []
  /// Where articles were whose time is over.
  package var expired: [Permalink] = []
  package var leftOut: LeftOut
  /// The shortcodes that the theme knows.
  package var shortcodes = ShortcodeCatalog()
  /// The services that texts load something from once a reader agrees, by id.
  package var embedServices: [EmbedService] = []
  /// The instant for which the publication was built.
  package var now: Timestamp

  package init(
    configuration: SiteConfiguration, articles: [Article] = [], pages: [Page] = [],
    sections: [Section] = [], taxonomies: [Taxonomy] = [], authors: [Author] = [],
    series: [Series] = [], archive: Archive = Archive(), menu: [MenuItem] = [],
    footer: [FooterMenu] = [],
    files: [ContentFile] = [], redirects: [Redirect] = [],
    leftOut: LeftOut = LeftOut(), now: Timestamp
  ) {
    self.configuration = configuration
    self.articles = articles
    self.pages = pages
    self.sections = sections
    self.taxonomies = taxonomies
    self.authors = authors
    self.series = series
    self.archive = archive
    self.menu = menu
    self.footer = footer
    self.files = files
    self.redirects = redirects
    self.leftOut = leftOut
    self.now = now
  }
}

/// An entry of a menu that leads somewhere.
package struct MenuItem: Hashable, Sendable {
  /// Where it leads.
  package enum Destination: Hashable, Sendable {
    case site(Permalink)
    case elsewhere(String)
  }

  package var title: String
  package var destination: Destination

  package init(title: String, destination: Destination) {
    self.title = title
    self.destination = destination
  }
}

/// A titled list of links in the footer.
package struct FooterMenu: Hashable, Sendable {
  package var title: String
  package var items: [MenuItem]

  package init(title: String, items: [MenuItem]) {
    self.title = title
    self.items = items
  }
}

/// A file beside the articles, copied as it is.
package struct ContentFile: Hashable, Sendable {
  /// Relative to `Content/`.
  package var source: String
  package var permalink: Permalink

  package init(source: String, permalink: Permalink) {
    self.source = source
    self.permalink = permalink
  }
}

/// What was found and not published, for the report.
package struct LeftOut: Hashable, Sendable {
  package var drafts: [String] = []
  /// Articles whose time has not come, with their time.
  package var scheduled: [Located<Timestamp>] = []
  package var expired: [String] = []

  package init() {}

  /// When the next scheduled article is due.
  package var nextPublication: Timestamp? {
    scheduled.map(\.value).min()
  }
}

extension Site {
  /// The standing page of that name, as a position in ``pages``.
  package func page(named name: String) -> Page? {
    pages.first { $0.name == name }
  }
}

extension Site {
  /// The tags of an article, in the order in which its editor wrote them.
  package func terms(of article: Int) -> [Term] {
    guard let tags = taxonomies.first(where: { $0.settings.name == "tags" }) else { return [] }
    return articles[article].tags.map { tags.terms[$0] }
  }
}

extension Site {
  /// Gives back the memory of texts that no page shows as such.
  package mutating func forgetPlainTexts() {
    for index in articles.indices where !articles[index].body.plainText.isEmpty {
      articles[index].body.plainText = ""
    }
  }
}
