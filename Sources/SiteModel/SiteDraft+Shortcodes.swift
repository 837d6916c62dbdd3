extension SiteDraft {
  /// Finds what the arguments of shortcodes name: pages, pictures and articles of the site.
  func resolveArguments(
    in body: inout ArticleBody, from origin: LinkOrigin, _ resolver: inout LinkResolver
  ) {
    for call in body.shortcodes.indices {
      for index in body.shortcodes[call].arguments.indices {
        let argument = body.shortcodes[call].arguments[index]
        guard argument.isLocal, let purpose = argument.kind.purpose else { continue }
        let slot = LinkSlot(
          offset: 0, purpose: purpose, destination: argument.value, place: argument.place)
        body.shortcodes[call].arguments[index].target =
          resolver.resolve([slot], from: origin).first.map { .link($0) }
      }
    }
  }

  /// Finds the articles that shortcodes name, the way `related.pins` does.
  mutating func resolveArticleArguments(_ find: (inout SiteDraft, Located<String>) -> Int?) {
    for index in site.articles.indices where !site.articles[index].body.shortcodes.isEmpty {
      var body = site.articles[index].body
      resolveArticles(in: &body, find)
      site.articles[index].body = body
    }
    for index in site.pages.indices where !site.pages[index].body.shortcodes.isEmpty {
      var body = site.pages[index].body
      resolveArticles(in: &body, find)
      site.pages[index].body = body
    }
  }

  private mutating func resolveArticles(
    in body: inout ArticleBody, _ find: (inout SiteDraft, Located<String>) -> Int?
  ) {
    for call in body.shortcodes.indices {
      for index in body.shortcodes[call].arguments.indices {
        let argument = body.shortcodes[call].arguments[index]
        guard argument.kind == .article else { continue }
        body.shortcodes[call].arguments[index].target =
          find(&self, Located(argument.value, at: argument.place)).map { .article($0) }
      }
    }
  }
}

extension ShortcodeParameter.Kind {
  fileprivate var purpose: LinkSlot.Purpose? {
    switch self {
    case .link: .link
    case .picture: .image
    default: nil
    }
  }
}
