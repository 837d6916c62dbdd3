extension SiteDraft {
  /// Tells editors what readers and search engines would stumble over, though nothing is wrong.
  ///
  /// The newest articles come first, and of each kind of advice only some pieces are given: an
  /// archive of ten thousand articles is not rewritten at once.
  mutating func adviseEditors() { diagnostics += advice }

  /// What changes nothing reads the articles in place.
  private var advice: [Diagnostic] {
    var lint = ArticleLint(configuration)
    for index in site.articles.indices {
      lint.visit(site.articles[index].frontMatter, site.articles[index].source)
    }
    return lint.advice
  }
}

/// Looks at the front matter of articles, one after another.
struct ArticleLint {
  private static let headlineLengths = 10...110
  private static let longestSummary = 160
  private static let most = 20

  private let checks: CheckSettings
  private let firstYear: Int
  private let firstYearReason: String
  private var given: [Diagnostic.Identifier: Int] = [:]
  private var kept: [Diagnostic] = []

  init(_ configuration: SiteConfiguration) {
    checks = configuration.check
    let founded = configuration.publisher.founded.flatMap { Int($0.prefix(4)) }
    firstYear = founded ?? 1_990
    firstYearReason =
      founded.map { "the publisher was founded in \($0)" } ?? "there was no web then"
  }

  /// Whether there is any advice on an article.
  static func hasAdvice(on matter: FrontMatter, _ configuration: SiteConfiguration) -> Bool {
    var lint = ArticleLint(configuration)
    lint.visit(matter, "")
    return !lint.kept.isEmpty
  }

  /// The advice, and of each kind how much more there would be.
  var advice: [Diagnostic] {
    kept
      + given.filter { $0.value > Self.most }.map { rule, count in
        .warning(
          rule, "\(count - Self.most) more articles like the \(Self.most) newest that are named",
          hint: "check: in sitegen.yaml can turn a kind of advice off.")
      }
  }

  mutating func visit(_ matter: FrontMatter, _ source: String) {
    let isShort = matter.title.isShorter(than: Self.headlineLengths.lowerBound)
    if isShort || matter.title.isLonger(than: Self.headlineLengths.upperBound) {
      add(
        .lintHeadline, "the headline has \(matter.title.count) characters",
        hint: isShort
          ? "Say what happened: lists and search results show the headline alone."
          : "Search results cut it off after about sixty, and feeds and cards after 110.",
        at: ["title"], matter, source)
    }
    visitSummary(matter, source)
    visitDates(matter, source)
    let isSponsored = matter.kind == .sponsored
    if isSponsored, matter.sponsor == nil {
      add(
        .lintSponsor, "the article is sponsored and does not say by whom (E-8)",
        hint: "Write sponsor: and a name.", at: ["type"], matter, source)
    } else if !isSponsored, matter.sponsor != nil {
      add(
        .lintSponsor, "the article names a sponsor and is not labelled as sponsored (E-8)",
        hint: "Write type: sponsored, or leave sponsor: out.", at: ["sponsor"], matter, source)
    }
    if matter.kind == .submitted, matter.places["submitted"] == nil {
      add(
        .lintSubmission, "the article was sent in, and nothing says by whom (E-9)",
        hint: "Write submitted: {by: …}, or submitted: true for somebody who is not named.",
        at: ["type"], matter, source)
    }
  }

  private mutating func visitSummary(_ matter: FrontMatter, _ source: String) {
    guard let summary = matter.summary else {
      add(
        .lintSummary, "the article has no summary",
        hint: "Lists, search results and shared links show it: write one or two sentences.",
        at: ["title"], matter, source)
      return
    }
    guard summary.isLonger(than: Self.longestSummary) else { return }
    add(
      .lintSummary, "the summary has \(summary.count) characters (M-40)",
      hint: "Search results cut it off after about \(Self.longestSummary).", at: ["summary"],
      matter,
      source)
  }

  /// Years that were mistyped, and notes about an article from before there was one.
  private mutating func visitDates(_ matter: FrontMatter, _ source: String) {
    guard let date = matter.date else { return }
    if date.civil.date.year < firstYear {
      add(
        .lintDate, "the article is of \(date.civil.date.year), and \(firstYearReason)",
        hint: "Correct the year.", at: ["date"], matter, source)
    }
    for (key, notes) in [("corrections", matter.corrections), ("updates", matter.updates)]
    where notes.contains(where: {
      $0.date.secondsSince1970 + 86_400 <= date.secondsSince1970
    }) {
      add(
        .lintDate, "one of the \(key) lies before the article's date",
        hint: "Correct one of the two.",
        at: [key], matter, source)
    }
  }

  private mutating func add(
    _ rule: Diagnostic.Identifier, _ summary: String, hint: String, at keys: [String],
    _ matter: FrontMatter, _ source: String
  ) {
    guard checks[rule] != nil else { return }
    given[rule, default: 0] += 1
    guard given[rule, default: 0] <= Self.most else { return }
    let place = keys.compactMap { matter.places[$0] }.first ?? Place(file: "Content/\(source)")
    kept.append(.warning(rule, summary, hint: hint, at: place))
  }
}

// Counting characters takes long, and the number of bytes nearly always settles it.
extension String {
  fileprivate func isLonger(than limit: Int) -> Bool { utf8.count > limit && count > limit }

  fileprivate func isShorter(than limit: Int) -> Bool { utf8.count < limit * 4 && count < limit }
}
