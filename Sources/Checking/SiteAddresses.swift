package import SiteModel

/// What is found at which address of the publication, as its folder holds it.
package struct SiteAddresses: Sendable {
  /// Where an address leads.
  enum Target: Hashable {
    /// To a file, by its path in the folder, and to a part of it.
    case file(String, fragment: String)
    /// To this publication, but to nothing that is there.
    case missing
    /// To the same host, but out of the folder in which the publication is.
    case outside
    /// To another site.
    case elsewhere
    /// Nowhere that a browser could go: `mailto:`, `data:` and the like.
    case nowhere
  }

  package let base: BaseURL
  let files: SiteFiles
  private let origin: [UInt8]
  /// What the paths of all addresses begin with.
  private let root: [UInt8]

  /// - Parameters:
  ///   - files: all files of the folder.
  ///   - base: where the folder is served.
  package init(files: SiteFiles, base: BaseURL) {
    self.files = files
    self.base = base
    origin = Array(base.origin.utf8)
    root = Array("\(base.path)/".utf8)
  }

  /// The address that readers see: a folder's for its page.
  static func address(of file: String) -> String {
    if file == "index.html" { return "/" }
    return file.hasSuffix("/index.html") ? "/\(file.dropLast(10))" : "/\(file)"
  }

  /// The file at an address that is as plain as nearly all are; if there is none, another one may
  /// still be right.
  func file(atPlain address: ArraySlice<UInt8>) -> String? {
    var rest = address
    if rest.first != UInt8(ascii: "/") {
      guard rest.starts(with: origin) else { return nil }
      rest = rest.dropFirst(origin.count)
    }
    guard rest.starts(with: root) else { return nil }
    rest = rest.dropFirst(root.count)
    var last = UInt8(ascii: "/")
    for byte in rest {
      switch byte {
      case _ where byte.isLetter, _ where byte.isDigit, UInt8(ascii: "-"), UInt8(ascii: "_"): break
      // Two of them in a row have a meaning of their own.
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if last == UInt8(ascii: "/") || last == UInt8(ascii: ".") { return nil }
      default: return nil
      }
      last = byte
    }
    let name = String(decoding: rest, as: UTF8.self)
    let path = last == UInt8(ascii: "/") ? name + "index.html" : name
    return files.contains(path) ? path : nil
  }

  func isPlain(_ address: ArraySlice<UInt8>) -> Bool { file(atPlain: address) != nil }

  /// The full address under which readers find a file.
  func fullAddress(of file: String) -> String {
    base.absolute(Permalink(Self.address(of: file)))
  }

  /// Where an address leads from a page; the address has its character references read.
  func target(of address: String, on page: String) -> Target {
    if address.utf8.first == UInt8(ascii: "#") {
      return .file(page, fragment: String(address.dropFirst()))
    }
    var path = address
    if let rest = afterOrigin(address) {
      path = rest.isEmpty ? "/" : rest
    } else if address.hasPrefix("//") {
      return .elsewhere
    } else if let scheme = Self.scheme(of: address) {
      return ["http", "https"].contains(scheme) ? .elsewhere : .nowhere
    }
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    path = String(parts[0].prefix { $0 != "?" })
    if path.isEmpty { return .file(page, fragment: fragment) }
    if path.hasPrefix("/") {
      guard path.hasPrefix(base.path + "/") || path == base.path else { return .outside }
      path = String(path.dropFirst(base.path.count))
    } else {
      let folder = Self.address(of: page).split(separator: "/", omittingEmptySubsequences: false)
      path = "\(folder.dropLast().joined(separator: "/"))/\(path)"
    }
    return file(atPath: path).map { .file($0, fragment: fragment) } ?? .missing
  }
}

extension SiteAddresses {
  /// The file at a path of the publication, which begins with a slash.
  private func file(atPath path: String) -> String? {
    guard let decoded = Self.percentDecoded(path) else { return nil }
    var parts: [Substring] = []
    for part in decoded.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    let name = parts.joined(separator: "/")
    if decoded.hasSuffix("/") || name.isEmpty {
      let page = name.isEmpty ? "index.html" : "\(name)/index.html"
      return files.contains(page) ? page : nil
    }
    // Hosts lead from a folder's name to the folder.
    return [name, "\(name)/index.html"].first(where: files.contains)
  }

  private func afterOrigin(_ address: String) -> String? {
    guard address.hasPrefix(base.origin) else { return nil }
    let rest = address.dropFirst(base.origin.count)
    return rest.isEmpty || "/?#".contains(rest.prefix(1)) ? String(rest) : nil
  }

  private static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address[..<colon]
    let isScheme =
      scheme.utf8.first?.isLetter ?? false
      && scheme.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    return isScheme ? scheme.lowercased() : nil
  }

  static func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      result.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: result, as: UTF8.self)
  }
}
