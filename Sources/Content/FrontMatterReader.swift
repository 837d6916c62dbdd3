import SiteModel

/// Reads typed front matter from data.
///
/// Null and empty values count as absent, and numbers are taken where text is wanted, because
/// other generators write both. A wrong type is an error, an unknown key a warning.
struct FrontMatterReader {
  private let taxonomies: Set<String>
  private let timeZone: SiteTimeZone
  var reader = TypedReader(.frontMatter)
  private var matter = FrontMatter()
  private var hasKind = false

  /// The front matter of a file; `taxonomies` are the keys that hold terms, besides `tags`.
  static func read(
    _ entries: [DataEntry], taxonomies: Set<String>, timeZone: SiteTimeZone
  ) -> (FrontMatter, [Diagnostic]) {
    var reader = FrontMatterReader(taxonomies: taxonomies, timeZone: timeZone)
    reader.matter.places.reserveCapacity(entries.count)
    for entry in entries { reader.read(entry, among: entries) }
    reader.reconcileSubmission()
    reader.checkOrderOfDates()
    reader.checkRemoval()
    return (reader.matter, reader.reader.diagnostics)
  }

  private init(taxonomies: Set<String>, timeZone: SiteTimeZone) {
    self.taxonomies = taxonomies
    self.timeZone = timeZone
  }

  private mutating func read(_ entry: DataEntry, among entries: [DataEntry]) {
    let node = entry.node
    if taxonomies.contains(entry.key) {
      matter.places[entry.key] = place(of: entry)
      matter.terms[entry.key] = reader.texts(node, entry.key)
      return
    }
    guard let key = FrontMatterKey(name: entry.key) else {
      return reader.unknownKey(
        entry, in: nil, known: FrontMatterKey.names, hint: hint(for: entry))
    }
    // Under several names the key's own one holds, and else the first.
    if entry.key != key.rawValue, matter.places[key.rawValue] != nil || hasOwnName(key, entries) {
      return
    }
    if node.isBlank { return }
    matter.places[key.rawValue] = place(of: entry)
    apply(key, entry.key, node)
  }

  private mutating func apply(_ key: FrontMatterKey, _ name: String, _ node: DataNode) {
    switch key {
    case .title: matter.title = reader.text(node, name) ?? ""
    case .date: matter.date = date(node, name)
    case .updated: matter.updated = date(node, name)
    case .slug: matter.slug = reader.text(node, name)
    case .authors: matter.authors = names(node, name)
    case .editors: matter.editors = names(node, name)
    case .section: matter.section = reader.located(node, name)
    case .tags: matter.tags = reader.texts(node, name)
    case .series: matter.series = series(node, name)
    case .summary: matter.summary = reader.text(node, name)
    case .cover: matter.cover = cover(node, name)
    case .type: readKind(node, name)
    case .submitted: matter.submission = submission(node, name)
    case .sponsor: matter.sponsor = reader.text(node, name)
    case .disclosure: matter.disclosure = reader.text(node, name)
    case .corrections: matter.corrections = notes(node, name)
    case .updates: matter.updates = notes(node, name)
    case .draft: matter.isDraft = reader.bool(node, name) ?? false
    case .publishDate: matter.publishDate = date(node, name)
    case .expiryDate: matter.expiryDate = date(node, name)
    case .aliases: matter.aliases = reader.texts(node, name)
    case .reason: matter.removalReason = reader.text(node, name)
    case .related: matter.related = related(node, name)
    case .canonical: matter.canonical = canonical(node, name)
    case .noindex: matter.isHiddenFromSearch = reader.bool(node, name) ?? false
    case .language: matter.language = language(node, name)
    case .layout: matter.layout = reader.located(node, name)
    case .readingTime: matter.readingMinutes = reader.wholeNumber(node, name, in: 1...1_000)
    case .order: matter.order = reader.wholeNumber(node, name, in: Int.min...Int.max)
    case .extra: matter.extra = reader.table(node, name).map(DataNode.dataValues) ?? [:]
    case .taxonomies: readTaxonomies(node, name)
    }
  }
}

extension FrontMatterReader {
  private func hasOwnName(_ key: FrontMatterKey, _ entries: [DataEntry]) -> Bool {
    entries.contains { $0.key == key.rawValue && !$0.node.isBlank }
  }

  /// The value where it begins on the line of its key, else the key.
  private func place(of entry: DataEntry) -> Place {
    entry.node.place.line == entry.keyPlace.line ? entry.node.place : entry.keyPlace
  }

  private func hint(for entry: DataEntry) -> String {
    ForeignKey.hint(for: entry.key) ?? "Values for templates go under extra:."
  }

  /// `type: submitted` and `submitted:` are two ways to say the same (E-9).
  private mutating func reconcileSubmission() {
    if matter.kind == .submitted, matter.submission == nil { matter.submission = Submission() }
    if matter.submission != nil, !hasKind { matter.kind = .submitted }
  }

  private mutating func checkOrderOfDates() {
    guard let date = matter.date else { return }
    if let updated = matter.updated, updated < date, let place = matter.places["updated"] {
      reader.report(
        .warning, .frontMatterDate, "updated lies before date",
        hint: "Correct one of the two.", at: place)
    }
    if let expiry = matter.expiryDate, expiry <= date, let place = matter.places["expiryDate"] {
      reader.report(
        .warning, .frontMatterDate, "expiryDate does not lie after date, so nobody ever sees this",
        hint: "Correct one of the two.", at: place)
    }
  }

  private mutating func checkRemoval() {
    guard matter.kind == .removed, matter.removalReason == nil, let place = matter.places["type"]
    else { return }
    reader.missing(
      "a reason", in: "type: removed",
      hint: "Say in reason: what readers shall know, for example reason: At the author's request.",
      at: place)
  }

  mutating func date(_ node: DataNode, _ name: String) -> Timestamp? {
    guard case .text(let text) = node.value else {
      reader.wrongType(node, name, "a date")
      return nil
    }
    switch timeZone.timestamp(parsing: text) {
    case .success(let timestamp): return timestamp
    case .failure(let mistake):
      reader.report(
        .error, .frontMatterDate, mistake.problem, hint: mistake.hint, at: node.place)
      return nil
    }
  }

  /// Ids or names, of which each may be written as `{name: …}`.
  private mutating func names(_ node: DataNode, _ name: String) -> [Located<String>] {
    let nodes: [DataNode] = if case .list(let nodes) = node.value { nodes } else { [node] }
    return nodes.compactMap { node in
      guard case .table = node.value else {
        return reader.located(node, node.isText ? name : "each of \(name)")
      }
      guard let found = node["name"] ?? node["id"] else {
        reader.missing("name:", in: "each of \(name)", at: node.place)
        return nil
      }
      return reader.located(found, "\(name).name")
    }
  }

  private mutating func readKind(_ node: DataNode, _ name: String) {
    guard let text = reader.text(node, name) else { return }
    if let kind = ArticleKind(rawValue: text) {
      matter.kind = kind
      hasKind = true
      return
    }
    let known = ArticleKind.allCases.map(\.rawValue)
    let hint =
      nearestName(to: text, in: known).map { "Did you mean \"\($0)\"?" }
      ?? "Write one of: \(known.joined(separator: ", "))."
    reader.report(
      .warning, .frontMatterValue,
      "unknown type \"\(abridged(text))\", so the article is treated as news", hint: hint,
      at: node.place)
  }

  private mutating func readTaxonomies(_ node: DataNode, _ name: String) {
    for entry in reader.table(node, name) ?? [] {
      if entry.key == "tags" {
        matter.tags += reader.texts(entry.node, "tags")
      } else if taxonomies.contains(entry.key) {
        matter.terms[entry.key, default: []] += reader.texts(entry.node, entry.key)
      } else {
        reader.unknownKey(
          entry, in: name, known: taxonomies + ["tags"],
          hint: "Add it to the taxonomies in sitegen.yaml.")
      }
      matter.places[entry.key] = place(of: entry)
    }
  }
}
