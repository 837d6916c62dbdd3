import Content
import SiteModel

/// Holds a publication to what its host takes at most.
///
/// Hosts cut off silently what is too much, or refuse the publication when it is deployed; both are
/// better known before.
struct HostCheck {
  private let hosting: Hosting
  private let place: Place?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ configuration: SiteConfiguration) {
    hosting = configuration.hosting
    place = configuration.hostingPlace
  }

  /// All findings about the files of a publication; sizes of copied files are those of the listing.
  static func diagnostics(
    for files: [PlannedFile], of site: Site, listing: SourceListing
  ) -> [Diagnostic] {
    var check = HostCheck(site.configuration)
    check.checkRedirects(site.redirects.count)
    check.checkFiles(files, listing)
    for file in files {
      if case .bytes(let bytes) = file.content { check.checkLines(of: file.outputPath, bytes) }
    }
    return check.diagnostics
  }
}

extension HostCheck {
  /// How many redirects a host follows; the others remain pages that lead on.
  private mutating func checkRedirects(_ count: Int) {
    switch hosting {
    case .cloudflare where count > 2_000: tooMany(count, "redirects", 2_000)
    case .vercel where count > 2_048: tooMany(count, "redirects", 2_048)
    case .apache where count > 1_000:
      add(
        .warning, "Apache reads .htaccess with every request, and it has \(count) redirects",
        hint: "Copy them into the configuration of the server, or let pages lead on instead.")
    default: break
    }
  }

  private mutating func tooMany(_ count: Int, _ things: String, _ limit: Int) {
    add(
      .warning, "\(hosting.title) follows \(limit) \(things), and there are \(count)",
      hint: "The rest still leads on by pages; remove the oldest, or use another host.")
  }

  private mutating func checkFiles(_ files: [PlannedFile], _ listing: SourceListing) {
    if hosting == .cloudflare, files.count > 20_000 {
      add(
        .warning,
        "Cloudflare Pages takes 20,000 files without charge, and there are \(files.count)",
        hint: "A paid plan takes 100,000; a larger pageSize makes fewer pages.")
    }
    guard let (limit, words) = largestFile else { return }
    for file in files {
      let size: Int
      switch file.content {
      case .copy(let path): size = listing.stamps[path]?.size ?? 0
      case .bytes(let bytes): size = bytes.count
      case .page, .feed, .compressed: continue
      }
      if size > limit {
        add(
          .error, "\(hosting.title) takes files of \(words), and \(file.outputPath) is larger",
          hint: "Make it smaller, or keep it elsewhere and link to it.")
      }
    }
  }

  private var largestFile: (bytes: Int, words: String)? {
    switch hosting {
    case .cloudflare: (25 << 20, "25 MB")
    case .githubPages: (100 << 20, "100 MB")
    default: nil
    }
  }

  /// How long the lines of the lists may be that the host reads.
  private mutating func checkLines(of path: String, _ bytes: [UInt8]) {
    guard hosting == .cloudflare, ["_headers", "_redirects"].contains(path) else { return }
    let limit = path == "_headers" ? 2_000 : 1_000
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    if let line = lines.first(where: { $0.count > limit }) {
      let start = String(decoding: line.prefix(40), as: UTF8.self).drop { $0 == " " }
      add(
        .error,
        "Cloudflare Pages takes lines of \(limit) characters in \(path), and one has \(line.count): \(start)…",
        hint: path == "_headers"
          ? "Allow fewer hosts in contentSecurityPolicy, or name them by a wildcard."
          : "Shorten the addresses of this redirect.")
    }
    if path == "_redirects", bytes.count > 100_000 {
      add(
        .warning,
        "Cloudflare Pages reads the first 100 KB of _redirects, and it has \(bytes.count / 1_000)",
        hint: "The rest still leads on by pages; remove the oldest, or use another host.")
    }
  }

  private mutating func add(_ severity: Diagnostic.Severity, _ summary: String, hint: String) {
    diagnostics.append(Diagnostic(severity, .hostingLimit, summary, hint: hint, at: place))
  }
}
