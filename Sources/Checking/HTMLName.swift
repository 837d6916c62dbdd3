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

  private static let names: NameTable<HTMLName> = {
    var names = NameTable<HTMLName>(capacity: allCases.count * 4)
    for name in allCases { names[NameHash(name.rawValue)] = name }
    return names
  }()

  /// The one whose small letters have a digest; nil for a name of no concern.
  init?(_ digest: NameHash) {
    guard let name = Self.names[digest] else { return nil }
    self = name
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
