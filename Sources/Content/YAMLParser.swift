import SiteModel
import Yams

/// Parses YAML and remembers where every value was written.
///
/// Yams composes the nodes; the types of plain scalars are decided here, because its resolver
/// tries seven regular expressions on every scalar, and because `no` and `1.10` shall stay text
/// where text is wanted.
struct YAMLParser {
  let source: SourceText
  private var marking: YAMLMarking
  private var anchored: [String: DataNode] = [:]
  private var nodeCount = 0
  var cursor = MarkCursor()
  /// Keys that are given twice, where they are written again.
  private var repeated: [Located<String>] = []

  /// The value of a document, nil when it has none, and the keys that it gives twice.
  ///
  /// Of equal keys the last one holds, as with other generators; whether that is a mistake the
  /// caller decides.
  static func parse(
    _ source: SourceText
  ) throws(DataSyntaxError) -> (root: DataNode?, repeated: [Located<String>]) {
    if let root = PlainYAML.parse(source) { return (root, []) }
    return try parseFully(source)
  }

  /// The same for all of YAML; ``PlainYAML`` is held to it.
  static func parseFully(
    _ source: SourceText
  ) throws(DataSyntaxError) -> (root: DataNode?, repeated: [Located<String>]) {
    var parser = YAMLParser(source)
    let root = try parser.parse()
    return (root, parser.repeated)
  }

  private init(_ source: SourceText) {
    self.source = source
    marking = YAMLMarking(source)
  }

  private mutating func parse() throws(DataSyntaxError) -> DataNode? {
    while true {
      do {
        // The parser owns the nodes' anchors, so it has to outlive their conversion.
        let parser = try Parser(yaml: marking.text, resolver: .basic, encoding: .utf8)
        defer { withExtendedLifetime(parser) {} }
        return try parser.singleRoot().map { try node($0, depth: 0) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let again = YAMLMessage.nextPlace(of: keys.first ?? "", from: context.mark, in: source)
        guard repeated.count < 8, marking.dropKey(at: context.mark) else {
          throw YAMLMessage.repeatedKey(again)
        }
        repeated.append(again)
      } catch let error as DataSyntaxError {
        throw error
      } catch {
        throw YAMLMessage.syntaxError(error, in: source)
      }
    }
  }
}

extension YAMLParser {
  private mutating func node(_ node: Node, depth: Int) throws(DataSyntaxError) -> DataNode {
    try count(node, depth: depth)
    switch node {
    case .scalar(let scalar):
      let found = try self.scalar(scalar)
      remember(found, scalar.anchor)
      return found
    case .sequence(let sequence):
      let start = place(of: sequence.mark)
      var nodes: [DataNode] = []
      nodes.reserveCapacity(sequence.count)
      for child in sequence { nodes.append(try self.node(child, depth: depth + 1)) }
      let found = DataNode(.list(nodes), at: start)
      remember(found, sequence.anchor)
      return found
    case .mapping(let mapping):
      let start = place(of: mapping.mark)
      let found = DataNode(.table(try entries(mapping, depth: depth)), at: start)
      remember(found, mapping.anchor)
      return found
    case .alias:
      // Yams makes these only when it encodes.
      return DataNode(.null, at: place(of: node.mark))
    }
  }

  private mutating func entries(
    _ mapping: Node.Mapping, depth: Int
  ) throws(DataSyntaxError) -> [DataEntry] {
    var entries: [DataEntry] = []
    entries.reserveCapacity(mapping.count)
    var hasMerged = false
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw DataSyntaxError(
          problem: "a key must be text", hint: "Write key: value.",
          place: place(of: key.mark))
      }
      if marking.isDropped(scalar.string) { continue }
      let keyPlace = placeOfScalar(scalar)
      let child = try node(value, depth: depth + 1)
      if scalar.string == "<<", scalar.style == .plain {
        merge(child, into: &entries)
        hasMerged = true
      } else {
        // What was merged before gives way to what is written out.
        if hasMerged { entries.removeAll { $0.key == scalar.string } }
        entries.append(DataEntry(marking.unmarked(scalar.string), at: keyPlace, child))
      }
    }
    return entries
  }

  /// Joins `<<: *defaults`: keys that are written out win.
  private func merge(_ node: DataNode, into entries: inout [DataEntry]) {
    let tables: [DataNode] = if case .list(let nodes) = node.value { nodes } else { [node] }
    for entry in tables.flatMap({ $0.entries ?? [] })
    where !entries.contains(where: { $0.key == entry.key }) {
      entries.append(entry)
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar) throws(DataSyntaxError) -> DataNode {
    let place = placeOfScalar(scalar)
    if scalar.style == .plain, let name = marking.alias(in: scalar.string) {
      guard let found = anchored[name] else {
        throw YAMLMessage.undefinedAlias(at: place)
      }
      nodeCount += found.size
      guard nodeCount <= DataLimits.nodes else { throw YAMLMessage.tooLarge(at: place) }
      return found
    }
    return DataNode(value(of: scalar), at: place)
  }

  private func value(of scalar: Node.Scalar) -> DataNode.Value {
    guard scalar.style == .plain else { return .text(marking.unmarked(scalar.string)) }
    let value = DataNode.Value(plainYAML: scalar.string)
    return if case .text(let text) = value { .text(marking.unmarked(text)) } else { value }
  }

  private mutating func remember(_ node: DataNode, _ anchor: Anchor?) {
    if let anchor { anchored[anchor.rawValue] = node }
  }

  private mutating func count(_ node: Node, depth: Int) throws(DataSyntaxError) {
    nodeCount += 1
    guard depth <= DataLimits.depth, nodeCount <= DataLimits.nodes else {
      throw YAMLMessage.tooLarge(at: place(of: node.mark))
    }
  }
}

extension DataNode.Value {
  /// What text without quotation marks means.
  init(plainYAML text: String) {
    switch text.utf8.first {
    case nil: self = .null
    case UInt8(ascii: "~") where text.utf8.count == 1: self = .null
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      switch text {
      case "null", "Null", "NULL": self = .null
      case "true", "True", "TRUE": self = .bool(true)
      case "false", "False", "FALSE": self = .bool(false)
      default: self = .text(text)
      }
    default: self = isNumber(text) ? .number(text) : .text(text)
    }
  }
}

extension DataNode {
  /// How many values it consists of.
  fileprivate var size: Int {
    switch value {
    case .list(let nodes): nodes.reduce(1) { $0 + $1.size }
    case .table(let entries): entries.reduce(1) { $0 + $1.node.size }
    default: 1
    }
  }
}
