import Foundation
import Publishing

/// What tells one version of a page from another, as far as it can be seen.
///
/// A browser gets it with the page, and hears later which one there is now. So nothing need be known
/// about what a browser missed: what it shows is right, or it is not.
struct PageVersion: Hashable, Sendable {
  /// Of the page without the addresses of its style sheets.
  var text: String
  /// Of the files that it loads besides style sheets: pictures, scripts, icons.
  var files: String
  /// Of the style sheets.
  var styles: String
  /// The addresses of the style sheets, in their order.
  var sheets: [String] = []

  /// - Parameters:
  ///   - html: the page as it is in its file.
  ///   - stamp: tells versions of the file at an address apart; nil if it is not the publication's.
  init(of html: [UInt8], stamp: (String) -> String?) {
    var text = Fingerprint("text")
    var files = Fingerprint("files")
    var styles = Fingerprint("styles")
    var hashed = html.startIndex
    for tag in TagScan(html) {
      let relations = tag.relations(in: html)
      for attribute in tag.attributes where Self.loads(attribute, relations, in: html) {
        let value = String(decoding: html[attribute.value], as: UTF8.self)
        guard relations.contains("stylesheet") else {
          for address in Self.addresses(in: value) { files.add(stamp(address) ?? "") }
          continue
        }
        text.add(html[hashed..<attribute.value.lowerBound])
        hashed = attribute.value.upperBound
        styles.add(value)
        styles.add(stamp(value) ?? "")
        sheets.append(value)
      }
    }
    text.add(html[hashed...])
    self.text = text.digits
    self.files = files.digits
    self.styles = styles.digits
  }

  /// Whether an attribute names what the page loads, and not where it leads.
  private static func loads(
    _ attribute: TagScan.Attribute, _ relations: Set<String>, in html: [UInt8]
  ) -> Bool {
    if html.says("href", at: attribute.name) { return !relations.isDisjoint(with: loading) }
    return html.says("src", at: attribute.name) || html.says("srcset", at: attribute.name)
      || html.says("poster", at: attribute.name)
  }

  private static let loading = ["stylesheet", "icon", "apple-touch-icon", "preload", "manifest"]

  /// The addresses in the value of an attribute, which may be a list such as `a.jpg 1x, b.jpg 2x`.
  private static func addresses(in value: String) -> [String] {
    value.utf8.split(separator: UInt8(ascii: ",")).compactMap { candidate in
      candidate.split(separator: UInt8(ascii: " "), maxSplits: 1).first.flatMap(String.init)
    }
  }
}

extension PageVersion {
  /// So many characters has every digest.
  static let digestLength = 16
}

extension Fingerprint {
  fileprivate var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: PageVersion.digestLength - digits.utf8.count) + digits
  }
}
