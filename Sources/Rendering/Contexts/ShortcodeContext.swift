import SiteModel

/// A shortcode in a text, as its template sees it.
struct ShortcodeContext: TemplateContext {
  var publication: Publication
  var call: ShortcodeCall
  /// Its number on the page, counted from 1.
  var number: Int
  /// The rendered text between its tags.
  var inner: String
  /// The article that it stands in, if it is one.
  var article: Int?

  static let name = "Shortcode"
  static let summary =
    "A shortcode in a text, as its template in `Templates/shortcodes/` sees it, beside Root."
  static let fields = FieldTable<ShortcodeContext>([
    .anything("args", "Its arguments by name, those with a default too.") { $0.arguments },
    .html("inner", "The text between its tags, rendered; escaped if the head says `inner: text`.") {
      context in
      context.call.innerText.map(htmlEscaped) ?? context.inner
    },
    .number("number", "Its number on the page, to tell ids apart.") { $0.number },
    .object("embed", "The service that it loads something from; absent if it does not.") {
      context in
      context.publication.site.shortcodes[context.call.name]?.embed.map {
        EmbedContext(service: $0)
      }
    },
    .object("article", "The article that an argument of the type `article` names.") {
      $0.namedArticle
    },
    .list("relatedArticles", "What \"You May Also Like\" shows under the article it stands in.") {
      $0.relatedArticles
    },
  ])

  private var namedArticle: CardContext? {
    for argument in call.arguments {
      if case .article(let index) = argument.target { return publication.card(index) }
    }
    return nil
  }

  private var relatedArticles: [CardContext] {
    guard let article, publication.related.indices.contains(article) else { return [] }
    return publication.cards(publication.related[article])
  }

  private var arguments: [String: DataValue] {
    Dictionary(
      call.arguments.map { ($0.name, value(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private func value(of argument: ShortcodeArgument) -> DataValue {
    switch argument.kind {
    case .boolean: .bool(argument.value == "true")
    case .number: .number(argument.value)
    case .text, .url, .article: argument.value.isEmpty ? .null : .text(argument.value)
    case .link: .text(address(of: argument))
    case .picture: picture(argument)
    }
  }

  private func address(of argument: ShortcodeArgument) -> String {
    guard case .link(let link) = argument.target else { return argument.value }
    return switch link {
    case .site(let permalink, let suffix): publication.href(permalink) + suffix
    case .picture(let picture): picture.address(base: publication.base)
    case .fragment(let fragment): fragment
    case .unresolved(let typed): typed
    }
  }

  private func picture(_ argument: ShortcodeArgument) -> DataValue {
    if argument.value.isEmpty { return .null }
    var table: [String: DataValue] = ["src": .text(address(of: argument))]
    guard case .link(.picture(let picture)) = argument.target else { return .table(table) }
    if let size = picture.size {
      table["width"] = .number(String(size.width))
      table["height"] = .number(String(size.height))
    }
    if let look = picture.look { table["look"] = .text(look) }
    if let set = picture.set {
      let base = publication.base
      table["srcset"] = .text(set.candidates(set.fallback, base: base))
      let better = set.formats.dropLast()
      table["hasSources"] = .bool(!better.isEmpty)
      table["sources"] = .list(
        better.map { format in
          .table([
            "type": .text(format.mediaType), "srcset": .text(set.candidates(format, base: base)),
          ])
        })
    }
    return .table(table)
  }
}

/// A service that a shortcode loads something from once the reader agrees.
struct EmbedContext: TemplateContext {
  var service: EmbedService

  static let name = "Embed"
  static let summary = "A service that is asked for only once the reader agrees (C-41)."
  static let fields = FieldTable<EmbedContext>([
    .text("service", "Its id, for `data-service`.") { $0.service.id },
    .text("category", "The category of consent that it belongs to.") { $0.service.category },
    .text("provider", "Who offers it, as readers know the name.") { $0.service.provider },
    .text("privacyHref", "The provider's privacy policy.") { $0.service.privacy },
    .text("allow", "What its frame may do, for `allow`.") { $0.service.allow },
    .text("sandbox", "What its frame is held to, for `sandbox`.") { $0.service.sandbox },
  ])
}
