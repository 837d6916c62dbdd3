import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// The same sources give the same bytes (invariant 4), shown on the demonstration publication.
@Suite(.serialized) struct DeterminismTests {
  static let demo = ["Content", "Templates"]

  /// The project's own publication in a temporary folder.
  static func demoSite() throws -> TemporarySite {
    let site = try TemporarySite()
    for (file, bytes) in try sources() { try site.write(file, bytes) }
    return site
  }

  @Test("One, two and eight jobs write the same bytes, and a second build writes nothing")
  func jobs() async throws {
    let site = try Self.demoSite()
    let report = await site.build()
    #expect(report.diagnostics.filter { $0.severity > .note } == [])
    let single = site.files()
    #expect(single.count > 100)
    for jobs in [2, 8] {
      try site.remove("Site")
      _ = await site.build {
        $0.jobs = jobs
        $0.cache = nil
      }
      expectSame(site.files(), single, "\(jobs) jobs")
    }
    let again = await site.build { $0.jobs = 2 }
    #expect(again.output.written == [])
    #expect(again.output.removed == [])
    #expect(again.output.unchanged == single.count)
  }

  /// What must make no difference to the publication.
  enum Circumstance: String, CaseIterable {
    case filesInReverse = "files are made, and so listed, in reverse"
    case otherFolder = "the project lies in another folder"
    case otherDay = "the files are of another day"
    case remembered = "another edition was built before"
  }

  @Test("The same sources give the same bytes", arguments: Circumstance.allCases)
  func circumstances(_ circumstance: Circumstance) async throws {
    let files = try Self.sources()
    let expected = try Self.demoSite()
    #expect(await expected.build().succeeded)

    let site = try TemporarySite()
    let folder = circumstance == .otherFolder ? "an other/Ordner ö/" : ""
    let isReversed = circumstance == .filesInReverse
    for (file, bytes) in isReversed ? files.reversed() : files {
      try site.write(folder + file, bytes)
    }
    if circumstance == .otherDay {
      for (file, _) in files {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
          ofItemAtPath: "\(site.path)/\(file)")
      }
    }
    if circumstance == .remembered { _ = await site.build { $0.includesFuture = true } }
    let report = await site.build {
      $0.source += folder.isEmpty ? "" : "/\(folder)"
      $0.jobs = 2
    }
    #expect(report.succeeded)
    expectSame(site.files(), expected.files(), Comment(rawValue: circumstance.rawValue))
  }

  /// The files of the demonstration publication.
  private static func sources() throws -> [(String, [UInt8])] {
    let files = demo.flatMap { folder in
      TemporarySite.files(below: "\(ProjectFolder.path)/\(folder)").map { "\(folder)/\($0)" }
    }
    return try (files + ["sitegen.yaml"]).map { ($0, try ProjectFolder.bytes(of: $0)) }
  }

  @Test("Below a sub-path every link of the site begins with it and leads to a file")
  func subPath() async throws {
    let site = try Self.demoSite()
    let report = await site.build {
      $0.baseURL = BaseURL(origin: "https://example.org", path: "/preview/news")
    }
    #expect(report.succeeded)
    let files = site.files()
    for (file, bytes) in files where file.hasSuffix(".html") {
      for link in links(in: String(decoding: bytes, as: UTF8.self)) {
        guard let path = path(of: link, origin: "https://example.org") else { continue }
        #expect(path.hasPrefix("/preview/news/"), "\(file) links to \(link)")
        let target = String(path.dropFirst("/preview/news/".count))
        let isFolder = target.isEmpty || target.hasSuffix("/")
        let name = isFolder ? "\(target)index.html" : target
        #expect(files[name] != nil, "\(file) links to \(link), which is not there")
      }
    }
  }

  @Test("Drafts and articles of the future stand nowhere, unless they are asked for (E-7)")
  func nothingLeaks() async throws {
    let site = try Self.demoSite()
    let report = await site.build()
    let hidden = report.leftOut.drafts + report.leftOut.scheduled.map(\.place.file)
    #expect(!report.leftOut.drafts.isEmpty)
    #expect(!report.leftOut.scheduled.isEmpty)
    let traces = try hidden.flatMap { try self.traces(of: $0, in: site) }
    for (file, bytes) in site.files() where isText(file) {
      let text = file + "\n" + String(decoding: bytes, as: UTF8.self)
      for trace in traces { #expect(!text.contains(trace), "\(file) says \"\(trace)\"") }
    }
    _ = await site.build {
      $0.includesDrafts = true
      $0.includesFuture = true
    }
    let sitemap = site.page("sitemap.xml")
    let slugs = traces.filter { !$0.contains(" ") }
    for slug in slugs { #expect(sitemap.contains(slug)) }
    #expect(slugs.count == hidden.count)
  }
}

extension DeterminismTests {
  /// An unpublished article's title, and the name that its address would have.
  private func traces(of source: String, in site: TemporarySite) throws -> [String] {
    let path = source.hasPrefix("Content/") ? source : "Content/\(source)"
    let lines = try site.text(of: path).split(separator: "\n")
    let title = try #require(lines.first { $0.hasPrefix("title:") }).dropFirst("title:".count)
    let parts = path.split(separator: "/")
    let name =
      parts.last == "index.md" ? parts[parts.count - 2] : parts[parts.count - 1].dropLast(3)
    return [title.filter { $0 != "\"" }.trimmed, String(name)]
  }

  private func isText(_ file: String) -> Bool {
    [".html", ".xml", ".txt"].contains { file.hasSuffix($0) }
  }

  /// What `href=""` and `src=""` say.
  private func links(in html: String) -> [String] {
    [" href=\"", " src=\""].flatMap { attribute in
      html.split(separator: attribute).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
  }

  /// The path of a link within the site, decoded, without query and fragment.
  private func path(of link: String, origin: String) -> String? {
    let path = link.hasPrefix(origin) ? String(link.dropFirst(origin.count)) : link
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
    return String(path.prefix { $0 != "#" && $0 != "?" }).removingPercentEncoding
  }
}

/// Compares two outputs and names the files that differ.
func expectSame(
  _ found: [String: [UInt8]], _ expected: [String: [UInt8]], _ what: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let names = Set(found.keys).union(expected.keys)
  let different = names.filter { found[$0] != expected[$0] }.sorted()
  #expect(different == [], what, sourceLocation: sourceLocation)
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
