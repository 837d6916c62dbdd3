import CCompression
import SiteModel

/// A way to compress a file that hosts send in the place of the file itself.
enum ContentEncoding: String, Sendable, CaseIterable {
  case gzip = "gz"
  case brotli = "br"

  /// Why no file can be compressed; nil if they can.
  static var problem: String? {
    sitegen_compression_problem().map { String(cString: $0) }
  }

  /// The compressed bytes, the same for the same text; nil if there is no memory for them.
  func compressed(_ text: [UInt8], _ effort: Effort) -> [UInt8]? {
    let room = sitegen_compression_room(text.count)
    var result = [UInt8](repeating: 0, count: room)
    let count =
      switch self {
      case .gzip: sitegen_gzip(text, text.count, &result, room)
      case .brotli: sitegen_brotli(text, text.count, &result, room, effort.rawValue)
      }
    if count == 0 { return nil }
    result.removeLast(room - count)
    return result
  }

  /// How small the brotli encoder makes a text; Documentation/hosting.md has the figures.
  enum Effort: Int32 {
    case quick = 5
    /// Takes thirty times as long and makes a seventh less.
    case thorough = 11
  }
}

extension PlannedFile {
  /// The compressed files that belong beside this one.
  ///
  /// Very small files and pages that only lead on become no smaller to speak of, and pictures are
  /// compressed already.
  func compressed() -> [PlannedFile] {
    guard isWorthCompressing else { return [] }
    let path = permalink.path.hasSuffix("/") ? "\(permalink.path)index.html" : permalink.path
    return ContentEncoding.allCases.map { encoding in
      PlannedFile(
        permalink: Permalink("\(path).\(encoding.rawValue)"), content: .compressed(self, encoding),
        fingerprint: fingerprint.map { original in
          var print = Fingerprint(encoding.rawValue)
          print.add(original)
          return print.value
        })
    }
  }

  /// Files of the theme are few and kept for ever; there are many of all others, and they change.
  var compressionEffort: ContentEncoding.Effort {
    permalink.path.hasPrefix("/assets/") ? .thorough : .quick
  }

  private var isWorthCompressing: Bool {
    switch content {
    case .page(.redirect(_)): return false
    case .bytes(let bytes) where bytes.count < 256: return false
    case .compressed, .rendition, .card: return false
    case .page, .bytes, .feed, .copy, .drawing:
      let path = outputPath
      guard let dot = path.lastIndex(of: ".") else { return false }
      return Self.textEndings.contains(String(path[path.index(after: dot)...]))
    }
  }

  private static let textEndings: Set<String> = [
    "html", "css", "js", "mjs", "json", "xml", "txt", "svg", "csv", "md", "webmanifest", "ics",
    "vtt",
  ]
}
