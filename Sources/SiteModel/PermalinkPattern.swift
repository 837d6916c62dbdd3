/// How the addresses of articles are made, for example `/:section/:slug/`.
package struct PermalinkPattern: Hashable, Sendable {
  /// One part of a pattern.
  package enum Part: Hashable, Sendable {
    case text(String)
    case section
    case slug
    case year
    case month
    case day
  }

  package let parts: [Part]

  package static let standard = PermalinkPattern(parts: [
    .text("/"), .section, .text("/"), .slug, .text("/"),
  ])

  package init(parts: [Part]) {
    self.parts = parts
  }

  /// The path for an article.
  package func permalink(section: String, slug: String, date: CivilDate) -> Permalink {
    var path = ""
    path.reserveCapacity(section.utf8.count + slug.utf8.count + 16)
    for part in parts {
      switch part {
      case .text(let text): path += text
      case .section: path += section
      case .slug: path += slug
      case .year: path += padded(date.year, 4)
      case .month: path += padded(date.month, 2)
      case .day: path += padded(date.day, 2)
      }
    }
    return Permalink(Self.hasDoubleSlash(path) ? Self.withSingleSlashes(path) : path)
  }

  private static func hasDoubleSlash(_ path: String) -> Bool {
    var last: UInt8 = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/"), byte == last { return true }
      last = byte
    }
    return false
  }

  private static func withSingleSlashes(_ path: String) -> String {
    var path = path
    while let range = path.firstRange(of: "//") { path.replaceSubrange(range, with: "/") }
    return path
  }
}

extension PermalinkPattern {
  /// Why a text is no pattern.
  package enum Mistake: Error, Hashable {
    case unknownPart(String)
    case lacksSlug
    case lacksSlashes
  }

  package static let partNames = [":section", ":slug", ":year", ":month", ":day"]

  /// Parses `/:year/:month/:slug/`.
  ///
  /// - Throws: ``Mistake``.
  package init(parsing text: String) throws(Mistake) {
    guard text.hasPrefix("/"), text.hasSuffix("/") else { throw .lacksSlashes }
    var parts: [Part] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == ":" {
        let name = ":" + rest.dropFirst().prefix { $0.isLetter }
        switch name {
        case ":section": parts.append(.section)
        case ":slug": parts.append(.slug)
        case ":year": parts.append(.year)
        case ":month": parts.append(.month)
        case ":day": parts.append(.day)
        default: throw .unknownPart(name)
        }
        rest = rest.dropFirst(name.count)
      } else {
        let literal = rest.prefix { $0 != ":" }
        parts.append(.text(String(literal)))
        rest = rest.dropFirst(literal.count)
      }
    }
    guard parts.contains(.slug) else { throw .lacksSlug }
    self.parts = parts
  }
}
