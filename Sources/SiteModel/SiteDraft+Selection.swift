extension SiteDraft {
  /// Keeps what readers may see at the edition's instant, newest first (E-7).
  mutating func selectArticles() {
    let edition = builder.edition
    // A document is large, so its parts are asked for one by one, and it is not copied.
    for position in content.articles.indices {
      let source = content.articles[position].source
      guard let date = content.articles[position].frontMatter.date else {
        broken.insert(source)
        continue
      }
      let due = max(date, content.articles[position].frontMatter.publishDate ?? date)
      if content.articles[position].frontMatter.isDraft, !edition.includesDrafts {
        site.leftOut.drafts.append(source)
        unpublished[source] = "a draft"
      } else if due > edition.now, !edition.includesFuture {
        site.leftOut.scheduled.append(Located(due, at: place(of: source)))
        unpublished[source] = "scheduled for \(due.iso8601)"
      } else if let expiry = content.articles[position].frontMatter.expiryDate,
        expiry <= edition.now, !edition.includesExpired
      {
        site.leftOut.expired.append(source)
        expired.append(position)
        unpublished[source] = "expired since \(expiry.iso8601)"
      } else if content.articles[position].frontMatter.kind == .removed {
        removed.append(position)
        unpublished[source] = "removed"
      } else {
        selected.append(position)
      }
    }
    site.leftOut.drafts.sort()
    site.leftOut.expired.sort()
    site.leftOut.scheduled.sort { ($0.value, $0.place) < ($1.value, $1.place) }
    selected = newestFirst(selected)
  }

  private func newestFirst(_ positions: [Int]) -> [Int] {
    // Dates beside one another are compared faster than those in thousands of documents.
    let dated = positions.map { position in
      (position, seconds: content.articles[position].frontMatter.date?.secondsSince1970 ?? 0)
    }
    return dated.sorted { left, right in
      left.seconds != right.seconds
        ? left.seconds > right.seconds
        : content.articles[left.0].source < content.articles[right.0].source
    }.map(\.0)
  }
}
