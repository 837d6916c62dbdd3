extension SiteDraft {
  /// Finds the articles that editors pinned to, or kept out of, "You May Also Like".
  mutating func resolveEditorsChoices() {
    let chosen = site.articles.indices.filter { [articles = site.articles] in
      !articles[$0].frontMatter.related.pins.isEmpty
        || !articles[$0].frontMatter.related.excluded.isEmpty
    }
    let hasShortcodes =
      site.articles.contains { !$0.body.shortcodes.isEmpty }
      || site.pages.contains { !$0.body.shortcodes.isEmpty }
    if chosen.isEmpty, !hasShortcodes { return }
    let positions = Dictionary(
      site.articles.indices.map { (site.articles[$0].source, $0) },
      uniquingKeysWith: { first, _ in first })
    for index in chosen {
      let choice = site.articles[index].frontMatter.related
      site.articles[index].pins = choice.pins.compactMap { article($0, positions) }
      site.articles[index].excludedFromRelated = choice.excluded.compactMap {
        article($0, positions)
      }
    }
    resolveArticleArguments { draft, name in draft.article(name, positions) }
  }

  private mutating func article(_ name: Located<String>, _ positions: [String: Int]) -> Int? {
    let trimmed = name.value.hasPrefix("/") ? String(name.value.dropFirst()) : name.value
    for source in [trimmed, "\(trimmed).md", "\(trimmed)/index.md"] {
      if let position = positions[source] { return position }
      if unpublished[source] != nil { return nil }
    }
    if let entry = addresses.entry(at: "/\(trimmed)"), let source = entry.source,
      let position = positions[source]
    {
      return position
    }
    diagnostics.append(
      .error(
        .contentRelated, "there is no article \"\(name.value)\"",
        hint: nearestName(to: trimmed, in: positions.keys.sorted()).map {
          "Did you mean \"\($0)\"?"
        }
          ?? "Name an article by its path in Content/, for example ai/some-article.md.",
        at: name.place))
    return nil
  }

  /// A publication that prints readers' articles must publish its rules for them (E-9).
  mutating func checkPolicies() {
    guard let position = site.articles.firstIndex(where: { $0.isSubmitted }),
      site.page(named: configuration.policies.submissionRules) == nil
    else { return }
    let submitted = site.articles[position]
    let name = configuration.policies.submissionRules
    diagnostics.append(
      .error(
        .contentSubmission,
        "there are submitted articles, but no page with the submission rules",
        hint: "Write Content/pages/\(name).md, or name another page in policies.submissionRules.",
        at: place(of: submitted.source, key: "submitted", in: submitted.frontMatter)))
  }
}
