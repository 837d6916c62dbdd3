import Content
import Foundation
import Publishing
import SiteModel

/// Prints what parsing and modelling a publication costs, in microseconds of one processor for each
/// article, and how much faster two threads parse.
///
///     swift run -c release stages FOLDER [ROUNDS]
///
/// FOLDER holds `sitegen.yaml` and `Content/`, which `Benchmarks/corpus.py` can write. Of several
/// rounds the fastest counts, because whatever else the machine does only adds.
@main
struct Stages {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: stages FOLDER [ROUNDS]")
      exit(64)
    }
    let stages = Stages(folder: arguments[1])
    await stages.run(rounds: arguments.count > 2 ? Int(arguments[2]) ?? 3 : 3)
  }

  private let reader: ContentReader
  private let listing: SourceListing
  private let configuration: SiteConfiguration
  private let parser: ContentParser
  private let files: [[UInt8]]

  init(folder: String) {
    reader = ContentReader(root: folder)
    listing = reader.list()
    let bytes = try? reader.readConfiguration().get()  // Without one, the defaults will do.
    configuration = ConfigurationParser.parse(bytes ?? [], environment: nil).0
    parser = ContentParser(
      configuration: configuration,
      timeZone: SiteTimeZone(identifier: configuration.timeZone) ?? .utc)
    files = listing.documents.map { [reader] in (try? reader.read($0).get()) ?? [] }
  }
}

extension Stages {
  private func run(rounds: Int) async {
    let heads = files.map(Self.frontMatter)
    let paths = listing.documents
    print("\(files.count) files, \(files.map(\.count).reduce(0, +) / files.count) bytes each")
    report("read", rounds) { for path in paths { _ = reader.read(path) } }
    report("front matter", rounds) {
      for (path, head) in zip(paths, heads) { _ = parser.parse(path, head) }
    }
    report("front matter and text", rounds) {
      for (path, file) in zip(paths, files) { _ = parser.parse(path, file) }
    }
    let parsed = zip(paths, files).map(parser.parse)
    var content = ParsedContent()
    report("gather", rounds) {
      content = ParsedContent(of: parsed, listing: listing)
    }
    let edition = SiteBuilder.Edition(
      now: SiteTimeZone.utc.timestamp(secondsSince1970: 4_000_000_000))
    let builder = SiteBuilder(configuration: configuration, edition: edition)
    report("model", rounds) { [content] in _ = builder.build(content) }
    await reportThreads(rounds)
  }

  /// Parses with one thread and with two.
  private func reportThreads(_ rounds: Int) async {
    let (reader, parser) = (reader, parser)
    var best: [Int: Double] = [:]
    for _ in 0..<rounds {
      for jobs in [1, 2] {
        let start = Self.time(CLOCK_MONOTONIC)
        _ = await listing.documents.concurrentMap(jobs: jobs) { path in
          parser.parse(path, (try? reader.read(path).get()) ?? [])
        }
        best[jobs] = min(best[jobs] ?? .infinity, Self.time(CLOCK_MONOTONIC) - start)
      }
    }
    let (one, two) = (best[1] ?? 0, best[2] ?? 1)
    let perFile = { (time: Double) in Self.rounded(time / Double(self.files.count)) }
    print(
      "parse stage: \(perFile(one)) us with one thread, \(perFile(two)) with two:"
        + " \(Self.rounded(one / two, 2)) times as fast")
  }

  private func report(_ name: String, _ rounds: Int, _ work: () -> Void) {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = Self.time(CLOCK_PROCESS_CPUTIME_ID)
      work()
      best = min(best, Self.time(CLOCK_PROCESS_CPUTIME_ID) - start)
    }
    print("\(name): \(Self.rounded(best / Double(files.count))) us")
  }

  /// A file without the text that follows its front matter.
  private static func frontMatter(of file: [UInt8]) -> [UInt8] {
    let fence = Array("\n---\n".utf8)
    let end = file.indices.dropFirst(3).first { file[$0...].starts(with: fence) }
    return end.map { Array(file[..<($0 + fence.count)]) } ?? file
  }

  /// A clock's time in microseconds.
  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  private static func rounded(_ number: Double, _ digits: Int = 1) -> String {
    String(format: "%.\(digits)f", number)
  }
}
