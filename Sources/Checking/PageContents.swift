import SiteModel

/// What is known of a file of the output once it was read.
package struct PageContents: Sendable {
  /// A link to a part of another page, which can be judged when all pages are known.
  struct PartLink: Hashable, Sendable {
    var target: String
    var fragment: String
    var element: String
    var address: String
  }

  /// An address of another site.
  package struct ExternalLink: Hashable, Sendable {
    package var address: String
    /// The tag that names it.
    package var element: String
  }

  /// Relative to the folder of the output.
  package var file: String
  package var findings: [Finding] = []
  package var externalLinks: [ExternalLink] = []
  var ids: Set<NameHash> = []
  var partLinks: [PartLink] = []
  var title: String?
  var titleElement = ""
  var description: String?
  var descriptionElement = ""
  var canonical: String?
  var canonicalElement = ""
  /// Whether search engines are told to leave it out.
  var isHidden = false
  /// Whether it only leads on to another page.
  var isRedirect = false
  /// The style sheets and scripts that the page loads from this site.
  var styles: [String] = []
  var scripts: [String] = []
  /// The pages that it lists for search engines, for a sitemap.
  var listed: [String] = []
  /// Whether it is a page; other files name addresses and nothing else.
  var isPage = false

  init(file: String) {
    self.file = file
  }
}
