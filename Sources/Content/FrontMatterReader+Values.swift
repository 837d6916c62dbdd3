import SiteModel

extension FrontMatterReader {
  mutating func canonical(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    if BaseURL(text) != nil || text.hasPrefix("https://") || text.hasPrefix("http://") {
      return text
    }
    if text.hasPrefix("/") { return text }
    reader.report(
      .warning, .frontMatterValue,
      "canonical must be a full address or a path of the site, found \"\(abridged(text))\"",
      hint: "Begin it with https:// or with /.", at: node.place)
    return nil
  }

  /// What others may do with a picture.
  mutating func license(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
    reader.report(
      .warning, .frontMatterValue,
      "\(name) must be a full address, found \"\(abridged(text))\"",
      hint: "Begin it with https://.", at: node.place)
    return nil
  }

  mutating func language(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    if let tag = languageTag(text) { return tag }
    reader.report(
      .warning, .frontMatterValue, "\(name) must be a language tag, found \"\(abridged(text))\"",
      hint: "Write en, ja or pt-BR, for example.", at: node.place)
    return nil
  }
}

/// A well-formed language tag (BCP 47) with hyphens; nil for anything else.
func languageTag(_ text: String) -> String? {
  let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { "-_".contains($0) })
  guard let first = parts.first, (2...3).contains(first.utf8.count),
    first.utf8.allSatisfy(\.isLetter),
    parts.dropFirst().allSatisfy({ part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isLetter || $0.isDigit }
    })
  else { return nil }
  return parts.joined(separator: "-")
}
