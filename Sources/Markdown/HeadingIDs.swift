import SiteModel

/// The ids of a page's headings: stable, unique, and readable in every script.
enum HeadingIDs {
  /// Ids that the theme's own parts use.
  static let reserved: Set<String> = [
    "main", "top", "footnotes-heading", "related-heading", "newsletter-heading",
    "consent-heading", "corrections-heading", "updates-heading", "contents-heading",
  ]

  /// The id of a heading whose title holds nothing that can stand in an id.
  private static let fallback = "section"

  /// An id for each heading; what an author chose goes first, then each first heading of a text.
  static func assign(to headings: [TypedHeading?]) -> [String] {
    let wanted = headings.map { $0.map(wantedID) ?? fallback }
    var ids = [String?](repeating: nil, count: headings.count)
    var taken = reserved
    func take(_ id: String) -> Bool { taken.insert(id).inserted }
    for (index, heading) in headings.enumerated() where heading?.explicitID != nil {
      if take(wanted[index]) { ids[index] = wanted[index] }
    }
    for (index, heading) in headings.enumerated() where heading != nil && ids[index] == nil {
      if take(wanted[index]) { ids[index] = wanted[index] }
    }
    var nextNumber: [String: Int] = [:]
    return wanted.indices.map { index in
      if let id = ids[index] { return id }
      if headings[index] == nil { return "" }
      var number = nextNumber[wanted[index]] ?? 2
      while !take("\(wanted[index])-\(number)") { number += 1 }
      nextNumber[wanted[index]] = number + 1
      return "\(wanted[index])-\(number)"
    }
  }

  private static func wantedID(_ heading: TypedHeading) -> String {
    let id = heading.explicitID ?? Slug(heading.text)?.text ?? fallback
    return isFootnoteID(id) ? "\(fallback)-\(id)" : id
  }

  /// `fn-1` and `fnref-1` are the ids of footnotes, whether a text has any or not.
  private static func isFootnoteID(_ id: String) -> Bool {
    guard id.utf8.first == UInt8(ascii: "f") else { return false }
    return ["fn-", "fnref-"].contains { prefix in
      id.hasPrefix(prefix)
        && id.utf8.dropFirst(prefix.utf8.count).first.map { (0x30...0x39).contains($0) } ?? false
    }
  }
}
