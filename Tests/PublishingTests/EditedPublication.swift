import Foundation
import Publishing
import TestSupport

/// A small publication with the project's own theme, in which a random editor is at work.
struct EditedPublication {
  let site: TemporarySite
  var now = TemporarySite.now
  private var random: SeededGenerator
  /// The front matter and the text of each article, by path.
  private(set) var articles: [String: DraftArticle] = [:]
  private var settings = PublicationSettings()
  private var number = 0

  static let sections = ["ai", "chips", "policy"]
  static let people = ["ada", "grace", "linus", "barbara"]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    site = try Self.siteWithoutArticles()
    try site.write("sitegen.yaml", settings.text)
    for _ in 0..<36 { try addArticle() }
    for _ in 0..<4 { try addBundle() }
  }

  /// The project's theme and standing pages, and a few authors.
  static func siteWithoutArticles() throws -> TemporarySite {
    let site = try TemporarySite()
    for file in TemporarySite.files(below: "\(ProjectFolder.path)/Templates") {
      try site.write("Templates/\(file)", ProjectFolder.bytes(of: "Templates/\(file)"))
    }
    for file in TemporarySite.files(below: "\(ProjectFolder.path)/Content/pages")
    where file.hasSuffix(".md") {
      try site.write("Content/pages/\(file)", ProjectFolder.bytes(of: "Content/pages/\(file)"))
    }
    for person in people { try writeProfile(person, role: "Reporter", in: site) }
    return site
  }

  /// A site of five articles, for changes that are not made by chance.
  static func smallSite() throws -> TemporarySite {
    let site = try siteWithoutArticles()
    try site.write("sitegen.yaml", PublicationSettings().text + "taxonomies: [tags, topics]\n")
    try site.write("Templates/page-like.mustache", "{{page.title}}")
    var random = SeededGenerator(seed: 7)
    for (number, section) in ["ai", "chips", "ai", "policy", "ai"].enumerated() {
      var article = DraftArticle(number + 1, &random)
      if number == 2 { article.kind = "submitted" }
      article.text += "\n\nThey said \"yes\"."
      try site.write("Content/\(section)/story-\(number + 1).md", article.file)
    }
    return site
  }

  /// Makes one change and says what it was.
  mutating func edit() throws -> String {
    let edit = Edit.allCases.randomElement(using: &random) ?? .body
    return "\(edit.rawValue) \(try apply(edit))"
  }
}

extension EditedPublication {
  /// Something that an editor, a designer, a file system or the time does.
  enum Edit: String, CaseIterable {
    case body, body2, lead, title, title2, shortTitle, summary, tags, authors, date, section
    case delete, add, add2, bundle
    case rename, series, pins, cover, picture, data, corrections, draft, embargo, expiry, clock
    case kind, layout, link, alias, themeLink, template, partial, style, configuration, profile,
      sectionPage
    case shortcode, shortcode2, shortcodeTemplate, page, touch, oldDate, outputChanged,
      outputRemoved, foreignFile, cacheDamaged, nothing
  }

  // One case for each edit is long, and splitting it would only hide the list.
  // swift-format-ignore
  private mutating func apply(_ edit: Edit) throws -> String {
    switch edit {
    case .body, .body2: return try change { $0.text += "\n\n" + Self.sentence(&$1) }
    case .lead: return try change { $0.text = Self.sentence(&$1) + "\n\n" + $0.text }
    case .shortTitle: return try change { $0.title = Self.words(1, &$1) }
    case .title, .title2: return try change { $0.title = Self.words(4, &$1) }
    case .summary: return try change { $0.summary = Self.sentence(&$1) }
    case .tags: return try change { $0.tags = Self.tags(&$1) }
    case .authors: return try change { $0.authors = Array(Self.people.shuffled(using: &$1).prefix(2)) }
    case .date: return try change { $0.day = Int.random(in: 0..<700, using: &$1) }
    case .section: return try move { "\(Self.sections.randomElement(using: &$1) ?? "ai")/moved-\($0)" }
    case .delete: return try removeArticle()
    case .add, .add2: return try addArticle()
    case .bundle: return try addBundle()
    case .rename: return try move { "\($0.first == "a" ? "ai" : "chips")/renamed-\(Int.random(in: 0..<1_000, using: &$1))" }
    case .series: return try change { $0.series = $0.series == nil ? ["Alpha", "Beta"].randomElement(using: &$1) : nil }
    case .pins:
      let target = articles.keys.sorted().randomElement(using: &random)
      return try change { article, _ in article.pins = article.pins == nil ? target : nil }
    case .cover: return try change { $0.cover = $0.cover == nil ? "https://pictures.example/\(Int.random(in: 0..<9, using: &$1)).jpg" : nil }
    case .picture:
      let picture = PNG.black(side: Int.random(in: 1..<9, using: &random))
      return try writeAnywhere("Content/chips/picture.png", picture)
    case .data:
      let data = Array(Self.words(3, &random).utf8)
      return try writeAnywhere("Content/ai/data.csv", data)
    case .corrections: return try change { $0.corrections.append(Self.sentence(&$1)) }
    case .draft: return try change { article, _ in article.isDraft.toggle() }
    case .embargo: return try change { $0.publishDay = $0.publishDay == nil ? Int.random(in: 690..<740, using: &$1) : nil }
    case .expiry: return try change { $0.expiryDay = $0.expiryDay == nil ? Int.random(in: 720..<760, using: &$1) : nil }
    case .clock:
      now = TemporarySite.now + Int.random(in: -20...40, using: &random) * 86_400
      return "to \(now)"
    case .kind: return try change { $0.kind = ["news", "opinion", "sponsored", "submitted"].randomElement(using: &$1) }
    case .layout: return try change { article, _ in article.layout = article.layout == nil ? "special" : nil }
    case .link:
      let target = articles.keys.sorted().randomElement(using: &random) ?? ""
      return try change { article, _ in article.text += "\n\nSee [this](/\(target)) too." }
    case .themeLink: return try linkInTheme()
    case .shortcode, .shortcode2:
      let target = articles.keys.sorted().randomElement(using: &random) ?? ""
      return try change { $0.text += "\n\n" + Self.shortcode(naming: target, &$1) }
    case .shortcodeTemplate: return try appendToFile(["callout", "pullquote", "related", "youtube"], "Templates/shortcodes/", ".mustache")
    case .alias: return try change { $0.aliases.append("/old/\(Int.random(in: 0..<1_000_000, using: &$1))/") }
    case .template: return try appendToFile(["article", "section", "home", "special"], "Templates/", ".mustache")
    case .partial: return try appendToFile(["card", "compact-card", "footer", "masthead"], "Templates/partials/", ".mustache")
    case .style:
      let style = Array("/* \(Self.words(2, &random)) */\n".utf8)
      return try writeAnywhere("Templates/assets/css/extra.css", style)
    case .configuration:
      settings.change(&random)
      try site.write("sitegen.yaml", settings.text)
      return settings.text.split(separator: "\n").joined(separator: "; ")
    case .profile:
      let person = Self.people.randomElement(using: &random) ?? "ada"
      try Self.writeProfile(person, role: Self.words(2, &random), in: site)
      return person
    case .sectionPage:
      let section = Self.sections.randomElement(using: &random) ?? "ai"
      let (title, text) = (Self.words(2, &random), Self.sentence(&random))
      try site.write(
        "Content/\(section)/_index.md", "---\ntitle: \(title)\nsummary: \(text)\n---\n\n\(text)\n")
      return section
    case .page:
      let (title, text) = (Self.words(2, &random), Self.sentence(&random))
      try site.write("Content/pages/extra.md", "---\ntitle: \(title)\n---\n\n\(text)\n")
      return "extra"
    case .touch: return try touch()
    case .oldDate: return try changeBytesButNotTheDate()
    case .outputChanged: return try spoilOutput { try $0.write($1, "spoilt") }
    case .outputRemoved: return try spoilOutput { try $0.remove($1) }
    case .foreignFile:
      let folder = ["", "ai/", "tags/"].randomElement(using: &random) ?? ""
      try site.write("Site/\(folder)mine.txt", "mine")
      return folder
    case .cacheDamaged: return try damageCache()
    case .nothing: return ""
    }
  }
}

extension EditedPublication {
  private mutating func change(
    _ change: (inout DraftArticle, inout SeededGenerator) -> Void
  ) throws -> String {
    guard let path = articles.keys.sorted().randomElement(using: &random),
      var article = articles[path]
    else { return "" }
    change(&article, &random)
    try write(article, path)
    return path
  }

  @discardableResult
  private mutating func addArticle() throws -> String {
    number += 1
    let section = Self.sections.randomElement(using: &random) ?? "ai"
    let path = "\(section)/story-\(number).md"
    try write(DraftArticle(number, &random), path)
    return path
  }

  @discardableResult
  private mutating func addBundle() throws -> String {
    number += 1
    let path = "policy/bundle-\(number)/index.md"
    var article = DraftArticle(number, &random)
    article.cover = "cover.png"
    article.text += "\n\n![A chart](chart.png)"
    for name in ["cover", "chart"] {
      let side = Int.random(in: 1..<9, using: &random)
      try site.write("Content/policy/bundle-\(number)/\(name).png", PNG.black(side: side))
    }
    try write(article, path)
    return path
  }

  private mutating func removeArticle() throws -> String {
    guard articles.count > 20, let path = articles.keys.sorted().randomElement(using: &random)
    else {
      return "nothing"
    }
    articles[path] = nil
    let isBundle = path.hasSuffix("/index.md")
    try site.remove("Content/\(isBundle ? String(path.dropLast("/index.md".count)) : path)")
    return path
  }

  private mutating func move(
    to place: (String, inout SeededGenerator) -> String
  ) throws -> String {
    let files = articles.keys.filter { !$0.hasSuffix("/index.md") }.sorted()
    guard let path = files.randomElement(using: &random), let article = articles[path] else {
      return ""
    }
    let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
    let target = "\(place(name, &random)).md"
    guard articles[target] == nil else { return "" }
    articles[path] = nil
    try site.remove("Content/\(path)")
    try write(article, target)
    return "\(path) to \(target)"
  }

  private mutating func write(_ article: DraftArticle, _ path: String) throws {
    articles[path] = article
    try site.write("Content/\(path)", article.file)
  }

  private static func writeProfile(_ person: String, role: String, in site: TemporarySite) throws {
    try site.write(
      "Content/authors/\(person).md",
      "---\nname: \(person.capitalized) Example\nrole: \(role)\n---\n\nWrites about \(role).\n")
  }

  private func writeAnywhere(_ file: String, _ bytes: [UInt8]) throws -> String {
    try site.write(file, bytes)
    return file
  }

  private mutating func appendToFile(
    _ names: [String], _ folder: String, _ suffix: String
  ) throws -> String {
    let file = "\(folder)\(names.randomElement(using: &random) ?? "")\(suffix)"
    return try append("<!-- \(Self.words(1, &random)) -->", to: file)
  }

  private mutating func linkInTheme() throws -> String {
    let target = articles.keys.sorted().randomElement(using: &random) ?? ""
    return try append(
      "<a href=\"/\(target.dropLast(3))/\">x</a>", to: "Templates/partials/footer.mustache")
  }

  private func append(_ text: String, to file: String) throws -> String {
    // A template that is not there yet begins as one that says little.
    let before = (try? site.text(of: file)) ?? Self.smallTemplate
    try site.write(file, before + text)
    return file
  }

  private static let smallTemplate = """
    <!doctype html><title>{{page.title}}</title><link rel="canonical" href="{{page.canonical}}">
    <main><h1>{{page.title}}</h1></main>
    """

  private mutating func touch() throws -> String {
    let path = articles.keys.sorted().randomElement(using: &random) ?? ""
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(now))],
      ofItemAtPath: "\(site.path)/Content/\(path)")
    return path
  }

  /// Other bytes of the same size with the date that the file had before.
  private mutating func changeBytesButNotTheDate() throws -> String {
    guard let path = articles.keys.sorted().randomElement(using: &random),
      var article = articles[path]
    else { return "" }
    let file = "\(site.path)/Content/\(path)"
    let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    article.title = String(article.title.reversed()).capitalized
    try write(article, path)
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: file)
    return path
  }

  private mutating func spoilOutput(
    _ spoil: (TemporarySite, String) throws -> Void
  ) throws -> String {
    let pages = site.files().keys.filter { $0.hasSuffix(".html") }.sorted()
    guard let page = pages.randomElement(using: &random) else { return "" }
    try spoil(site, "Site/\(page)")
    return page
  }

  private mutating func damageCache() throws -> String {
    let file = ".sitegen/build.cache"
    guard var bytes = FileManager.default.contents(atPath: "\(site.path)/\(file)").map(Array.init),
      let position = bytes.indices.randomElement(using: &random)
    else { return "" }
    bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    try site.write(file, bytes)
    return "byte \(position)"
  }
}

extension EditedPublication {
  static func words(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in vocabulary.randomElement(using: &random) ?? "" }
      .joined(separator: " ").capitalized
  }

  static func sentence(_ random: inout SeededGenerator) -> String {
    (0..<14).map { _ in vocabulary.randomElement(using: &random) ?? "" }.joined(separator: " ")
      + "."
  }

  /// One that changes its text, one that shows an article's card, one that shows what is related, or
  /// one that loads something of another site.
  static func shortcode(naming article: String, _ random: inout SeededGenerator) -> String {
    let words = words(3, &random)
    let kinds = [
      "{{< callout type=\"tip\" title=\"\(words)\" >}}\nSee [this](/\(article)).\n{{< /callout >}}",
      "{{< pullquote by=\"\(words)\" >}}\n\(sentence(&random))\n{{< /pullquote >}}",
      "{{< related \"\(article)\" >}}", "{{< related title=\"\(words)\" >}}",
      "{{< youtube id=\"dQw4w9WgXc\(Int.random(in: 0..<9, using: &random))\" title=\"\(words)\" >}}",
    ]
    return kinds.randomElement(using: &random) ?? ""
  }

  static func tags(_ random: inout SeededGenerator) -> [String] {
    Array(["Open source", "Lithography", "Robots", "Markets"].shuffled(using: &random).prefix(2))
  }

  private static let vocabulary = [
    "wafer", "model", "court", "battery", "quarter", "license", "kernel", "market", "laser", "grid",
    "senate", "patent", "memory", "engine", "cloud", "satellite", "audit", "robot", "ledger",
    "tariff",
  ]
}
