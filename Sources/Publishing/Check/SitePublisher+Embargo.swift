import Checking
import Content
import SiteModel

extension SitePublisher {
  /// What readers may not know yet: drafts, and articles whose time has not come (E-7).
  ///
  /// Their addresses are those that they have in the publication with all of them.
  func secrets(_ content: ParsedContent, _ site: Site) -> [Secret] {
    let reasons =
      site.leftOut.drafts.map { ($0, "a draft") }
      + site.leftOut.scheduled.map {
        (String($0.place.file.dropFirst("Content/".count)), "scheduled for \($0.value.iso8601)")
      }
    if reasons.isEmpty { return [] }
    let reasonBySource = Dictionary(reasons) { first, _ in first }
    var edition = SiteBuilder.Edition(now: site.now)
    edition.includesDrafts = true
    edition.includesFuture = true
    edition.includesExpired = true
    let builder = SiteBuilder(configuration: site.configuration, edition: edition)
    // What is wrong with it was said of what is published, or will be when its time has come.
    let all = builder.build(content).site
    let articles = all.articles.map { ($0.source, $0.frontMatter, $0.permalink, $0.body) }
    let pages = all.pages.map { ($0.source, $0.frontMatter, $0.permalink, $0.body) }
    return (articles + pages).compactMap { source, matter, permalink, body in
      guard let reason = reasonBySource[source] else { return nil }
      let texts = [matter.summary, matter.cover?.alt, matter.cover?.caption].compactMap(\.self)
      return Secret(
        source: "Content/\(source)", reason: reason, title: matter.title, permalink: permalink,
        texts: texts + [body.plainText])
    }
  }

  /// Searches every file of the output, compressed ones too, for what gives secrets away.
  func search(_ output: FoundOutput, for search: LeakSearch) async -> Checked<[Finding]> {
    guard let folder = output.folder, !search.secrets.isEmpty else { return Checked(value: []) }
    let files = output.files.keys.sorted()
    let leaks = await files.concurrentMap(jobs: options.jobs) { file in
      let bytes = Self.isText(file) ? folder.contents(of: file) : nil
      guard let bytes else { return search.nameLeaks(in: file) }
      guard let encoding = ContentEncoding(ofFile: file) else {
        return search.leaks(in: file, bytes)
      }
      return encoding.decompressed(bytes).map { search.leaks(in: file, $0) } ?? []
    }
    var findings: [Finding] = []
    for (file, leaks) in zip(files, leaks) {
      findings += leaks.map { Self.finding($0, of: search.secrets[$0.secret], in: file) }
    }
    let isCompressed = files.contains { ContentEncoding(ofFile: $0) != nil }
    return Checked(
      value: findings,
      diagnostics: isCompressed
        ? ContentEncoding.decodingProblem.map(CheckMessage.isSealed) ?? [] : [])
  }

  private static func finding(
    _ leak: LeakSearch.Leak, of secret: Secret, in file: String
  ) -> Finding {
    let (what, clue): (String, Finding.Clue) =
      switch leak.kind {
      case .address: ("the address \(leak.text)", .address(leak.text))
      case .title: ("the title \"\(leak.text)\"", .words(leak.text))
      case .sentence: ("the sentence \"\(leak.text.shortened)\"", .words(leak.text))
      }
    var finding = Finding(
      .checkEmbargo, "\(what) of \(secret.source), \(secret.reason), can be read by everyone",
      hint: "Take it out, or publish the article; then build again.", in: file
    ).because(of: clue)
    finding.source = secret.source
    return finding
  }

  /// Files of other kinds hold nothing that can be searched for words.
  private static func isText(_ file: String) -> Bool {
    let endings = [
      ".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif", ".ico", ".woff", ".woff2", ".ttf", ".otf",
      ".pdf", ".mp3", ".mp4", ".webm", ".ogg", ".zip",
    ]
    return !endings.contains { file.hasSuffix($0) }
  }
}

extension String {
  /// The beginning of a long text.
  fileprivate var shortened: String { count > 60 ? "\(prefix(57))…" : self }
}

extension ContentEncoding {
  /// That of a file by its name; nil for one that is not compressed.
  fileprivate init?(ofFile file: String) {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    self.init(rawValue: String(file[file.index(after: dot)...]))
  }
}
