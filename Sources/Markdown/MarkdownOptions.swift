package import SiteModel

/// How a text is rendered.
package struct MarkdownOptions: Hashable, Sendable {
  /// Whether raw HTML is written as it stands; otherwise it is left out with a warning.
  package var allowsRawHTML = false
  /// Whether quotes, dashes and ellipses become typographic.
  package var hasSmartPunctuation = true
  /// The level that the topmost headings of a text get, 1 to 6.
  package var minimumHeadingLevel = 2
  /// Whether each heading ends in a link to itself.
  package var hasHeadingAnchors = true
  /// The `rel` of links to other sites, for example `ugc nofollow` (E-8).
  package var externalLinkRelation: String?
  package var shortcodes = ShortcodeCatalog()
  /// Whether shortcodes of which there is no template stay in the text as they are typed.
  package var keepsUnknownShortcodes = false
  package var embeds = EmbedSettings()
  /// The publication's host, whose frames and scripts are its own.
  package var ownHost: String?

  package init() {}
}
