import SiteModel

/// The way through a list that takes several pages.
struct PaginationContext: TemplateContext {
  var current: Int
  var total: Int
  var href: @Sendable (Int) -> String

  static let name = "Pagination"
  static let summary = "The way through a list that takes several pages; absent if one is enough."
  static let fields = FieldTable<PaginationContext>([
    .number("current", "The number of this page, from 1.") { $0.current },
    .number("total", "How many pages there are.") { $0.total },
    .text("previousHref", "The page before (newer articles).") {
      $0.current > 1 ? $0.href($0.current - 1) : nil
    },
    .text("nextHref", "The page after (older articles).") {
      $0.current < $0.total ? $0.href($0.current + 1) : nil
    },
    .list("pages", "The first, the last and the nearby pages, with gaps between.") { $0.pages },
  ])

  private var pages: [PageNumberContext] {
    var shown = [1, total] + ((current - 2)...(current + 2))
    shown = Set(shown.filter { (1...total).contains($0) }).sorted()
    var entries: [PageNumberContext] = []
    for number in shown {
      if let last = entries.last?.number, number > last + 1 {
        entries.append(PageNumberContext(number: number - 1, href: "", isGap: true))
      }
      entries.append(
        PageNumberContext(number: number, href: href(number), isCurrent: number == current))
    }
    return entries
  }
}

/// A number in a pagination.
struct PageNumberContext: TemplateContext {
  var number: Int
  var href: String
  var isCurrent = false
  var isGap = false

  static let name = "PageNumber"
  static let summary = "A number in a pagination, or a gap."
  static let fields = FieldTable<PageNumberContext>([
    .number("number", "The page's number.") { $0.number },
    .text("href", "The page.") { $0.href },
    .flag("isCurrent", "Whether it is this page.") { $0.isCurrent },
    .flag("isGap", "Whether it stands for pages that are left out.") { $0.isGap },
  ])
}
