/// Every address of the publication and what made it.
struct AddressBook {
  /// What is found at an address.
  struct Entry {
    /// Relative to `Content/`; nil for pages that sitegen makes by itself.
    var source: String?
    var permalink: Permalink
    /// The ids that a link may name, where they are known.
    var fragments: Set<String>?
    /// What made it, unless its source says it all.
    private var words: String?

    /// The page of a file.
    init(source: String, permalink: Permalink, fragments: Set<String>? = nil) {
      self.source = source
      self.permalink = permalink
      self.fragments = fragments
    }

    /// A page that a description stands for.
    init(description: String, permalink: Permalink, source: String? = nil) {
      self.source = source
      self.permalink = permalink
      words = description
    }

    /// What made it, for people: `Content/ai/x.md`, "the archive".
    var description: String { words ?? "Content/\(source ?? "")" }
  }

  private var entries: [Entry] = []
  /// By path in lower case: some hosts and file systems do not tell case apart.
  private var positions: [String: Int] = [:]
  /// By path relative to `Content/`.
  private var sources: [String: Int] = [:]

  mutating func reserveCapacity(_ count: Int) {
    entries.reserveCapacity(count)
    positions.reserveCapacity(count)
    sources.reserveCapacity(count)
  }

  /// Adds an address; returns what already has it.
  mutating func add(_ entry: Entry) -> Entry? {
    let key = Self.key(entry.permalink.path)
    if let other = positions[key] { return entries[other] }
    positions[key] = entries.count
    if let source = entry.source { sources[source] = entries.count }
    entries.append(entry)
    return nil
  }

  /// What a reader finds at a path of the site, with or without the final slash or `index.html`.
  func entry(at path: String) -> Entry? {
    let key = Self.key(path)
    if let position = positions[key] {
      let entry = entries[position]
      return entry.permalink.path == path ? entry : nearly(entry, path)
    }
    return positions[key + "/"].map { entries[$0] }
  }

  /// What a source file became.
  func entry(from source: String) -> Entry? {
    sources[source].map { entries[$0] }
  }

  var allSources: [String] { sources.keys.sorted() }

  /// A path as it is compared: in lower case, and without the name of a folder's page.
  static func key(_ path: String) -> String {
    let lowered = path.utf8.allSatisfy(isLowerASCII) ? path : path.lowercased()
    guard lowered.utf8.last == UInt8(ascii: "l"), lowered.hasSuffix("/index.html") else {
      return lowered
    }
    return String(lowered.dropLast(10))
  }

  /// Addresses are case-sensitive for readers even though conflicts are not.
  private func nearly(_ entry: Entry, _ path: String) -> Entry? {
    let trimmed = path.hasSuffix("index.html") ? String(path.dropLast(10)) : path
    return entry.permalink.path == trimmed ? entry : nil
  }

  private static func isLowerASCII(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
