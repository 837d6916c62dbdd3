import BenchmarkPublication
import Content
import Foundation
import Publishing
import Rendering
import SiteModel
import Syndication

/// Prints what rendering costs by kind of page, in microseconds of one processor, and how much
/// faster two threads render.
///
///     swift run -c release pages FOLDER [ROUNDS]
///
/// FOLDER holds `sitegen.yaml`, `Templates/` and `Content/`, which `Benchmarks/corpus.py` can write.
/// Of several rounds the fastest counts, because whatever else the machine does only adds.
@main
struct Pages {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: pages FOLDER [ROUNDS]")
      exit(64)
    }
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
    await Pages(folder: arguments[1], rounds: rounds).run()
  }

  private let site: Site
  private let data: StructuredData
  private let library: TemplateLibrary
  private let templates: [Rendering.TemplateSource]
  private let assets: [String: Permalink]
  private let rounds: Int

  init(folder: String, rounds: Int) {
    self.rounds = rounds
    let publication = ReadPublication(folder)
    let (reader, listing) = (publication.reader, publication.listing)
    site = publication.site
    let names = listing.assets.map { String($0.dropFirst("Templates/assets/".count)) }
    assets = Dictionary(uniqueKeysWithValues: names.map { ($0, Permalink("/assets/\($0)")) })
    templates = reader.readTemplates(listing).0.map {
      Rendering.TemplateSource(
        name: $0.name.replacing("partials/", with: ""), path: $0.path,
        text: String(decoding: $0.bytes, as: UTF8.self))
    }
    library = TemplateLibrary.load(templates, for: site, assets: assets).library
    data = StructuredData(site: site, assets: assets)
  }
}

extension Pages {
  private func run() async {
    let data = data
    let count = site.articles.count
    let related = (0..<count).map { index in (1...4).map { (index + $0) % count } }
    let bare = SiteRenderer(
      site: site, related: related, theme: Theme(templates: library, assets: assets)
    ) { data.script(for: $0) }
    print("\(count) articles")
    report("load templates, in all", 1) {
      _ = TemplateLibrary.load(templates, for: site, assets: assets)
    }
    report("card of an article", count) { for index in 0..<count { _ = bare.card(of: index) } }
    let renderer = bare.withCards(site.articles.indices.map { bare.card(of: $0) })
    for (name, pages) in kinds {
      report("\(name) (structured data)", pages.count) {
        for page in pages { _ = data.script(for: page) }
      }
      report("\(name) (all)", pages.count) {
        var bytes: [UInt8] = []
        for page in pages {
          bytes.removeAll(keepingCapacity: true)
          renderer.render(page, to: &bytes)
        }
      }
    }
    let machine = MachineFiles(site: site, assets: assets)
    var texts = FeedTexts([:])
    report("texts for feeds", count) {
      let found = site.articles.indices.map { ($0, FeedTexts.text(of: $0, in: site)) }
      texts = FeedTexts(Dictionary(uniqueKeysWithValues: found))
    }
    let feeds = site.feedPlans
    let writer = FeedWriter(site: site, texts: texts)
    report("feeds", feeds.count) { for feed in feeds { _ = writer.bytes(of: feed) } }
    report("other machine files, for each article", count) { _ = machine.otherFiles() }
    await reportThreads(renderer)
  }

  /// Pages by kind, at most 2,000 of each.
  private var kinds: [(name: String, pages: [SitePage])] {
    let kinds: [(String, (SitePage) -> Bool)] = [
      ("home", { $0 == .home }),
      ("article", { if case .article = $0 { true } else { false } }),
      ("section", { if case .section = $0 { true } else { false } }),
      ("term", { if case .term = $0 { true } else { false } }),
      ("author", { if case .author = $0 { true } else { false } }),
      ("archive", { if case .archiveMonth = $0 { true } else { false } }),
      ("standing", { if case .standing = $0 { true } else { false } }),
    ]
    let outline = site.outline
    return kinds.map { ($0, Array(outline.filter($1).prefix(2_000))) }.filter { !$1.isEmpty }
  }

  /// Renders everything with one thread and with two.
  private func reportThreads(_ renderer: SiteRenderer) async {
    let outline = site.outline
    var best: [Int: Double] = [:]
    for _ in 0..<rounds {
      for jobs in [1, 2] {
        let start = time(CLOCK_MONOTONIC)
        let sizes = await outline.concurrentMap(jobs: jobs) { renderer.render($0).count }
        best[jobs] = min(best[jobs] ?? .infinity, time(CLOCK_MONOTONIC) - start)
        if sizes.isEmpty { print("no pages") }
      }
    }
    let (one, two) = (best[1] ?? 0, best[2] ?? 1)
    let perPage = { (time: Double) in rounded(time / Double(outline.count)) }
    print(
      "all \(outline.count) pages: \(perPage(one)) us with one thread, \(perPage(two)) with two:"
        + " \(rounded(one / two, 2)) times as fast")
  }

  private func report(_ name: String, _ count: Int, _ work: () -> Void) {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = time(CLOCK_PROCESS_CPUTIME_ID)
      work()
      best = min(best, time(CLOCK_PROCESS_CPUTIME_ID) - start)
    }
    print("\(name): \(rounded(best / Double(max(1, count)))) us")
  }
}

/// A clock's time in microseconds.
private func time(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

private func rounded(_ number: Double, _ digits: Int = 1) -> String {
  String(format: "%.\(digits)f", number)
}
