import SiteModel

/// What a host must be told to serve the publication well, whatever its language.
struct HostRules {
  /// A header of an answer.
  struct Header: Hashable {
    var name: String
    var value: String
  }

  /// An old address, from the root of the host.
  struct Move: Hashable {
    /// The path as hosts compare it that decode what browsers send.
    var path: String
    var from: String
    var to: String
    var status: Int
  }

  /// The path below which the publication lies, without a final slash.
  let base: String
  /// For everything.
  let headers: [Header]
  let moves: [Move]
  /// The paths of pages that are removed, decoded.
  let removals: [String]
  /// Whether compressed files lie beside the others.
  let isPrecompressed: Bool

  /// A theme's file changes its name with its bytes, so browsers may keep it for ever.
  static let kept = Header(name: "Cache-Control", value: BrowserCaching.kept)
  /// Everything else may change, and is asked for again.
  static let askedAgain = Header(name: "Cache-Control", value: BrowserCaching.askedAgain)
  /// Types that hosts do not tell by the ends of the names (M-30, M-33).
  static let feedTypes = FeedFormat.allCases.map {
    (name: $0.fileName, type: "\($0.mediaType); charset=utf-8")
  }
  /// What is no part of the publication though it lies in its folder.
  static let hiddenFiles = [
    HostFiles.folder, ".sitegen-files", ".sitegen-lock", ".sitegen-new", ".sitegen-deployed",
    ".sitegen-notified",
  ]

  init(_ site: Site) {
    let baseURL = site.configuration.baseURL
    base = baseURL.path
    isPrecompressed = site.configuration.isPrecompressed
    headers = [
      Header(name: "Content-Security-Policy", value: ContentSecurityPolicy(site).header),
      Header(name: "Strict-Transport-Security", value: "max-age=63072000"),
      Header(name: "X-Content-Type-Options", value: "nosniff"),
      Header(name: "X-Frame-Options", value: "DENY"),
      Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
      Header(
        name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()"),
      Header(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
    ]
    removals = site.removals.map { baseURL.path + $0.permalink.path }
    moves = site.redirects.map {
      Move(
        path: baseURL.path + $0.from.path, from: baseURL.href($0.from), to: baseURL.href($0.to),
        status: $0.status.rawValue)
    }
  }
}
