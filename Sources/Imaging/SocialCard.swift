/// The picture that stands for an article without a cover where its link is shared.
package struct SocialCard: Hashable, Sendable {
  package var headline: String
  package var section: String?
  package var publication: String
  package var look: Look
  /// The headline's, as a BCP 47 tag: Japanese and Chinese write some letters differently.
  package var language: String?
  /// Whether the headline's script runs from right to left.
  package var isRightToLeft = false

  package init(headline: String, section: String?, publication: String, look: Look) {
    self.headline = headline
    self.section = section
    self.publication = publication
    self.look = look
  }

  /// How the cards of a publication look.
  package struct Look: Hashable, Sendable {
    /// Colors, as `#rrggbb`.
    package var paper = "#ffffff"
    package var ink = "#14122b"
    package var accent = "#b23f0a"
    /// Families of fonts as in CSS, the first that is installed first.
    package var headlineFonts = "serif"
    package var textFonts = "sans-serif"
    /// Fonts that need not be installed.
    package var headlineFontFile: FontFile?
    package var textFontFile: FontFile?

    package init() {}
  }

  /// A font in a file, whose place does not matter to what is drawn.
  package struct FontFile: Hashable, Sendable {
    package var path: String
    package var digest: UInt64

    package init(path: String, digest: UInt64) {
      self.path = path
      self.digest = digest
    }
  }

  /// What the services that show shared links ask for.
  package static let size = PictureSize(width: 1_200, height: 630)

  /// The same text for the same card in every process, to derive keys and addresses from.
  package var text: String {
    let parts = [
      headline, section ?? "", publication, look.paper, look.ink, look.accent, look.headlineFonts,
      look.textFonts, isRightToLeft ? "rtl" : "ltr",
      String(look.headlineFontFile?.digest ?? 0), String(look.textFontFile?.digest ?? 0),
    ]
    let texts = parts + (language.map { [$0] } ?? [])
    return "card 2\n" + texts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
  }
}
