import SiteModel

/// Gives the theme's files names that change with their contents, so that hosts may let browsers
/// keep them for ever (A-24).
struct AssetPipeline {
  /// Addresses by path below `Templates/assets/`.
  private(set) var addresses: [String: Permalink] = [:]
  private(set) var files: [PlannedFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let base: BaseURL

  /// Takes the contents of `Templates/assets/`; style sheets come last, since they name others.
  init(_ contents: [String: [UInt8]], base: BaseURL) {
    self.base = base
    let paths = contents.keys.sorted()
    for path in paths where !path.hasSuffix(".css") { add(path, contents[path] ?? []) }
    var sheets: [String: String] = [:]
    for path in paths where path.hasSuffix(".css") {
      sheets[path] = withAddresses(contents[path] ?? [], of: path)
    }
    let joined = StyleSheets(sheets)
    for (path, text) in joined.complete { add(path, Array(text.utf8)) }
    diagnostics += joined.diagnostics + CustomProperties(sheets).diagnostics
  }

  private mutating func add(_ path: String, _ bytes: [UInt8]) {
    let permalink = Permalink("/assets/\(hashedName(path, bytes))")
    addresses[path] = permalink
    files.append(
      PlannedFile(
        permalink: permalink, content: .bytes(bytes), fingerprint: Fingerprint(of: bytes).value))
  }

  /// `css/main.css` becomes `css/main.0f3a9c1b2d.css`.
  private func hashedName(_ path: String, _ bytes: [UInt8]) -> String {
    let digest = String(ContentHash(bytes).value, radix: 16)
    let hash = String(repeating: "0", count: 16 - digest.utf8.count) + digest
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[name...].lastIndex(of: ".") else { return "\(path).\(hash.prefix(10))" }
    return "\(path[..<dot]).\(hash.prefix(10))\(path[dot...])"
  }

  /// Rewrites `url(../fonts/x.woff2)` to the hashed names.
  private mutating func withAddresses(_ bytes: [UInt8], of path: String) -> String {
    var result = ""
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let range = rest.firstRange(of: "url(") {
      result += rest[..<range.upperBound]
      rest = rest[range.upperBound...]
      let target = rest.prefix { $0 != ")" }
      rest = rest.dropFirst(target.count)
      let trimmed = target.filter { !"\"' ".contains($0) }
      result += address(trimmed, from: path) ?? String(target)
    }
    return result + rest
  }

  private mutating func address(_ target: String, from path: String) -> String? {
    if target.isEmpty || target.contains(":") || target.hasPrefix("/") || target.hasPrefix("#") {
      return nil
    }
    let end = target.firstIndex { "?#".contains($0) } ?? target.endIndex
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in target[..<end].split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    guard let address = addresses[parts.joined(separator: "/")] else {
      diagnostics.append(
        .error(
          .templateAsset, "the style sheet names \(target), which is not there",
          hint: nearestName(to: parts.joined(separator: "/"), in: addresses.keys.sorted()).map {
            "Did you mean \"\($0)\"?"
          }, at: Place(file: "Templates/assets/\(path)")))
      return nil
    }
    return base.href(address) + target[end...]
  }
}
