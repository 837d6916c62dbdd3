import SiteModel

/// A value of a data file with its place, in what YAML, TOML and JSON have in common.
struct DataNode: Hashable, Sendable {
  /// What was written.
  enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As it was written, so that a version `1.10` can still be read as text.
    case number(String)
    case text(String)
    case list([DataNode])
    case table([DataEntry])
  }

  var value: Value
  var place: Place

  init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

/// A key of a table and its value.
struct DataEntry: Hashable, Sendable {
  var key: String
  var keyPlace: Place
  var node: DataNode

  init(_ key: String, at keyPlace: Place, _ node: DataNode) {
    self.key = key
    self.keyPlace = keyPlace
    self.node = node
  }
}

extension DataNode {
  /// The entries of a table; nil for anything else.
  var entries: [DataEntry]? {
    if case .table(let entries) = value { entries } else { nil }
  }

  /// The value that a table has for a key.
  subscript(key: String) -> DataNode? {
    entries?.first { $0.key == key }?.node
  }

  /// Whether nothing was written, or nothing but blanks: it counts as if the key were not there.
  var isBlank: Bool {
    switch value {
    case .null: true
    case .text(let text): text.utf8.allSatisfy(\.isWhitespace)
    default: false
    }
  }

  /// Whether it is text, or what is taken as text.
  var isText: Bool {
    switch value {
    case .text, .number: true
    default: false
    }
  }

  /// What was found, for a message.
  var described: String {
    switch value {
    case .null: "nothing"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let digits): "the number \(digits)"
    case .text(let text): "the text \"\(abridged(text))\""
    case .list: "a list"
    case .table: "a group of keys"
    }
  }

  /// The same without places, for templates.
  var dataValue: DataValue {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let digits): .number(digits)
    case .text(let text): .text(text)
    case .list(let nodes): .list(nodes.map(\.dataValue))
    case .table(let entries): .table(Self.dataValues(of: entries))
    }
  }

  /// The values of a table without places.
  static func dataValues(of entries: [DataEntry]) -> [String: DataValue] {
    Dictionary(entries.map { ($0.key, $0.node.dataValue) }, uniquingKeysWith: { $1 })
  }

  /// This value with another laid over it: tables are joined key by key, all else is replaced.
  func overlaid(with other: DataNode) -> DataNode {
    guard var entries, let added = other.entries else { return other }
    for entry in added {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[index].node = entries[index].node.overlaid(with: entry.node)
        entries[index].keyPlace = entry.keyPlace
      } else {
        entries.append(entry)
      }
    }
    return DataNode(.table(entries), at: place)
  }
}

/// Text short enough for a message.
func abridged(_ text: String) -> String {
  let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
  return line.count == text.count && text.count <= 60 ? text : "\(line.prefix(57))…"
}

/// Why data cannot be read.
struct DataSyntaxError: Error, Hashable {
  var problem: String
  var hint: String?
  var place: Place
}

/// Limits that hold for all three languages, so that hostile input is refused early.
enum DataLimits {
  static let depth = 64
  static let nodes = 20_000
}
