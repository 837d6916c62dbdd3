/// The fonts that a theme's style sheets bring along in `@font-face`, as far as cards can be set in
/// them.
///
/// Pango reads no WOFF, so it takes the `.ttf` or `.otf` of the same name beside it.
struct FontFaces {
  fileprivate struct Face {
    var family = ""
    /// The boldest that the file has.
    var weight = 400
    /// Relative to `Templates/assets/`.
    var path: String?
  }

  private var faces: [Face] = []

  /// Takes the files of `Templates/assets/`, by path below it.
  init(_ assets: [String: [UInt8]]) {
    for path in assets.keys.sorted() where path.hasSuffix(".css") {
      let sheet = String(decoding: assets[path] ?? [], as: UTF8.self)
      for rule in sheet.split(separator: "@font-face").dropFirst() {
        guard let start = rule.firstIndex(of: "{"), let end = rule.firstIndex(of: "}"), start < end
        else { continue }
        var face = Face(rule[start..<end].dropFirst(), in: path)
        face.path = face.path.flatMap { Self.readable($0, in: assets) }
        if face.path != nil { faces.append(face) }
      }
    }
  }

  /// The file for bold text in the first family of a list that is brought along, below
  /// `Templates/assets/`; nil if none is.
  func file(for families: String) -> String? {
    for family in families.split(separator: ",") {
      let known = faces.filter { $0.family == family.unquoted }
      if let boldest = known.map(\.weight).max() {
        return known.first { $0.weight == boldest }?.path
      }
    }
    return nil
  }
}

extension FontFaces {
  private static func readable(_ path: String, in assets: [String: [UInt8]]) -> String? {
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    return ["ttf", "otf"].map { "\(stem).\($0)" }.first { assets[$0] != nil }
  }
}

extension FontFaces.Face {
  fileprivate init(_ declarations: Substring, in sheet: String) {
    for declaration in declarations.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch parts[0].unquoted {
      case "font-family": family = parts[1].unquoted
      case "font-weight": weight = Self.boldest(of: parts[1])
      case "src": path = Self.file(namedIn: parts[1], from: sheet)
      default: break
      }
    }
  }

  /// Of `700`, `bold` or, in a variable font, `100 900`.
  private static func boldest(of weight: Substring) -> Int {
    let words = weight.split { !$0.isLetter && !$0.isNumber }
    return words.compactMap { $0 == "bold" ? 700 : Int($0) }.max() ?? 400
  }

  private static func file(namedIn source: Substring, from sheet: String) -> String? {
    guard let start = source.firstRange(of: "url(")?.upperBound else { return nil }
    let target = source[start...].prefix { !")?#".contains($0) }
    var parts = sheet.split(separator: "/").dropLast().map(String.init)
    for part in target.unquoted.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

extension Substring {
  /// Without quotation marks, and with single spaces only.
  fileprivate var unquoted: String {
    filter { $0 != "\"" && $0 != "'" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
