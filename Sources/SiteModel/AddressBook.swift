/// Every address of the publication and what made it.
struct AddressBook {
  /// What is found at an address.
  struct Entry {
    /// Relative to `Content/`; nil for pages that sitegen makes by itself.
    var source: String?
    /// What made it, for people: `Content/ai/x.md`, "the archive".
    var description: String
    var permalink: Permalink
    /// The ids that a link may name, where they are known.
    var fragments: Set<String>?
  }

  /// By path in lower case: some hosts and file systems do not tell case apart.
  private var entries: [String: Entry] = [:]
  /// By path relative to `Content/`.
  private var sources: [String: Entry] = [:]

  /// Adds an address; returns what already has it.
  mutating func add(_ entry: Entry) -> Entry? {
    let key = Self.key(entry.permalink.path)
    if let other = entries[key] { return other }
    entries[key] = entry
    if let source = entry.source { sources[source] = entry }
    return nil
  }

  /// What a reader finds at a path of the site, with or without the final slash or `index.html`.
  func entry(at path: String) -> Entry? {
    let key = Self.key(path)
    if let entry = entries[key] {
      return entry.permalink.path == path ? entry : nearly(entry, path)
    }
    return entries[key + "/"]
  }

  /// What a source file became.
  func entry(from source: String) -> Entry? {
    sources[source]
  }

  var allSources: [String] { sources.keys.sorted() }

  /// Addresses are case-sensitive for readers even though conflicts are not.
  private func nearly(_ entry: Entry, _ path: String) -> Entry? {
    let trimmed = path.hasSuffix("index.html") ? String(path.dropLast(10)) : path
    return entry.permalink.path == trimmed ? entry : nil
  }

  private static func key(_ path: String) -> String {
    let lowered = path.lowercased()
    return lowered.hasSuffix("/index.html") ? String(lowered.dropLast(10)) : lowered
  }
}
