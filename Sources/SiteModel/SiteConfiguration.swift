/// What `sitegen.yaml` says about the publication.
package struct SiteConfiguration: Hashable, Sendable {
  package var title = "Untitled publication"
  package var description = ""
  package var baseURL = BaseURL(origin: "http://localhost:1313", path: "")
  /// A BCP 47 tag.
  package var language = "en"
  /// An IANA name, for example `America/New_York`.
  package var timeZone = "UTC"
  package var permalink = PermalinkPattern.standard
  /// Articles on one page of a list.
  package var pageSize = 20
  package var menu: [MenuEntry] = []
  package var footer: [FooterColumn] = []
  package var taxonomies: [TaxonomySettings] = [.tags]
  package var publisher = Publisher()
  package var policies = Policies()
  package var newsletter: NewsletterSettings?
  package var consent = ConsentSettings()
  /// Hosts that pages may use besides those of the newsletter and the services.
  package var allowedSources: [SourceKind: [String]] = [:]
  package var markdown = MarkdownSettings()
  package var shortcodes = ShortcodeSettings()
  package var embeds = EmbedSettings()
  package var images = ImageSettings()
  package var check = CheckSettings()
  package var related = RelatedSettings()
  package var limits = LimitSettings()
  package var feeds = FeedSettings()
  package var crawlers = CrawlerSettings()
  package var security: SecurityContact?
  /// Articles need at least this many headings before a table of contents is shown.
  package var contentsThreshold = 4
  /// The account that social cards name, with its `@`.
  package var socialAccount: String?
  /// The picture that pages without one of their own share.
  package var shareImage: ShareImage?
  /// Font files that browsers load at once, asset paths.
  package var fonts: [Located<String>] = []
  /// Old addresses that no front matter names as an alias.
  package var redirects: [RedirectSettings] = []
  /// For which host files are written, and where that is said.
  package var hosting = Hosting.netlify
  package var hostingPlace: Place?
  /// Whether text files are written compressed as well.
  package var isPrecompressed = false
  package var deploy = DeploySettings()
  /// Nil if search engines are not told of changed addresses.
  package var indexNow: IndexNowSettings?
  /// Anything else that templates use.
  package var extra: [String: DataValue] = [:]

  package init() {}
}

/// What feeds hold.
package struct FeedSettings: Hashable, Sendable {
  /// Articles in the feeds of the publication and of its sections, at most.
  package var size = 50
  /// Articles in the feeds of tags, authors and series, at most.
  ///
  /// There are many of these, and each repeats texts that stand in others.
  package var listSize = 10
  /// The WebSub hub that tells readers about news (M-35).
  package var hub: String?

  package init() {}
}

/// An entry of the main menu or the footer: exactly one of its destinations is given.
package struct MenuEntry: Hashable, Sendable {
  /// Where it leads.
  package enum Destination: Hashable, Sendable {
    /// A section, by its folder's name.
    case section(String)
    /// A standing page, by its file's name without `.md`.
    case page(String)
    /// A path of the site, or a full address elsewhere.
    case url(String)
  }

  /// Nil takes the title of the section or page.
  package var title: String?
  package var destination: Destination
  package var place: Place

  package init(title: String?, destination: Destination, place: Place) {
    self.title = title
    self.destination = destination
    self.place = place
  }
}

/// A titled list of links in the footer.
package struct FooterColumn: Hashable, Sendable {
  package var title: String
  package var entries: [MenuEntry]

  package init(title: String, entries: [MenuEntry]) {
    self.title = title
    self.entries = entries
  }
}

/// A way to group articles by terms, `tags` for example.
package struct TaxonomySettings: Hashable, Sendable {
  /// The front matter key, and the folder of its pages unless `path` says otherwise.
  package var name: String
  package var title: String
  /// One term, for example "Tag".
  package var singular: String
  package var path: String

  package init(name: String, title: String, singular: String, path: String) {
    self.name = name
    self.title = title
    self.singular = singular
    self.path = path
  }

  package static let tags = TaxonomySettings(
    name: "tags", title: "Tags", singular: "Tag", path: "tags")
}

/// Who publishes, for the footer, the legal pages and the metadata.
package struct Publisher: Hashable, Sendable {
  package var name: String?
  package var legalName: String?
  /// The publisher's own site, if it is not this publication.
  package var url: String?
  package var email: String?
  package var address: String?
  /// An asset path of the theme.
  package var logo: Located<String>?
  /// A year, or a day (ISO 8601).
  package var founded: String?
  /// Addresses of the publisher's profiles elsewhere.
  package var profiles: [String] = []
  /// Where the configuration says it; nil if it says nothing.
  package var place: Place?

  package init() {}
}

/// A picture of the theme that social networks show.
package struct ShareImage: Hashable, Sendable {
  /// An asset path of the theme.
  package var asset: Located<String>
  /// Nil until the file was looked at, or if it says nothing.
  package var size: PixelSize?

  package init(asset: Located<String>) {
    self.asset = asset
  }
}

/// Standing pages with a duty, each by its file's name in `Content/pages/` without `.md`.
package struct Policies: Hashable, Sendable {
  package var submissionRules = "submission-guidelines"
  /// Where copyright complaints go (E-9); nil falls back to the publisher's address.
  package var copyrightEmail: String?
  package var privacy = "privacy-policy"
  package var terms = "terms-of-service"
  package var legalNotice = "legal-notice"
  package var cookies = "cookies"
  package var contact = "contact"
  package var about = "about"
  package var editorial = "editorial-policy"
  package var corrections = "corrections"
  package var accessibility = "accessibility"
  package var newsletter = "newsletter"

  package init() {}
}

/// How article texts are rendered.
package struct MarkdownSettings: Hashable, Sendable {
  /// Whether the newsroom's own articles may hold raw HTML; submitted ones never may.
  package var allowsRawHTML = false
  package var hasSmartPunctuation = true

  package init() {}
}

/// What no article may exceed.
package struct LimitSettings: Hashable, Sendable {
  /// How long an article may take to render.
  package var article = Duration.seconds(5)

  package init() {}
}

/// "You May Also Like".
package struct RelatedSettings: Hashable, Sendable {
  /// Where articles come from when too few are similar.
  package enum Fallback: String, Sendable, CaseIterable {
    case section
    case site
    case none
  }

  /// How much an occurrence in a field counts, in hundredths.
  package struct Weights: Hashable, Sendable {
    package var title = 300
    package var summary = 150
    package var body = 100
    package var tags = 400
    package var authors = 100
    /// Of two adjacent words, in hundredths of what one word counts.
    package var pairs = 50

    package init() {}
  }

  /// Articles in a list.
  package var count = 4
  /// Days after which nearness in time counts half; 0 turns it off.
  package var halfLife = 365
  /// Thousandths of cosine that an article needs at least.
  package var minimumScore = 30
  package var fallback = Fallback.section
  package var weights = Weights()
  package var excludedTags: [String] = []
  package var excludedSections: [String] = []

  package init() {}
}
