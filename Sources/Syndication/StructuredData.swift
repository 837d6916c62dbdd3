package import SiteModel

/// What pages tell search engines about themselves, in the words of schema.org, as JSON-LD.
package struct StructuredData: Sendable {
  let site: Site
  /// "You May Also Like" of each article, as positions in ``Site/articles``.
  let related: [[Int]]
  /// Who publishes, in full.
  let publisher: JSONValue
  /// The publisher and the site by their names, where they are described elsewhere.
  let publisherReference: JSONValue
  let websiteReference: JSONValue
  /// Everyone with a page, by position in ``Site/authors``.
  private(set) var people: [JSONValue] = []

  /// Takes the addresses of the theme's files too, since the publisher's logo is one of them.
  package init(site: Site, related: [[Int]] = [], assets: [String: Permalink]) {
    self.site = site
    self.related = related
    publisher =
      site.publisherData(logo: site.configuration.publisher.logo.flatMap { assets[$0.value] })
      .written
    publisherReference = Self.reference(site.publisherID).written
    websiteReference = Self.reference(site.websiteID).written
    people = site.authors.map { person($0).written }
  }

  /// Complete script elements for the head of a page; empty where there is nothing to say.
  package func script(for page: SitePage) -> [UInt8] {
    var script: [UInt8] = []
    script.reserveCapacity(4_096)
    data(of: page)?.writeScript(to: &script)
    if let breadcrumbs = breadcrumbs(to: page) {
      script.append(UInt8(ascii: "\n"))
      breadcrumbs.writeScript(to: &script)
    }
    return script
  }
}

extension StructuredData {
  private func data(of page: SitePage) -> JSONValue? {
    switch page {
    case .home: website
    case .article(let index): article(index)
    case .author(let index, 1): profile(of: site.authors[index])
    case .standing(let index): standingPage(site.pages[index])
    case .notFound, .redirect, .removed: nil
    default: collection(page)
    }
  }

  /// The site with its publisher, on the front page (M-7).
  private var website: JSONValue {
    let configuration = site.configuration
    return [
      "@context": JSONValue.context,
      "@type": "WebSite",
      "@id": .text(site.websiteID),
      "url": .text(address(Permalink("/"))),
      "name": .text(configuration.title),
      "description": JSONValue(configuration.description),
      "inLanguage": .text(configuration.language),
      "publisher": publisher,
    ]
  }

  private func standingPage(_ page: Page) -> JSONValue {
    let policies = site.configuration.policies
    let type: JSONValue =
      switch page.name {
      case policies.about: "AboutPage"
      case policies.contact: "ContactPage"
      default: "WebPage"
      }
    return [
      "@context": JSONValue.context,
      "@type": type,
      "url": .text(address(page.permalink)),
      "name": .text(page.frontMatter.title),
      "description": JSONValue(page.frontMatter.summary),
      "dateModified": JSONValue((page.frontMatter.updated ?? page.frontMatter.date)?.iso8601),
      "inLanguage": .text(page.frontMatter.language ?? site.configuration.language),
      "isPartOf": websiteReference,
      "publisher": publisherReference,
    ]
  }
}

extension StructuredData {
  func address(_ permalink: Permalink) -> String {
    site.configuration.baseURL.absolute(permalink)
  }

  /// Names something that is described elsewhere.
  private static func reference(_ id: String) -> JSONValue {
    ["@id": .text(id)]
  }
}

extension JSONValue {
  static let context = JSONValue.text("https://schema.org").written
}
