import ArgumentParser
import Publishing

/// `sitegen related`.
struct RelatedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "Shows \"You May Also Like\" and the reasons for it.",
    discussion: """
      Without an article it prints the list of every article; with one, its list with the terms \
      that carried each recommendation, what was dropped and what comes next. An article is named \
      by its path in Content/, for example ai/some-article.md.
      """)

  @OptionGroup var source: SourceOptions

  @Argument(help: "The article whose list is explained.")
  var article: String?

  @Option(help: ArgumentHelp("Say why this other article is not in the list.", valueName: "other"))
  var whyNot: String?

  @Flag(help: "Give the reasons of every list, with --format json.")
  var reasons = false

  @Flag(name: .long, help: "Report times and how well the articles are connected.")
  var verbose = false

  @Option(help: ArgumentHelp("How to write it: text or json.", valueName: "format"))
  var format = BuildCommand.Format.text

  func validate() throws {
    if whyNot != nil, article == nil {
      throw ValidationError(
        "--why-not takes an article to look at: sitegen related ARTICLE --why-not OTHER.")
    }
    if reasons, format == .text, article == nil {
      throw ValidationError("--reasons of all lists takes --format json.")
    }
  }

  func run() async throws {
    let options = source.publishingOptions(output: "")
    let overview = await SitePublisher(options, stopwatch: stopwatch).relatedArticles()
    let text = ReportText(overview.report, detail: .normal)
    if !text.diagnostics.isEmpty { writeError(text.diagnostics + "\n") }
    if verbose { writeError(text.stages.joined(separator: "\n")) }
    guard overview.report.succeeded else { throw ExitCode(1) }
    print(try output(of: overview))
  }

  private func output(of overview: RelatedOverview) throws -> String {
    let position = try article.map { try find($0, in: overview) }
    if let position, let whyNot {
      let other = try find(whyNot, in: overview)
      return format == .json
        ? try overview.verdictJSON(on: other, under: position)
        : overview.verdict(on: other, under: position)
    }
    switch format {
    case .json where position != nil || reasons:
      return try overview.jsonWithReasons(of: position)
    case .json: return try overview.json()
    case .text: return position.map(overview.explanation) ?? overview.text()
    }
  }

  private func find(_ name: String, in overview: RelatedOverview) throws -> Int {
    if let position = overview.position(of: name) { return position }
    let nearest = overview.nearestSource(to: name).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("There is no published article \(name).\(nearest)")
  }
}
