import Checking
import SiteModel

/// Finds pages of legal weight on which something is still to be written (E-15).
struct PlaceholderSearch {
  /// What stands where something is missing.
  private static let words = ["TODO", "FIXME", "TBD", "Lorem ipsum"]

  let site: Site

  /// The output files of the pages with a duty.
  var files: [String] {
    let policies = site.configuration.policies
    let names = [
      policies.submissionRules, policies.privacy, policies.terms, policies.legalNotice,
      policies.cookies, policies.contact, policies.about, policies.editorial, policies.corrections,
      policies.accessibility, policies.newsletter,
    ]
    return site.pages.filter { names.contains($0.name) }.map(\.permalink.outputPath)
  }

  /// What is left to be written on a page.
  func findings(in file: String, _ bytes: [UInt8]) -> [Finding] {
    let text = String(decoding: bytes, as: UTF8.self)
    return Self.words.filter { Self.contains(text, $0) }.map { word in
      Finding(
        .checkPlaceholder, "the page says \"\(word)\"",
        hint: "Readers rely on this page: write what is missing.", in: file
      ).because(of: .words(word))
    }
  }

  /// As a word of its own.
  private static func contains(_ text: String, _ word: String) -> Bool {
    text.ranges(of: word).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
    }
  }
}
