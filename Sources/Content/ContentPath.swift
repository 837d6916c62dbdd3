/// What a Markdown file of `Content/` is, by where it lies.
struct ContentPath: Hashable, Sendable {
  /// What sort of file it is.
  enum Kind: Hashable, Sendable {
    case article
    case standingPage
    case sectionPage
    case author
    /// The text of the home page or of a folder within a section, which no page has a place for.
    case rootIndex
    case folderIndex
  }

  /// Relative to `Content/`.
  let source: String
  let kind: Kind
  /// The file's name without `.md`, or its folder's for `index.md` and `_index.md`.
  let name: String

  static let contentFolder = "Content/"

  /// - Parameter source: relative to `Content/`.
  init(_ source: String) {
    self.source = source
    let parts = source.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    let file = parts.last ?? Substring(source)
    let base =
      file.utf8.suffix(3).elementsEqual(".md".utf8) ? Substring(file.utf8.dropLast(3)) : file
    let isIndex = base == "index" || base == "_index"
    name = String(isIndex ? parts.dropLast().last ?? base : base)
    kind = Self.kind(parts, base: base)
  }

  private static func kind(_ parts: [Substring], base: Substring) -> Kind {
    guard parts.count > 1 else {
      return base == "index" || base == "_index" ? .rootIndex : .standingPage
    }
    let isReserved = parts[0] == "pages" || parts[0] == "authors"
    if parts.count == 2, base == "index" || base == "_index" {
      return isReserved ? .folderIndex : .sectionPage
    }
    if base == "_index" { return .folderIndex }
    switch parts[0] {
    case "pages": return .standingPage
    case "authors": return .author
    default: return .article
    }
  }
}

/// A date at the start of a file's name, as Jekyll and Eleventy have it: `2014-03-12-title`.
struct DatedName {
  /// For example `2014-03-12`; nil when the name has none.
  var date: String?
  /// The name without the date.
  var name: String

  init(_ name: String) {
    self.name = name
    guard name.utf8.first?.isDigit == true else { return }
    let bytes = Array(name.utf8.prefix(12))
    guard bytes.count == 12, bytes[4] == .hyphen, bytes[7] == .hyphen, bytes[10] == .hyphen,
      [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ bytes[$0].isDigit })
    else { return }
    let date = String(decoding: bytes[..<10], as: UTF8.self)
    guard case .success = WrittenDate.parse(date) else { return }
    self.date = date
    self.name = String(name.utf8.dropFirst(11)) ?? name
  }
}
