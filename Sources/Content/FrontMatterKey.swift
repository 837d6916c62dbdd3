/// The keys that front matter knows.
enum FrontMatterKey: String, CaseIterable {
  case title
  case date
  case updated
  case slug
  case authors
  case editors
  case section
  case tags
  case series
  case summary
  case cover
  case type
  case submitted
  case sponsor
  case disclosure
  case corrections
  case updates
  case draft
  case publishDate
  case expiryDate
  case aliases
  case reason
  case related
  case canonical
  case noindex
  case language
  case layout
  case readingTime
  case order
  case extra
  case taxonomies

  /// Other names for the same things; if both are given, the key's own name holds.
  static let synonyms: [String: FrontMatterKey] = [
    "author": .authors, "lastmod": .updated, "modified": .updated, "description": .summary,
    "excerpt": .summary, "embargoUntil": .publishDate, "lang": .language, "weight": .order,
  ]

  /// Every name in use, to offer the nearest one.
  static let names: [String] =
    (allCases.map(\.rawValue) + synonyms.keys).filter { $0 != "taxonomies" }.sorted()

  /// The key of a name, in any case: other generators read `expirydate` and `Title` as well.
  init?(name: String) {
    guard let key = Self.byName[name] ?? Self.byName[name.lowercased()] else { return nil }
    self = key
  }

  private static let byName: [String: FrontMatterKey] = {
    var byName: [String: FrontMatterKey] = [:]
    for key in allCases {
      byName[key.rawValue] = key
      byName[key.rawValue.lowercased()] = key
    }
    for (name, key) in synonyms {
      byName[name] = key
      byName[name.lowercased()] = key
    }
    return byName
  }()
}

/// What to do about keys that other generators use and sitegen does not.
enum ForeignKey {
  static func hint(for key: String) -> String? {
    hints[key.lowercased()]
  }

  private static let cover = "For the picture at the head, write cover: {image: …, alt: …}."
  private static let address = "Write slug: for the last part of the address."
  private static let old = "Write aliases: for the addresses that shall lead here."

  private static let hints: [String: String] = [
    "image": cover, "images": cover, "featured_image": cover, "primary_image": cover,
    "thumbnail": cover, "hero": cover, "image_alt": cover, "image_caption": cover,
    "image_figcaption": cover, "permalink": address, "url": address, "redirect_from": old,
    "redirectto": "A page cannot lead elsewhere; delete it, or write canonical:.",
    "locale": "Write language:.", "template": "Write layout:.", "deck": "Write summary:.",
    "subtitle": "Write summary:.", "published": "Write draft: true for what is not published.",
    "categories": "Write tags:, or add categories to the taxonomies in sitegen.yaml.",
    "category": "Write tags: or section:.", "keywords": "Write tags:.", "tag": "Write tags:.",
    "topics": "Write tags:, or add topics to the taxonomies in sitegen.yaml.",
  ]
}
