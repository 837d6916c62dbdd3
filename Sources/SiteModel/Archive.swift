/// The articles by year and month, newest first.
package struct Archive: Hashable, Sendable {
  /// The articles of one year.
  package struct Year: Hashable, Sendable {
    package var year: Int
    package var articles: [Int]
  }

  /// The articles of one month.
  package struct Month: Hashable, Sendable {
    package var month: ArchiveMonth
    package var articles: [Int]
  }

  package var years: [Year] = []
  package var months: [Month] = []

  package init() {}

  /// Groups articles that are in order, newest first.
  package init(of articles: [Article]) {
    for index in articles.indices {
      let date = articles[index].date.civil.date
      let month = ArchiveMonth(year: date.year, month: date.month)
      if years.last?.year == date.year {
        years[years.count - 1].articles.append(index)
      } else {
        years.append(Year(year: date.year, articles: [index]))
      }
      if months.last?.month == month {
        months[months.count - 1].articles.append(index)
      } else {
        months.append(Month(month: month, articles: [index]))
      }
    }
  }

  /// The articles of a year.
  package func articles(in year: Int) -> [Int] {
    years.first { $0.year == year }?.articles ?? []
  }

  /// The articles of a month.
  package func articles(in month: ArchiveMonth) -> [Int] {
    months.first { $0.month == month }?.articles ?? []
  }
}
