import SiteModel

/// `sitegen.urls`: every address that was ever published, one a line and sorted, so that Git merges it.
///
/// Lines that begin with `#` are comments at its head.
struct AddressLedger: Sendable {
  static let fileName = "sitegen.urls"

  private var comments: [Substring] = []
  /// Each with its line.
  private(set) var addresses: [(path: String, line: Int)] = []
  /// Of its bytes.
  let digest: UInt64

  init(_ bytes: [UInt8]) {
    digest = Fingerprint(of: bytes).value
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("#") {
        comments.append(line)
      } else if line.hasPrefix("/") {
        let path = line.last == "\r" ? line.dropLast() : line
        addresses.append((String(path), number + 1))
      }
    }
  }

  /// The same with what is published now; nil if all of it is there already.
  func adding(_ permalinks: [Permalink]) -> [UInt8]? {
    let known = Set(addresses.map(\.path))
    let all = known.union(permalinks.map(\.path))
    guard all.count > known.count else { return nil }
    let lines = comments.map(String.init) + all.sorted()
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}

extension AddressLedger {
  /// An error for every address that would vanish without a word.
  func diagnostics(for site: Site) -> [Diagnostic] {
    guard let severity = site.configuration.check.addresses else { return [] }
    let known = site.knownAddresses
    let vanished = addresses.filter { !known.contains($0.path) }
    if vanished.isEmpty { return [] }
    let bySlug = Dictionary(
      site.permanentAddresses.map { (Self.lastPart(of: $0.path), $0.path) }
    ) { first, _ in first }
    return vanished.map { path, line in
      let place = Place(
        file: Self.fileName, line: line, column: 1, length: path.utf8.count)
      let target = bySlug[Self.lastPart(of: path)]
      return Diagnostic(
        severity, .addressVanished, "\(path) was published, and nothing would be there any more",
        hint: Self.hint(path, target), at: place)
    }
  }

  /// New articles with old dates, which stand far down in all lists and in no feed.
  func advice(on site: Site) -> [Diagnostic] {
    if addresses.isEmpty { return [] }
    let known = Set(addresses.map(\.path))
    let past = site.now.secondsSince1970 - Self.daysOfNews * 86_400
    var advice: [Diagnostic] = []
    for index in site.articles.indices {
      // Many at once are an archive that was brought along.
      if advice.count == 20 { break }
      guard site.articles[index].date.secondsSince1970 < past,
        !known.contains(site.articles[index].permalink.path)
      else { continue }
      let days = (site.now.secondsSince1970 - site.articles[index].date.secondsSince1970) / 86_400
      advice.append(
        .warning(
          .lintDate, "the article is new, and its date lies \(days) days in the past",
          hint: "Correct the year, if it is wrong: only \(Self.fileName) says that it is new.",
          at: site.articles[index].frontMatter.places["date"]
            ?? Place(file: "Content/\(site.articles[index].source)")))
    }
    return advice
  }

  private static let daysOfNews = 60

  private static func hint(_ path: String, _ target: String?) -> String {
    if let target {
      return "It seems to have moved: write aliases: [\(path)] into the front matter of \(target)."
    }
    return
      "Restore it; or add {from: \(path), to: …} to redirects: in sitegen.yaml; or keep its file "
      + "with type: removed and a reason:. If nobody ever saw it, delete this line."
  }

  private static func lastPart(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }
}
