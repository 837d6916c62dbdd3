import SiteModel

/// Reads the typed configuration from data.
struct ConfigurationReader {
  /// The top-level keys of `sitegen.yaml`.
  enum Key: String, CaseIterable {
    case title
    case description
    case baseURL
    case language
    case timeZone
    case permalink
    case pageSize
    case menu
    case footer
    case taxonomies
    case publisher
    case policies
    case newsletter
    case consent
    case markdown
    case shortcodes
    case embeds
    case images
    case check
    case related
    case limits
    case feeds
    case crawlers
    case security
    case tableOfContents
    case social
    case fonts
    case contentSecurityPolicy
    case redirects
    case hosting
    case precompress
    case deploy
    case indexNow
    case extra
  }

  var configuration = SiteConfiguration()
  var reader = TypedReader(.configuration)

  mutating func read(_ entries: [DataEntry]) {
    for entry in entries {
      guard let key = Key(rawValue: entry.key) else {
        reader.unknownKey(
          entry, in: nil, known: Key.allCases.map(\.rawValue) + ["environments"],
          hint: "Values for templates go under extra:.")
        continue
      }
      if !entry.node.isBlank { apply(key, entry.node) }
    }
  }

  private mutating func apply(_ key: Key, _ node: DataNode) {
    let name = key.rawValue
    switch key {
    case .title: set(\.title, reader.text(node, name))
    case .description: set(\.description, reader.text(node, name))
    case .baseURL: set(\.baseURL, baseURL(node, name))
    case .language: set(\.language, language(node, name))
    case .timeZone: set(\.timeZone, timeZone(node, name))
    case .permalink: set(\.permalink, permalink(node, name))
    case .pageSize: set(\.pageSize, reader.wholeNumber(node, name, in: 1...10_000))
    case .menu: configuration.menu = menu(node, name)
    case .footer: configuration.footer = footer(node, name)
    case .taxonomies: configuration.taxonomies = taxonomies(node, name)
    case .publisher: readPublisher(node, name)
    case .policies: readPolicies(node, name)
    case .newsletter: configuration.newsletter = newsletter(node, name)
    case .consent: readConsent(node, name)
    case .markdown: readMarkdown(node, name)
    case .shortcodes: readShortcodes(node, name)
    case .embeds: readEmbeds(node, name)
    case .images: readImages(node, name)
    case .check: readCheck(node, name)
    case .related: readRelated(node, name)
    case .limits: readLimits(node, name)
    case .feeds: readFeeds(node, name)
    case .crawlers: readCrawlers(node, name)
    case .security: readSecurity(node, name)
    case .tableOfContents: readTableOfContents(node, name)
    case .social: readSocial(node, name)
    case .fonts: configuration.fonts = reader.texts(node, name)
    case .contentSecurityPolicy: configuration.allowedSources = sources(node, name)
    case .redirects: configuration.redirects = redirects(node, name)
    case .hosting: readHosting(node, name)
    case .precompress: set(\.isPrecompressed, reader.bool(node, name))
    case .deploy: readDeploy(node, name)
    case .indexNow: readIndexNow(node, name)
    case .extra: set(\.extra, reader.table(node, name).map(DataNode.dataValues))
    }
  }
}

extension ConfigurationReader {
  /// Sets a value, or leaves the default when there is none.
  mutating func set<Value>(
    _ path: WritableKeyPath<SiteConfiguration, Value>, _ value: Value?
  ) {
    if let value { configuration[keyPath: path] = value }
  }

  /// Hands each known key of a group that has a value to a function.
  mutating func readGroup(
    _ node: DataNode, _ name: String, known: [String],
    _ apply: (inout ConfigurationReader, String, DataNode) -> Void
  ) {
    for entry in reader.table(node, name) ?? [] {
      if !known.contains(entry.key) {
        reader.unknownKey(entry, in: name, known: known, hint: nil)
      } else if !entry.node.isBlank {
        apply(&self, entry.key, entry.node)
      }
    }
  }

  mutating func wrongValue(
    _ name: String, _ rule: String, hint: String? = nil, at node: DataNode
  ) {
    reader.report(
      .error, .configurationValue, "\(name) must be \(rule), found \(node.described)", hint: hint,
      at: node.place)
  }
}

extension ConfigurationReader {
  private mutating func baseURL(_ node: DataNode, _ name: String) -> BaseURL? {
    guard let text = reader.text(node, name) else { return nil }
    if let url = BaseURL(text) { return url }
    wrongValue(
      name, "a full address", hint: "Write https://news.example, for example.", at: node)
    return nil
  }

  private mutating func language(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    if let tag = languageTag(text) { return tag }
    wrongValue(name, "a language tag", hint: "Write en, ja or pt-BR, for example.", at: node)
    return nil
  }

  private mutating func timeZone(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    if SiteTimeZone(identifier: text) != nil { return text }
    let nearest = nearestName(to: text, in: SiteTimeZone.names)
    wrongValue(
      name, "the IANA name of a time zone",
      hint: nearest.map { "Did you mean \"\($0)\"?" }
        ?? "Write America/New_York or Europe/Berlin, for example.", at: node)
    return nil
  }

  private mutating func permalink(_ node: DataNode, _ name: String) -> PermalinkPattern? {
    guard let text = reader.text(node, name) else { return nil }
    do throws(PermalinkPattern.Mistake) {
      return try PermalinkPattern(parsing: text)
    } catch {
      let (rule, hint) = Self.rule(behind: error)
      wrongValue(name, rule, hint: hint, at: node)
    }
    return nil
  }

  private static func rule(
    behind mistake: PermalinkPattern.Mistake
  ) -> (rule: String, hint: String?) {
    let example = "Write /:section/:slug/, for example."
    switch mistake {
    case .unknownPart(let part):
      let known = PermalinkPattern.partNames
      return (
        "made of \(known.joined(separator: ", ")) and text",
        nearestName(to: part, in: known).map { "Did you mean \"\($0)\"?" }
      )
    case .lacksSlug: return ("a pattern with :slug", example)
    case .lacksSlashes: return ("a pattern that begins and ends with a slash", example)
    }
  }
}
