import SiteModel

/// Reads the front matter of an author's profile.
enum AuthorReader {
  private static let keys = ["name", "role", "photo", "photoAlt", "email", "links"]

  static func read(
    _ entries: [DataEntry], _ location: ContentPath, at start: Place
  ) -> (ParsedAuthor, [Diagnostic]) {
    var reader = TypedReader(.frontMatter)
    var author = ParsedAuthor(
      source: location.source, id: location.name, name: "", links: [], body: ArticleBody())
    for entry in entries {
      switch entry.key {
      case "name": author.name = reader.text(entry.node, entry.key) ?? author.name
      case "title":
        let title = reader.text(entry.node, entry.key)
        if author.name.isEmpty { author.name = title ?? "" }
      case "role": author.role = reader.text(entry.node, entry.key)
      case "photo": author.photo = reader.located(entry.node, entry.key)
      case "photoAlt": author.photoAlt = reader.text(entry.node, entry.key)
      case "email": author.email = reader.text(entry.node, entry.key)
      case "links": author.links = links(entry.node, &reader)
      default: reader.unknownKey(entry, in: nil, known: keys, hint: nil)
      }
    }
    if author.name.isEmpty {
      reader.diagnostics.append(ContentMessage.lacksName(start))
      author.name = titleCased(location.name)
    }
    return (author, reader.diagnostics)
  }

  /// A list of `{title, url}`, or titles with their addresses as a group of keys.
  private static func links(_ node: DataNode, _ reader: inout TypedReader) -> [AuthorLink] {
    if let entries = node.entries {
      return entries.compactMap { entry in
        reader.text(entry.node, "links.\(entry.key)")
          .map { AuthorLink(title: entry.key, url: $0) }
      }
    }
    return (reader.list(node, "links") ?? []).compactMap { node in
      if node.isBlank { return nil }
      guard let entries = node.entries else {
        reader.wrongType(node, "each of links", "a title and a url")
        return nil
      }
      for entry in entries where !["title", "url"].contains(entry.key) {
        reader.unknownKey(entry, in: "links", known: ["title", "url"], hint: nil)
      }
      guard let title = node["title"].flatMap({ reader.text($0, "links.title") }),
        let url = node["url"].flatMap({ reader.text($0, "links.url") })
      else {
        reader.missing("title: and url:", in: "each of links", at: node.place)
        return nil
      }
      return AuthorLink(title: title, url: url)
    }
  }
}
