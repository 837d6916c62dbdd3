extension SiteDraft {
  /// Finds where each link, picture and cover leads.
  mutating func resolveLinks() {
    var resolver = LinkResolver(
      addresses: addresses, unpublished: unpublished, broken: broken,
      pictures: PictureShelf(builder.pictures, configuration.images),
      severity: configuration.check.links)
    for index in site.articles.indices
    where !site.articles[index].body.slots.isEmpty
      || !site.articles[index].body.shortcodes.isEmpty
      || site.articles[index].frontMatter.cover != nil
    {
      let origin = LinkOrigin(
        source: site.articles[index].source, permalink: site.articles[index].permalink,
        fragments: site.articles[index].body.fragments)
      site.articles[index].links = resolver.resolve(
        site.articles[index].body.slots, from: origin)
      resolveArguments(in: &site.articles[index].body, from: origin, &resolver)
      if let cover = site.articles[index].frontMatter.cover {
        site.articles[index].cover = resolver.picture(
          cover.image, from: origin, for: PictureUse(cover))
        checkAlternative(of: cover)
      }
    }
    for index in site.pages.indices { site.pages[index] = resolved(site.pages[index], &resolver) }
    for index in site.sections.indices {
      site.sections[index].page = site.sections[index].page.map { resolved($0, &resolver) }
    }
    var authors = site.authors
    for index in authors.indices { resolve(&authors[index], &resolver) }
    site.authors = authors
    site.pictures = resolver.pictures.plans
    diagnostics += resolver.diagnostics
    chooseFiles(resolver)
  }

  private func resolved(_ page: Page, _ resolver: inout LinkResolver) -> Page {
    var page = page
    let origin = LinkOrigin(
      source: page.source, permalink: page.permalink, fragments: page.body.fragments)
    page.links = resolver.resolve(page.body.slots, from: origin)
    resolveArguments(in: &page.body, from: origin, &resolver)
    return page
  }

  private func resolve(_ author: inout Author, _ resolver: inout LinkResolver) {
    guard let page = author.page else { return }
    author.page = resolved(page, &resolver)
    guard let profile = content.authors.first(where: { $0.source == page.source }),
      let photo = profile.photo
    else { return }
    let origin = LinkOrigin(source: page.source, permalink: page.permalink, fragments: [])
    author.photo = resolver.picture(photo, from: origin, for: PictureUse(.portrait))
  }

  /// A cover tells what it shows, or says that it is decoration.
  private mutating func checkAlternative(of cover: Cover) {
    guard cover.alt == nil, !cover.isDecorative else { return }
    diagnostics.append(
      .warning(
        .contentCover, "the cover has no alt text",
        hint: "Say in cover.alt what the picture shows, or set cover.decorative: true.",
        at: cover.image.place))
  }
}
