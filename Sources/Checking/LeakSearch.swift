package import SiteModel

/// Searches files for what gives unpublished articles away, for all of them at once (E-7).
///
/// It looks for the address of each, for its title if that has four words or more, and for every
/// sentence of eight words or more. Each text is found by a number that its first four words give
/// together; only where that number comes up are all of its words compared.
package struct LeakSearch: Sendable {
  /// Something of an unpublished article.
  package struct Leak: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case address
      case title
      case sentence
    }

    /// Position among the secrets.
    package var secret: Int
    package var kind: Kind
    package var text: String
  }

  private struct Pattern: Sendable {
    var leak: Leak
    var words: [UInt64]
  }

  private static let shortestTitle = 4
  private static let shortestSentence = 8

  package let secrets: [Secret]
  private let base: BaseURL
  private var patterns: [Pattern] = []
  private var patternsByAnchor: [UInt64: [Int]] = [:]
  /// A quick no for nearly every place of a text.
  private var mayBegin = [Bool](repeating: false, count: 1 << 16)
  /// By the last part of their address.
  private var secretsByName: [NameHash: [Int]] = [:]

  /// - Parameters:
  ///   - secrets: the articles that nobody may know of yet.
  ///   - site: what is published; what is said there is no secret.
  package init(_ secrets: [Secret], beside site: Site) {
    self.secrets = secrets
    base = site.configuration.baseURL
    if secrets.isEmpty { return }
    let addresses = Set(site.outline.map { site.permalink(of: $0) })
    let titles = Set(site.articles.map { WordReader.words(of: $0.title).words })
    for (index, secret) in secrets.enumerated() {
      if !addresses.contains(secret.permalink), let name = Self.parts(of: secret.permalink).last {
        secretsByName[NameHash(name), default: []].append(index)
      }
      let (words, halves) = WordReader.words(of: secret.title)
      if halves >= Self.shortestTitle * 2, !titles.contains(words) {
        add(Leak(secret: index, kind: .title, text: secret.title), words)
      }
      for sentence in secret.texts.flatMap(Self.sentences) {
        let (words, halves) = WordReader.words(of: sentence)
        guard halves >= Self.shortestSentence * 2 else { continue }
        add(Leak(secret: index, kind: .sentence, text: sentence), words)
      }
    }
    forgetSentences(of: site)
  }

  /// What a file gives away, each thing once; its path is relative to the folder of the output.
  package func leaks(in file: String, _ bytes: [UInt8]) -> Set<Leak> {
    if secrets.isEmpty { return [] }
    return textLeaks(in: bytes).union(addressLeaks(in: bytes)).union(nameLeaks(in: file))
  }

  /// The same for the name of a file alone.
  package func nameLeaks(in file: String) -> Set<Leak> {
    addressLeaks(in: Array("\(base.path)/\(file)".utf8))
  }
}

extension LeakSearch {
  private mutating func add(_ leak: Leak, _ words: [UInt64]) {
    let anchor = Self.anchor(words, at: 0)
    patternsByAnchor[anchor, default: []].append(patterns.count)
    mayBegin[Int(anchor >> 48)] = true
    patterns.append(Pattern(leak: leak, words: words))
  }

  /// A sentence that stands in a published article is no secret, whatever else it stands in.
  ///
  /// A title is: it would be a strange coincidence.
  private mutating func forgetSentences(of site: Site) {
    var published: Set<Int> = []
    func look(_ text: String) {
      visit(WordReader.words(of: text).words) { published.insert($0) }
    }
    for index in site.articles.indices {
      look(site.articles[index].body.plainText)
      look(site.articles[index].frontMatter.summary ?? "")
    }
    for page in site.pages { look(page.body.plainText) }
    let known = published.filter { patterns[$0].leak.kind == .sentence }
    for (anchor, indices) in patternsByAnchor {
      patternsByAnchor[anchor] = indices.filter { !known.contains($0) }
    }
  }

  private func textLeaks(in bytes: [UInt8]) -> Set<Leak> {
    var leaks: Set<Leak> = []
    visit(WordReader.words(in: bytes)) { leaks.insert(patterns[$0].leak) }
    return leaks
  }

  /// Calls for each pattern that a text holds.
  private func visit(_ words: [UInt64], _ found: (Int) -> Void) {
    guard words.count >= 4 else { return }
    for start in 0...words.count - 4 {
      let anchor = Self.anchor(words, at: start)
      guard mayBegin[Int(anchor >> 48)], let candidates = patternsByAnchor[anchor] else { continue }
      for index in candidates where words[start...].starts(with: patterns[index].words) {
        found(index)
      }
    }
  }

  /// What four words give together.
  private static func anchor(_ words: [UInt64], at start: Int) -> UInt64 {
    let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
    let first = (words[start] &* factor ^ words[start + 1]) &* factor
    return ((first ^ words[start + 2]) &* factor ^ words[start + 3]) &* factor
  }

  /// The ends of sentences, and of paragraphs.
  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    var last: Character = " "
    for character in text {
      let ends =
        character == "\n" || "。！？".contains(last) || character == " " && ".!?”\"".contains(last)
      if ends {
        sentences.append(current)
        current = ""
      }
      current.append(character)
      last = character
    }
    return sentences + [current]
  }
}

extension LeakSearch {
  private static func parts(of permalink: Permalink) -> [ArraySlice<UInt8>] {
    Array(permalink.encodedPath.utf8).split(separator: UInt8(ascii: "/"))
  }

  /// Addresses that stand in a text, in full or from the root of the host.
  private func addressLeaks(in bytes: [UInt8]) -> Set<Leak> {
    var leaks: Set<Leak> = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "/") else {
        position += 1
        continue
      }
      let start = position + 1
      position = start
      while position < bytes.count, isPartOfAddress(bytes[position]) { position += 1 }
      guard let candidates = secretsByName[NameHash(bytes[start..<position])] else { continue }
      for index in candidates {
        let path = Array(base.href(secrets[index].permalink).utf8.dropLast())
        guard position >= path.count, bytes[position - path.count..<position].elementsEqual(path),
          begins(bytes[..<(position - path.count)])
        else { continue }
        leaks.insert(
          Leak(secret: index, kind: .address, text: secrets[index].permalink.path))
      }
    }
    return leaks
  }

  /// Whether a path of this site can begin behind some text.
  private func begins(_ before: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last else { return true }
    if before.hasSuffix(base.origin) || before.hasSuffix("/assets/pictures") { return true }
    return !isPartOfAddress(last) && last != UInt8(ascii: "/")
  }

  private func isPartOfAddress(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || "-_.~%".utf8.contains(byte)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
