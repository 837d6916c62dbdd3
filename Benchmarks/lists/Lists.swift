import CAllocator
import Foundation
import Related

/// Prints what "You May Also Like" costs by itself: the time and memory of a publication's lists,
/// and the time of one more article.
///
///     swift run -c release lists pack FOLDER FILE
///     swift run -c release lists FILE [JOBS]
///
/// The first form writes down what the articles of FOLDER say; the second, which holds nothing
/// else, compares them. `Benchmarks/related` does both for several sizes.
@main
struct Lists {
  static func main() async throws {
    allocator_keep_what_is_freed()
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.count, arguments.first) {
    case (3, "pack"):
      try PackedArticles.pack(folder: arguments[1], to: arguments[2])
    case (1...2, let file?):
      let lists = Lists(
        articles: try PackedArticles(file), jobs: arguments.count > 1 ? Int(arguments[1]) ?? 1 : 1)
      await lists.run()
    default:
      print("usage: lists pack FOLDER FILE | lists FILE [JOBS]")
      exit(64)
    }
  }

  let articles: PackedArticles
  let jobs: Int
}

extension Lists {
  private func run() async {
    let documents = articles.documents
    print("\(documents.count) articles, \(jobs) jobs; \(Self.peak()) MiB before")
    let all = await measured("all lists") { await index(documents) }
    print("peak memory: \(Self.peak()) MiB; digest of the lists: \(Self.digest(all.lists))")
    let begun = await index(documents.dropLast())
    let shorter = await measured("the state") { begun.state() }
    // What another process finds in the files.
    let state = RelatedState(base: shorter.base, changes: shorter.changes)
    print("state: \(state.base.count >> 20) MiB, \(state.changes.count >> 10) KiB after each build")
    let read = await measured("one more, state from its files") {
      await index(documents, from: state)
    }
    let kept = await measured("one more, state in memory") { await index(documents, from: shorter) }
    _ = await measured("writing the state") { kept.state() }
    guard read.lists == all.lists, kept.lists == all.lists else {
      print("the lists differ")
      exit(1)
    }
  }

  private func index(
    _ documents: some Sequence<RelatedDocument>, from state: RelatedState? = nil
  ) async -> RelatedIndex {
    let source = RelatedSource(Array(documents)) { [articles] in articles.text(of: $0) }
    return await RelatedIndex(source, from: state, jobs: jobs)
  }

  private func measured<Result>(_ name: String, _ work: () async -> Result) async -> Result {
    let (wall, processor) = (Self.time(CLOCK_MONOTONIC), Self.time(CLOCK_PROCESS_CPUTIME_ID))
    let result = await work()
    let times = [
      Self.time(CLOCK_MONOTONIC) - wall, Self.time(CLOCK_PROCESS_CPUTIME_ID) - processor,
    ].map { String(format: "%.3f", $0) }
    print("\(name): \(times[0]) s, \(times[1]) s of processors")
    return result
  }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func peak() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss >> 20
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss >> 10
    #endif
  }

  /// FNV-1a of all picks: the same as long as no list differs.
  private static func digest(_ lists: [[RelatedPick]]) -> String {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for list in lists {
      for value in list.flatMap({ [$0.document, $0.score, $0.cosine] }) + [-1] {
        digest = (digest ^ UInt64(bitPattern: Int64(value))) &* 0x100_0000_01B3
      }
    }
    return String(digest, radix: 16)
  }
}
