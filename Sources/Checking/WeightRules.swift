import SiteModel

/// Finds pages that weigh more than their budget.
struct WeightRules {
  private let files: SiteFiles
  private let budget: PageBudget
  /// What several files weigh together: most pages load the same ones.
  private var totals: [[String]: Int] = [:]

  init(of files: SiteFiles, budget: PageBudget) {
    self.files = files
    self.budget = budget
  }

  /// What is wrong with a page that loads style sheets and scripts.
  mutating func findings(of page: String, _ styles: [String], _ scripts: [String]) -> [Finding] {
    let (html, css, javaScript) = (files.size(of: page), total(styles), total(scripts))
    // Nearly all pages keep to it.
    if html <= budget.html, css <= budget.styles, javaScript <= budget.scripts { return [] }
    let parts: [(name: String, bytes: Int, limit: Int, file: String)] = [
      ("HTML", html, budget.html, page),
      ("CSS", css, budget.styles, styles.first ?? ""),
      ("JavaScript", javaScript, budget.scripts, scripts.first ?? ""),
    ]
    return parts.filter { $0.bytes > $0.limit }.map { part in
      Finding(
        .checkBudget,
        "\(part.bytes) bytes of \(part.name) are more than the budget of \(part.limit)",
        hint: "Take something out, or raise check.budget in sitegen.yaml.", in: part.file)
    }
  }

  private mutating func total(_ loaded: [String]) -> Int {
    if let known = totals[loaded] { return known }
    let total = Set(loaded).reduce(0) { $0 + files.size(of: $1) }
    totals[loaded] = total
    return total
  }
}
