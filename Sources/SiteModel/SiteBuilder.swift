/// Makes the publication out of what the files say: selects, orders, connects, and finds conflicts.
package struct SiteBuilder: Sendable {
  /// What is published, and as of when.
  package struct Edition: Hashable, Sendable {
    package var now: Timestamp
    package var includesDrafts = false
    package var includesFuture = false
    package var includesExpired = false

    package init(now: Timestamp) {
      self.now = now
    }
  }

  package var configuration: SiteConfiguration
  package var edition: Edition
  /// What is known of the pictures of `Content/`, by path relative to it.
  package var pictures: [String: PictureFile]
  /// How the cards look that social networks show; nil if none can be drawn.
  package var cardDesign: SocialCardDesign?

  package init(
    configuration: SiteConfiguration, edition: Edition, pictures: [String: PictureFile] = [:]
  ) {
    self.configuration = configuration
    self.edition = edition
    self.pictures = pictures
  }

  /// The publication, and everything that is wrong with it as a whole.
  package func build(_ content: ParsedContent) -> (site: Site, diagnostics: [Diagnostic]) {
    var draft = SiteDraft(builder: self, content: content)
    draft.selectArticles()
    draft.makeSections()
    draft.makePages()
    draft.assignPermalinks()
    draft.makeRemovals()
    draft.makeAuthors()
    draft.makeTaxonomies()
    draft.makeSeries()
    draft.makeArchive()
    draft.makeMenus()
    draft.registerAddresses()
    draft.makeRedirects()
    draft.resolveLinks()
    draft.designCards()
    draft.resolveEditorsChoices()
    draft.checkPolicies()
    draft.checkMetadata()
    draft.checkConsent()
    draft.checkSecurityContact()
    draft.adviseEditors()
    return (draft.site, draft.diagnostics)
  }
}

/// A publication in the making.
struct SiteDraft {
  var site: Site
  var diagnostics: [Diagnostic] = []
  let builder: SiteBuilder
  let content: ParsedContent
  /// The selected documents as positions in `content.articles`, in the order of `site.articles`.
  var selected: [Int] = []
  /// Those of which only a notice is left, and those whose time is over, in the same way.
  var removed: [Int] = []
  var expired: [Int] = []
  /// Why a document is not published, by source, for links that lead to it.
  var unpublished: [String: String] = [:]
  /// Files with mistakes of their own, to which links are no further mistakes.
  var broken: Set<String>
  var addresses = AddressBook()

  init(builder: SiteBuilder, content: ParsedContent) {
    self.builder = builder
    self.content = content
    broken = content.broken
    site = Site(configuration: builder.configuration, now: builder.edition.now)
  }

  var configuration: SiteConfiguration { builder.configuration }

  /// The place that stands for a whole source file.
  func place(of source: String, key: String? = nil, in frontMatter: FrontMatter? = nil) -> Place {
    key.flatMap { frontMatter?.places[$0] } ?? Place(file: "Content/\(source)")
  }

  /// The first level of a source's folders.
  func folderName(of source: String) -> String {
    source.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(source[..<$0]) } ?? source
  }
}
