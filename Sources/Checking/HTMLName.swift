/// The name of an element or attribute, in small letters.
enum HTMLName: String, CaseIterable {
  // Elements
  case a
  case area
  case audio
  case base
  case body
  case form
  case h1
  case h2
  case h3
  case h4
  case h5
  case h6
  case iframe
  case image
  case img
  case link
  case main
  case meta
  case script
  case source
  case style
  case title
  case use
  case video

  // Attributes
  case action
  case alt
  case content
  case dataSource = "data-src"
  case href
  case httpEquivalent = "http-equiv"
  case id
  case imageSourceSet = "imagesrcset"
  case name
  case poster
  case property
  case rel
  case role
  case sourceAddress = "src"
  case sourceSet = "srcset"
  case type

  /// The names in a table in which each has its place by its digest, or is near it, so that nothing
  /// is hashed again: most bytes of a page are in tags.
  private static let names: [(digest: NameHash, name: HTMLName)?] = {
    var table = [(digest: NameHash, name: HTMLName)?](repeating: nil, count: mask + 1)
    for name in allCases {
      let digest = NameHash(name.rawValue)
      var place = place(of: digest)
      while table[place] != nil { place = (place + 1) & mask }
      table[place] = (digest, name)
    }
    return table
  }()

  private static let mask = 0xFF

  private static func place(of digest: NameHash) -> Int {
    Int(truncatingIfNeeded: digest.number ^ digest.number >> 32) & mask
  }

  /// The one whose small letters have a digest; nil for a name of no concern.
  init?(_ digest: NameHash) {
    let names = Self.names.span
    var place = Self.place(of: digest)
    while let entry = names[place] {
      if entry.digest == digest {
        self = entry.name
        return
      }
      place = (place + 1) & Self.mask
    }
    return nil
  }

  /// The level of a heading; nil for anything else.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
