package import SiteModel

/// An article that readers may not know of yet, and what would give it away.
package struct Secret: Hashable, Sendable {
  /// Its file, relative to the project.
  package var source: String
  /// Why it is not published: "a draft", "scheduled for …".
  package var reason: String
  package var title: String
  /// Its address, should it be published.
  package var permalink: Permalink
  /// Its summary, its text and the captions of its cover, as they are read aloud.
  package var texts: [String]

  package init(
    source: String, reason: String, title: String, permalink: Permalink, texts: [String]
  ) {
    self.source = source
    self.reason = reason
    self.title = title
    self.permalink = permalink
    self.texts = texts
  }
}
