extension SiteDraft {
  /// Keeps what readers may see at the edition's instant, newest first (E-7).
  mutating func selectArticles() {
    let edition = builder.edition
    for document in content.articles {
      guard let date = document.frontMatter.date else {
        broken.insert(document.source)
        continue
      }
      let due = max(date, document.frontMatter.publishDate ?? date)
      if document.frontMatter.isDraft, !edition.includesDrafts {
        site.leftOut.drafts.append(document.source)
        unpublished[document.source] = "a draft"
      } else if due > edition.now, !edition.includesFuture {
        site.leftOut.scheduled.append(Located(due, at: place(of: document.source)))
        unpublished[document.source] = "scheduled for \(due.iso8601)"
      } else if let expiry = document.frontMatter.expiryDate, expiry <= edition.now,
        !edition.includesExpired
      {
        site.leftOut.expired.append(document.source)
        unpublished[document.source] = "expired since \(expiry.iso8601)"
      } else {
        documents.append(document)
      }
    }
    site.leftOut.drafts.sort()
    site.leftOut.expired.sort()
    site.leftOut.scheduled.sort { ($0.value, $0.place) < ($1.value, $1.place) }
    documents.sort(by: isNewer)
  }

  private func isNewer(_ left: ParsedDocument, _ right: ParsedDocument) -> Bool {
    let leftDate = left.frontMatter.date?.secondsSince1970 ?? 0
    let rightDate = right.frontMatter.date?.secondsSince1970 ?? 0
    return leftDate != rightDate ? leftDate > rightDate : left.source < right.source
  }
}
