/// How search engines are told of changed addresses (indexnow.org).
package struct IndexNowSettings: Hashable, Sendable {
  /// The engine that passes on to the others what it is told.
  package static let sharedEndpoint = "https://api.indexnow.org/indexnow"

  /// Proves that a message comes from the publication, which has a file with it; no secret.
  package var key: String
  package var endpoint = sharedEndpoint

  package init(key: String) {
    self.key = key
  }

  /// Where the key can be read.
  package var permalink: Permalink { Permalink("/\(key).txt") }

  /// Whether a text has the form of a key: 8 to 128 letters, digits and hyphens.
  package static func isKey(_ text: String) -> Bool {
    (8...128).contains(text.utf8.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" }
  }
}
