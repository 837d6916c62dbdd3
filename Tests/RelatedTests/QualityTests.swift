import Foundation
import Related
import Testing

/// How good the lists are by the judgement of editors; a change that costs quality fails here.
@Suite struct QualityTests {
  /// By post, how much each other post is worth in its list.
  typealias Gains = [[Int: Double]]

  @Test("The lists find the posts that the editors of 18F linked by hand")
  func links() async throws {
    let posts = try JudgedPost.all()
    let lists = await index(posts.map { $0.article(hidingTags: false) }, jobs: 2).lists
    let quality = quality(of: lists, Self.linkGains(posts))
    #expect(abs(quality - 0.506) <= 0.005, "nDCG@4 is \(quality)")
  }

  @Test("The lists find the posts with the same tags, though the tags are hidden")
  func tags() async throws {
    let posts = try JudgedPost.all()
    let lists = await index(posts.map { $0.article(hidingTags: true) }, jobs: 2).lists
    let quality = quality(of: lists, Self.tagGains(posts))
    #expect(abs(quality - 0.533) <= 0.005, "nDCG@4 is \(quality)")
  }

  /// The normalised discounted cumulative gain of the first four, over all posts with any gain.
  private func quality(of lists: [[RelatedPick]], _ gains: Gains) -> Double {
    func cumulative(_ gains: some Sequence<Double>) -> Double {
      gains.prefix(4).enumerated().reduce(0) { $0 + (exp2($1.1) - 1) / log2(Double($1.0) + 2) }
    }
    let judged = lists.indices.filter { !gains[$0].isEmpty }
    let qualities = judged.map { post in
      cumulative(lists[post].map { gains[post][$0.document] ?? 0 })
        / cumulative(gains[post].values.sorted(by: >))
    }
    return qualities.reduce(0, +) / Double(judged.count)
  }

  /// Three for a link in either direction and for a part of the same series, one for posts that
  /// are both linked with a third, unless that one is a round-up of more than thirty.
  private static func linkGains(_ posts: [JudgedPost]) -> Gains {
    let places = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1.id, $0) })
    var linked = [Set<Int>](repeating: [], count: posts.count)
    for (post, links) in posts.map(\.links).enumerated() {
      for other in links.compactMap({ places[$0] }) {
        linked[post].insert(other)
        linked[other].insert(post)
      }
    }
    var gains = Gains(repeating: [:], count: posts.count)
    for post in posts.indices {
      for other in linked[post] { gains[post][other] = 3 }
      guard linked[post].count <= 30 else { continue }
      for middle in linked[post] where linked[middle].count <= 30 {
        for other in linked[middle] where other != post && gains[post][other] == nil {
          gains[post][other] = 1
        }
      }
    }
    for post in posts.indices where posts[post].series != nil {
      for other in posts.indices where other != post && posts[other].series == posts[post].series {
        gains[post][other] = 3
      }
    }
    return gains
  }

  /// What two posts share of their tags, rare ones weighing more.
  private static func tagGains(_ posts: [JudgedPost]) -> Gains {
    var counts: [String: Int] = [:]
    for tag in posts.flatMap(\.tags) { counts[tag, default: 0] += 1 }
    let weights = counts.mapValues { log((Double(posts.count) + 1) / (Double($0) + 0.5)) }
    func weight(_ tags: Set<String>) -> Double {
      tags.sorted().reduce(0) { $0 + weights[$1, default: 0] }
    }
    let tags = posts.map { Set($0.tags) }
    return posts.indices.map { post in
      var gains: [Int: Double] = [:]
      for other in posts.indices where other != post && !tags[post].isDisjoint(with: tags[other]) {
        let all = weight(tags[post].union(tags[other]))
        gains[other] = all > 0 ? weight(tags[post].intersection(tags[other])) / all : 1
      }
      return gains
    }
  }
}
