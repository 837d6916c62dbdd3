import SiteModel

/// What is known of a file of the output once it was read.
///
/// Of what can only be judged beside other files it keeps digests, so that a build can remember it of
/// every page.
package struct PageContents: Hashable, Sendable {
  /// A link to a part of another page, which can be judged when all pages are known.
  package struct PartLink: Hashable, Sendable {
    package var target: String
    package var fragment: String
    package var element: String
    package var address: String

    package init(target: String, fragment: String, element: String, address: String) {
      self.target = target
      self.fragment = fragment
      self.element = element
      self.address = address
    }
  }

  /// What a page says that its address is.
  package enum Canonical: Hashable, Sendable {
    case missing
    /// The one at which readers find it.
    case own
    case other(String)
  }

  /// An address of another site.
  package struct ExternalLink: Hashable, Sendable {
    package var address: String
    /// The tag that names it.
    package var element: String
  }

  /// Relative to the folder of the output.
  package var file: String
  /// What is wrong with it alone.
  package var findings: [Finding] = []
  package var externalLinks: [ExternalLink] = []
  /// Sorted.
  package var ids: [NameHash] = []
  package var partLinks: [PartLink] = []
  /// Nil if it has none, or an empty one.
  package var title: NameHash?
  package var description: NameHash?
  package var canonical = Canonical.missing
  /// Whether search engines are told to leave it out.
  package var isHidden = false
  /// Whether it only leads on to another page.
  package var isRedirect = false
  /// The style sheets and scripts that the page loads from this site.
  package var styles: [String] = []
  package var scripts: [String] = []
  /// The addresses that it lists for search engines, for a sitemap.
  package var listed: [NameHash] = []
  /// Whether it is a page; other files name addresses and nothing else.
  package var isPage = false

  package init(file: String) {
    self.file = file
  }
}

extension PageContents {
  /// Whether other files are judged beside this one as they are beside another.
  package func isLike(_ other: PageContents) -> Bool {
    var (own, others) = (self, other)
    own.findings = []
    own.externalLinks = []
    others.findings = []
    others.externalLinks = []
    return own == others
  }

  /// Whether a link to a part finds it here.
  static func has(_ fragment: String, among ids: (NameHash) -> Bool) -> Bool {
    // A text directive is for the browser to find (URL Fragment Text Directives).
    if fragment.hasPrefix(":~:") || ids(NameHash(fragment)) { return true }
    return SiteAddresses.percentDecoded(fragment).map { ids(NameHash($0)) } ?? false
  }
}

extension Finding {
  /// That a link to a part of a page finds no such part.
  static func missingPart(_ link: PageContents.PartLink, in file: String) -> Finding {
    let page = link.target == file ? "the page" : SiteAddresses.address(of: link.target)
    return Finding(
      .checkFragment, "nothing on \(page) has the id \"\(link.fragment)\"",
      hint: "Link to a heading by its id, or leave #\(link.fragment) out.", in: file
    ).because(of: .address(link.address), in: link.element)
  }
}
