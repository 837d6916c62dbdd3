/// Articles grouped by terms: spellings with the same slug are one term.
struct TermGroups {
  /// The articles under one term, and how they spell it.
  struct Group {
    let slug: String
    fileprivate(set) var articles: [Int] = []
    fileprivate var spellings: [Int] = []
  }

  /// One way to write a term.
  private struct Spelling {
    let group: Int
    var count = 0
    /// Where it comes first, in the order of files and lines.
    var first: Located<String>
  }

  private(set) var groups: [Group] = []
  private var groupsBySlug: [String: Int] = [:]
  private var spellings: [Spelling] = []
  /// Every spelling is made a slug of once, however many articles have it; nil for one without.
  private var spellingsByText: [String: Int?] = [:]

  /// Enters an article, which must not come before those entered already; gives the term's group.
  mutating func add(_ term: Located<String>, article: Int) -> Int? {
    guard let spelling = spelling(of: term) else { return nil }
    spellings[spelling].count += 1
    if term.place < spellings[spelling].first.place { spellings[spelling].first = term }
    let group = spellings[spelling].group
    if groups[group].articles.last != article { groups[group].articles.append(article) }
    return group
  }

  /// The spelling of a term that is used most; of equals, the first in the alphabet.
  func name(of group: Group) -> String {
    let best = group.spellings.max { left, right in
      let (left, right) = (spellings[left], spellings[right])
      return left.count != right.count
        ? left.count < right.count : left.first.value > right.first.value
    }
    return best.map { spellings[$0].first.value } ?? ""
  }

  /// Where a term comes first, in the order of files and lines.
  func firstUse(of group: Group) -> Located<String>? {
    group.spellings.map { spellings[$0].first }.min { $0.place < $1.place }
  }

  /// The first use of each other spelling.
  func variants(of group: Group) -> [Located<String>] {
    if group.spellings.count < 2 { return [] }
    let chosen = name(of: group)
    return group.spellings.map { spellings[$0].first }.filter { $0.value != chosen }
  }

  private mutating func spelling(of term: Located<String>) -> Int? {
    if let known = spellingsByText[term.value] { return known }
    guard let slug = Slug(term.value)?.text else {
      spellingsByText[term.value] = .some(nil)
      return nil
    }
    let group = groupsBySlug[slug] ?? groups.count
    if group == groups.count {
      groupsBySlug[slug] = group
      groups.append(Group(slug: slug))
    }
    groups[group].spellings.append(spellings.count)
    spellingsByText[term.value] = spellings.count
    spellings.append(Spelling(group: group, first: term))
    return spellings.count - 1
  }
}
