/// Where front matter says each of its keys, for diagnostics made later.
///
/// It is a short list and not a dictionary, because every article carries one and hardly any is
/// asked; all places lie in one file, whose path is kept once.
package struct KeyPlaces: Hashable, Sendable {
  private struct Entry: Hashable {
    var key: String
    var line: Int32
    var column: Int32
    var length: Int32
  }

  private var file = ""
  private var entries: [Entry] = []

  package init() {}

  /// The place of a key; nil for one that was not written.
  package subscript(key: String) -> Place? {
    get {
      guard let entry = entries.first(where: { $0.key == key }) else { return nil }
      return Place(
        file: file, line: Int(entry.line), column: Int(entry.column), length: Int(entry.length))
    }
    set {
      entries.removeAll { $0.key == key }
      guard let place = newValue else { return }
      file = place.file
      entries.append(
        Entry(
          key: key, line: Int32(clamping: place.line), column: Int32(clamping: place.column),
          length: Int32(clamping: place.length)))
    }
  }

  /// The keys in the order in which they were written.
  package var keys: [String] { entries.map(\.key) }

  package mutating func reserveCapacity(_ count: Int) {
    entries.reserveCapacity(count)
  }
}
