/// The text of an article or a page, rendered to HTML except for the addresses of its links.
///
/// Rendering Markdown is a function of the text alone; where a link leads depends on the whole
/// site. So links within the site are left open as ``LinkSlot``s and filled when pages are made:
/// with paths for pages, with full URLs for feeds.
package struct ArticleBody: Hashable, Sendable {
  /// UTF-8; at each slot's offset the destination is still missing.
  package var html: [UInt8] = []
  /// In ascending order of offset.
  package var slots: [LinkSlot] = []
  /// In ascending order of where they begin; those within another one follow it.
  package var shortcodes: [ShortcodeCall] = []
  /// The names of the shortcodes that templates have made HTML of already.
  package var expandedShortcodes: Set<String> = []
  package var headings: [Heading] = []
  /// What is read aloud: no code, no footnotes, no captions; blocks separated by newlines.
  ///
  /// Of articles only the index of related ones reads it (``Site/forgetPlainTexts()``).
  package var plainText = ""
  /// Words of scripts that write spaces between words, for the reading time (E-3).
  package var wordCount = 0
  /// Han, kana and hangul characters, for the reading time (E-3).
  package var cjkCharacterCount = 0
  /// Ids within the page that a link may name.
  package var fragments: Set<String> = []
  /// Tells versions of the source file apart: equal digests mean equal front matter and text.
  package var digest: UInt64 = 0
  /// Whether `html` and `plainText` are left out, because nothing that this build makes shows them.
  package var isAbridged = false

  package init() {}

  /// The names of all shortcodes in the text.
  package var shortcodeNames: Set<String> {
    shortcodes.isEmpty ? expandedShortcodes : Set(shortcodes.map(\.name))
  }
}

extension ArticleBody {
  /// Minutes of reading: those that the editor chose, or as many as 238 words or 500 CJK characters a
  /// minute take, rounded up (E-3).
  func readingMinutes(chosen: Int?) -> Int {
    max(1, chosen ?? (wordCount * 500 + cjkCharacterCount * 238 + 118_999) / 119_000)
  }

  /// The same without its text.
  package var abridged: ArticleBody {
    var body = self
    body.html = []
    body.plainText = ""
    body.isAbridged = true
    return body
  }
}

/// A heading of an article, already shifted to its level on the page.
package struct Heading: Hashable, Sendable {
  /// 2 to 6.
  package var level: Int
  package var text: String
  package var id: String

  package init(level: Int, text: String, id: String) {
    self.level = level
    self.text = text
    self.id = id
  }
}

/// A link or picture in a body whose destination lies within the site.
package struct LinkSlot: Hashable, Sendable {
  /// What the destination is for.
  package enum Purpose: Hashable, Sendable {
    /// The slot is the inside of `href=""`.
    case link
    /// The slot covers the attributes that the text gives a picture, ` alt=""` for example, and is
    /// filled with the whole element.
    case image
  }

  /// Byte offset into the body's `html`.
  package var offset: Int
  /// How many bytes of `html` it covers.
  package var length = 0
  package var purpose: Purpose
  /// As the author typed it, for example `../ai/other.md#part`, `/about/`, `chart.png`, `#part`.
  package var destination: String
  package var place: Place

  package init(offset: Int, purpose: Purpose, destination: String, place: Place) {
    self.offset = offset
    self.purpose = purpose
    self.destination = destination
    self.place = place
  }
}
