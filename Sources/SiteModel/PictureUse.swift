/// What a picture is used for, and what its copies say about it.
package struct PictureUse: Hashable, Sendable {
  /// The place that a picture has in the publication.
  package enum Role: Hashable, Sendable {
    /// At the head of an article, on cards, in search results and on social networks.
    case cover
    /// In a text.
    case figure
    /// An author's.
    case portrait
  }

  package var role: Role
  package var focus = FocalPoint.center
  /// Who made it, where the file does not say so itself.
  package var credit: String?
  /// Whether the editor says that a machine made it (E-10).
  package var isAIGenerated = false

  package init(_ role: Role) {
    self.role = role
  }

  /// The use of a picture at the head of an article.
  package init(_ cover: Cover) {
    role = .cover
    focus = cover.focus ?? .center
    credit = cover.credit
    isAIGenerated = cover.isAIGenerated
  }

  /// Names what comes of a file that is used so.
  func version(of file: PictureFile, _ settings: ImageSettings) -> String {
    var hash = StableHash(Self.procedure)
    hash.add(file.digest)
    for format in PictureEncoding.allCases { hash.add(UInt64(settings.quality[format] ?? 0)) }
    hash.add(UInt64(focus.x * 1_000 + focus.y))
    hash.add(isAIGenerated ? "ai" : "")
    hash.add(credit ?? "")
    return String(hash.digits.suffix(8))
  }

  /// To be changed whenever the same picture comes out otherwise.
  private static let procedure = "1"
}

/// A picture of `Content/` with the files that are to be made of it.
package struct PicturePlan: Hashable, Sendable {
  /// Relative to `Content/`.
  package var source: String
  package var file: PictureFile
  package var use: PictureUse
  package var set: PictureSet
  /// Where it is first named, for what turns out to be wrong with it.
  package var place: Place
}
