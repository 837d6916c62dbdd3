/// The card that social networks show of an article without a cover: what stands on it, and where
/// its file is found.
package struct SocialCardPlan: Hashable, Sendable {
  package var permalink: Permalink
  package var headline: String
  package var section: String
  package var publication: String
  /// Of the headline: Japanese and Chinese write some letters differently.
  package var language: String
  package var design: SocialCardDesign
}

/// How the cards of a theme look.
package struct SocialCardDesign: Hashable, Sendable {
  /// Colors, as `#rrggbb`.
  package var paper: String
  package var ink: String
  package var accent: String
  /// Families of fonts as in CSS, the first one that is installed first.
  package var headlineFonts: String
  package var textFonts: String
  /// Those of the fonts that the theme brings along.
  package var headlineFontFile: FontFile?
  package var textFontFile: FontFile?

  /// A font of the theme.
  package struct FontFile: Hashable, Sendable {
    /// Relative to `Templates/assets/`.
    package var path: String
    /// Of its bytes.
    package var digest: UInt64

    package init(path: String, digest: UInt64) {
      self.path = path
      self.digest = digest
    }
  }

  package init(
    paper: String, ink: String, accent: String, headlineFonts: String, textFonts: String
  ) {
    self.paper = paper
    self.ink = ink
    self.accent = accent
    self.headlineFonts = headlineFonts
    self.textFonts = textFonts
  }
}

extension SiteDraft {
  /// Designs the cards of the newest articles whose cover does not make one.
  mutating func designCards() {
    guard let design = builder.cardDesign, configuration.images.makesCopies else { return }
    // Articles of a site are sorted, the newest first.
    for index in site.articles.indices where needsCard(site.articles[index].cover) {
      if site.cards.count >= configuration.images.drawnCards { break }
      let card = site.card(of: index, design)
      site.articles[index].card = card.permalink
      site.cards.append(card)
    }
    site.cards.sort { $0.permalink < $1.permalink }
  }

  private func needsCard(_ cover: Picture?) -> Bool {
    guard let cover else { return true }
    switch cover.location {
    case .elsewhere: return false
    case .site: return !(cover.set?.crops.contains(.share) ?? false)
    }
  }
}

extension Site {
  /// Designs the card of an article anew, if it has one.
  mutating func redesignCard(of index: Int) {
    guard let known = articles[index].card,
      let place = cards.firstIndex(where: { $0.permalink == known })
    else { return }
    cards[place] = card(of: index, cards[place].design)
    articles[index].card = cards[place].permalink
    cards.sort { $0.permalink < $1.permalink }
  }

  fileprivate func card(of index: Int, _ design: SocialCardDesign) -> SocialCardPlan {
    var card = SocialCardPlan(
      permalink: articles[index].permalink, headline: articles[index].frontMatter.title,
      section: sections[articles[index].section].title, publication: configuration.title,
      language: articles[index].frontMatter.language ?? configuration.language, design: design)
    card.permalink = card.address(below: articles[index].permalink)
    return card
  }
}

extension SocialCardPlan {
  fileprivate func address(below article: Permalink) -> Permalink {
    var hash = StableHash("card 2")
    for text in [
      headline, section, publication, language, design.paper, design.ink, design.accent,
      design.headlineFonts, design.textFonts,
    ] {
      hash.add(text)
      hash.add(0)
    }
    for file in [design.headlineFontFile, design.textFontFile] {
      hash.add(String(file?.digest ?? 0, radix: 16))
      hash.add(0)
    }
    return Permalink("\(PictureSet.folder)\(article.path)card.\(hash.digits.suffix(8)).png")
  }
}
