import SiteModel

extension Site {
  /// Of each of some articles: of its file, and of all that the rest of the publication makes of it.
  ///
  /// What an ``Article`` holds is here but for its neighbours, which only its own page shows, and
  /// what the editor chose for its related articles, which is in the lists. Positions mean nothing
  /// to a reader, so what they stand for takes their place.
  func fingerprints(
    ofArticles chosen: some Sequence<Int>, authors: [Fingerprint], sections: [Fingerprint]
  ) -> [Fingerprint] {
    let series = series.map { series in
      var print = Fingerprint("series")
      print.add(series.name)
      print.add(series.permalink.path)
      return print
    }
    let tags = taxonomies.first { $0.settings.name == "tags" }?.terms ?? []
    let terms = tags.map { term in
      var print = Fingerprint("term")
      print.add(term.name)
      print.add(term.permalink.path)
      return print
    }
    let start = Fingerprint("article")
    // An article is large, so its parts are asked for one by one, and it is not copied.
    return chosen.map { index in
      var print = start
      print.add(articles[index].source)
      print.add(articles[index].body.digest)
      print.add(articles[index].date.secondsSince1970)
      print.add(articles[index].date.utcOffset)
      print.add(articles[index].permalink.path)
      print.add(articles[index].readingMinutes)
      print.add(sections[articles[index].section])
      print.add(articles[index].authors.count)
      for author in articles[index].authors { print.add(authors[author]) }
      print.add(articles[index].editors.count)
      for editor in articles[index].editors { print.add(authors[editor]) }
      if let position = articles[index].series { print.add(series[position]) }
      print.add(articles[index].tags.count)
      for tag in articles[index].tags { print.add(terms[tag]) }
      print.add(articles[index].cover)
      print.add(articles[index].card?.path)
      print.add(articles[index].links)
      print.add(articles[index].body.shortcodes)
      return print
    }
  }

  /// Of what stands on every page, and of which pages of a kind there are.
  func fingerprintOfFrame(_ settings: Fingerprint, _ sections: [Fingerprint]) -> Fingerprint {
    var print = settings
    for section in sections { print.add(section) }
    for item in menu { print.add(item) }
    for column in footer {
      print.add(column.title)
      for item in column.items { print.add(item) }
    }
    // Policies are pages that any other page may lead to.
    for page in pages {
      print.add(page.name)
      print.add(page.permalink.path)
      print.add(page.frontMatter.title)
    }
    for taxonomy in taxonomies { print.add(taxonomy.terms.isEmpty ? 0 : 1) }
    print.add(authors.isEmpty ? 0 : 1)
    print.add(series.isEmpty ? 0 : 1)
    // A text with a film changes what the policy of every page allows.
    for service in embedServices { print.add(service.id) }
    print.add(articles.first?.date.civil.date.year ?? 0)
    return print
  }
}

extension Section {
  /// Without its articles.
  var fingerprint: Fingerprint {
    var print = Fingerprint("section")
    print.add(name)
    print.add(title)
    print.add(summary)
    print.add(permalink.path)
    if let page { print.add(page.fingerprint) }
    return print
  }
}

extension Author {
  /// Without the list of articles.
  var fingerprint: Fingerprint {
    var print = Fingerprint("author")
    print.add(id)
    print.add(name)
    print.add(permalink.path)
    print.add(photo)
    // Role, address and links stand in the file of the profile.
    if let page { print.add(page.fingerprint) }
    return print
  }
}

extension Page {
  var fingerprint: Fingerprint {
    var print = Fingerprint("page")
    print.add(source)
    print.add(body.digest)
    print.add(permalink.path)
    print.add(links)
    print.add(body.shortcodes)
    return print
  }
}

extension [ShortcodeCall] {
  /// The articles that arguments name, whose cards are shown.
  var articles: [Int] {
    flatMap(\.arguments).compactMap { argument -> Int? in
      guard case .article(let index) = argument.target else { return nil }
      return index
    }
  }
}

extension Fingerprint {
  /// What shortcodes say stands in the file, but not where their addresses lead.
  mutating func add(_ shortcodes: [ShortcodeCall]) {
    for argument in shortcodes.flatMap(\.arguments) {
      if case .link(let link) = argument.target { add([link]) }
    }
  }

  mutating func add(_ links: [ResolvedLink]) {
    add(links.count)
    for link in links {
      switch link {
      case .site(let permalink, let suffix):
        add(0)
        add(permalink.path)
        add(suffix)
      case .picture(let picture):
        add(1)
        add(picture)
      case .fragment(let text):
        add(2)
        add(text)
      case .unresolved(let text):
        add(3)
        add(text)
      }
    }
  }

  mutating func add(_ picture: Picture?) {
    guard let picture else { return add(0) }
    switch picture.location {
    case .site(let permalink):
      add(1)
      add(permalink.path)
    case .elsewhere(let address):
      add(2)
      add(address)
    }
    add(picture.size?.width ?? 0)
    add(picture.size?.height ?? 0)
    add(picture.focus.x)
    add(picture.focus.y)
    guard let set = picture.set else { return add(0) }
    // The widths and the formats follow from the settings, which are in every fingerprint.
    add(set.version)
    add(set.original.width)
    add(set.original.height)
    add(set.placeholder)
  }

  mutating func add(_ item: MenuItem) {
    add(item.title)
    switch item.destination {
    case .site(let permalink):
      add(0)
      add(permalink.path)
    case .elsewhere(let address):
      add(1)
      add(address)
    }
  }

  mutating func add(_ positions: [Int]) {
    add(positions.count)
    for position in positions { add(position) }
  }
}
