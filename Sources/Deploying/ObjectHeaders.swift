import SiteModel

/// What an object store has to be told about a file, since it has no server that knows.
package struct ObjectHeaders: Hashable, Sendable {
  package let contentType: String
  package let cacheControl: String
  /// Of a file that is compressed.
  package let contentEncoding: String?

  package init(of path: String) {
    let plain = path.withoutCompression
    contentEncoding = path == plain ? nil : path.hasSuffix(".br") ? "br" : "gzip"
    let name = plain.split(separator: "/").last ?? ""
    let feed = FeedFormat.allCases.first { $0.fileName == name }
    contentType =
      feed.map { "\($0.mediaType); charset=utf-8" } ?? Self.type(of: name)
    cacheControl =
      path.hasPrefix("assets/") ? BrowserCaching.kept : BrowserCaching.askedAgain
  }

  /// One text for each header, as in HTTP.
  package var lines: [String] {
    ["Content-Type: \(contentType)", "Cache-Control: \(cacheControl)"]
      + (contentEncoding.map { ["Content-Encoding: \($0)"] } ?? [])
  }

  /// A list of its own, since that of the system may lack newer types, or all of them.
  private static func type(of name: Substring) -> String {
    let dot = name.lastIndex(of: ".")
    let ending = dot.map { name[name.index(after: $0)...].lowercased() } ?? ""
    if let type = texts[ending] { return "\(type); charset=utf-8" }
    return others[ending] ?? (dot == nil ? "text/plain; charset=utf-8" : "application/octet-stream")
  }

  private static let texts = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
    "txt": "text/plain", "md": "text/plain", "csv": "text/csv", "json": "application/json",
    "xml": "application/xml", "webmanifest": "application/manifest+json", "svg": "image/svg+xml",
    "vtt": "text/vtt", "ics": "text/calendar",
  ]

  private static let others = [
    "avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "png": "image/png", "gif": "image/gif", "ico": "image/x-icon", "woff2": "font/woff2",
    "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf",
    "zip": "application/zip", "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg",
    "mp4": "video/mp4", "webm": "video/webm", "wasm": "application/wasm",
    "epub": "application/epub+zip",
  ]
}
