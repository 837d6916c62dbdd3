import SiteModel

/// Joins style sheets with those that they import, so that a page asks for one file.
///
/// A line `@import "tokens.css";` gives way to that file. Without sitegen browsers would read the
/// sheets to the same effect.
struct StyleSheets {
  /// The sheets that no other one imports, by path and in order.
  private(set) var complete: [(path: String, text: String)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let texts: [String: String]
  private var imported: Set<String> = []

  init(_ texts: [String: String]) {
    self.texts = texts
    var joined: [String: String] = [:]
    for path in texts.keys { joined[path] = join(path, within: []) }
    complete = joined.keys.filter { !imported.contains($0) }.sorted().map { ($0, joined[$0] ?? "") }
    diagnostics = Array(Set(diagnostics)).sortedByPlace()
  }

  private mutating func join(_ path: String, within outer: [String]) -> String {
    let lines = (texts[path] ?? "").utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var result: [String] = []
    for (index, line) in lines.map(Substring.init).enumerated() {
      guard let target = Self.target(of: line) else {
        result.append(String(line))
        continue
      }
      let name = Self.path(target, from: path)
      guard texts[name] != nil, name != path, !outer.contains(name) else {
        diagnostics.append(mistake(target, name, Place(file: path, line: index + 1)))
        continue
      }
      imported.insert(name)
      result.append(join(name, within: outer + [path]))
    }
    return result.joined(separator: "\n")
  }

  private func mistake(_ target: String, _ name: String, _ place: Place) -> Diagnostic {
    var place = place
    place.file = "Templates/assets/\(place.file)"
    guard texts[name] == nil else {
      return .error(
        .templateAsset, "the style sheet imports \(target), which imports it in turn", at: place)
    }
    let nearest = nearestName(to: name, in: texts.keys.sorted())
    return .error(
      .templateAsset, "the style sheet imports \(target), which is not there",
      hint: nearest.map { "Did you mean \"\($0)\"?" }, at: place)
  }

  /// The file that an `@import` of one of the theme's own files names.
  private static func target(of line: Substring) -> String? {
    let start = "@import \""
    guard line.hasPrefix(start), line.hasSuffix("\";"), !line.contains("://") else { return nil }
    return String(line.dropFirst(start.count).dropLast(2))
  }

  private static func path(_ target: String, from sheet: String) -> String {
    var parts = sheet.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
