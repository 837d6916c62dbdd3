import Related
import TestSupport

/// A publication whose articles are added, edited, moved and removed at random.
struct ChangingPublication {
  /// What an editor does.
  enum Change: CaseIterable {
    case add, addOld, editBody, editTitle, delete, redate, retag, unpublish, pin, exclude, series
    case translate, rename, nothing
  }

  /// By their ids: positions change as articles come and go.
  private(set) var articles: [TestArticle]
  private var wishes: [String: (pins: [String], excluded: [String])] = [:]
  private var random: SeededGenerator
  private var made: Int

  init(count: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    made = count
    articles = []
    for number in 0..<count {
      articles.append(article(number))
    }
  }

  /// The articles with their wishes as positions.
  func snapshot() -> [TestArticle] {
    let positions = Dictionary(
      uniqueKeysWithValues: articles.enumerated().map { ($1.facts.id, $0) })
    return articles.map { article in
      var article = article
      let wish = wishes[article.facts.id]
      article.facts.pins = wish?.pins.compactMap { positions[$0] } ?? []
      article.facts.excluded = wish?.excluded.compactMap { positions[$0] } ?? []
      return article
    }
  }

  mutating func change() -> Change {
    let change = Change.allCases.randomElement(using: &random) ?? .nothing
    apply(change)
    if made % 7 == 0 { articles.shuffle(using: &random) }
    return change
  }
}

extension ChangingPublication {
  private mutating func apply(_ change: Change) {
    let place = Int.random(in: articles.indices, using: &random)
    let other = Int.random(in: articles.indices, using: &random)
    let (id, otherID) = (articles[place].facts.id, articles[other].facts.id)
    switch change {
    case .add:
      articles.append(article(made))
      made += 1
    case .addOld:
      var old = article(made)
      old.facts.date = articles[place].facts.date
      articles.insert(old, at: place)
      made += 1
    case .editBody:
      articles[place].text.body += " " + words(Int.random(in: 1...6, using: &random))
    case .editTitle: articles[place].text.title = words(4)
    case .delete: articles.remove(at: place)
    case .redate: articles[place].facts.date += Int.random(in: -90...90, using: &random) * 86_400
    case .retag: articles[place].text.tags = [words(1), words(1)]
    case .unpublish: articles[place].facts.isCandidate.toggle()
    case .pin: wishes[id, default: ([], [])].pins = [otherID]
    case .exclude: wishes[id, default: ([], [])].excluded = [otherID]
    case .series:
      for (part, member) in [place, other].enumerated() {
        articles[member].facts.series = RelatedDocument.SeriesPart(name: "S", number: part)
      }
    case .translate:
      articles[other].facts.language = articles[place].facts.language == "en" ? "de" : "en"
      articles[place].facts.translationGroup = id
      articles[other].facts.translationGroup = id
    case .rename: articles[place].facts.id = "renamed/\(made)-\(id)"
    case .nothing: break
    }
  }

  private mutating func article(_ number: Int) -> TestArticle {
    var article = TestArticle(
      id: "section\(number % 3)/\(number).md", date: 1_600_000_000 + number * 86_400,
      title: words(4))
    article.text.body = words(14)
    article.text.summary = words(4)
    article.text.tags = [words(1)]
    article.text.authors = ["author-\(number % 5)"]
    article.facts.section = "section\(number % 3)"
    return article
  }

  /// Words of which some are frequent and many are rare.
  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in
      let first = Int.random(in: 1...40, using: &random)
      return "word\(first * Int.random(in: 1...first, using: &random))"
    }.joined(separator: " ")
  }
}
