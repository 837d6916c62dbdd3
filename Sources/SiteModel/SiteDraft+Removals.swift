extension SiteDraft {
  /// Makes a notice of every article that was removed, and notes where expired ones were.
  mutating func makeRemovals() {
    for position in removed {
      let permalink = permalink(ofUnlisted: position)
      site.removals.append(
        Removal(
          source: content.articles[position].source, permalink: permalink,
          reason: content.articles[position].frontMatter.removalReason,
          aliases: content.articles[position].frontMatter.aliases))
    }
    site.expired = expired.map { permalink(ofUnlisted: $0) }
  }

  /// The address that an article has, or would have, though it is in no list.
  private mutating func permalink(ofUnlisted position: Int) -> Permalink {
    let frontMatter = content.articles[position].frontMatter
    let folder = folderName(of: content.articles[position].source)
    let section = frontMatter.section?.value ?? folder
    let date = frontMatter.date ?? builder.edition.now
    return configuration.permalink.permalink(
      section: Slug(section)?.text ?? section, slug: slug(ofDocument: position),
      date: date.civil.date)
  }
}
