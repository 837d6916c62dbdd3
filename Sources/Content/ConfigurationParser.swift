package import SiteModel

/// Parses `sitegen.yaml`.
package enum ConfigurationParser {
  /// The configuration for an environment, if one is named, and everything that is wrong with it.
  ///
  /// What is wrong keeps its default, so that all mistakes are found at once.
  package static func parse(
    _ bytes: [UInt8], environment: String?
  ) -> (SiteConfiguration, [Diagnostic]) {
    let file = ContentReader.configurationPath
    if let problem = TextEncoding.problem(in: bytes, file: file) {
      return (SiteConfiguration(), [problem])
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let source = SourceText(file: file, bytes: bytes, range: start..<bytes.count)
    do throws(DataSyntaxError) {
      let empty = DataNode(.table([]), at: Place(file: file, line: 1))
      let (root, repeated) = try YAMLParser.parse(source)
      if let key = repeated.first { throw YAMLMessage.repeatedKey(key) }
      return parse(root ?? empty, environment)
    } catch {
      return (SiteConfiguration(), [ConfigurationMessage.syntax(error)])
    }
  }

  private static func parse(
    _ root: DataNode, _ environment: String?
  ) -> (SiteConfiguration, [Diagnostic]) {
    guard let entries = root.entries else {
      return (SiteConfiguration(), [ConfigurationMessage.notATable(root)])
    }
    var diagnostics: [Diagnostic] = []
    var shared = root
    shared.value = .table(entries.filter { $0.key != "environments" })
    let environments = environments(root, &diagnostics)
    var merged = shared
    for entry in environments {
      if entry.key == environment {
        merged = shared.overlaid(with: entry.node)
      } else {
        diagnostics += mistakes(inUnused: entry)
      }
    }
    if let environment, !environments.contains(where: { $0.key == environment }) {
      let place = entries.first { $0.key == "environments" }?.keyPlace ?? root.place
      diagnostics.append(
        ConfigurationMessage.unknownEnvironment(environment, environments.map(\.key), place))
    }
    var reader = ConfigurationReader()
    reader.read(merged.entries ?? [])
    if merged["title"]?.isBlank ?? true { diagnostics.append(ConfigurationMessage.lacksTitle) }
    return (
      reader.configuration, (diagnostics + reader.reader.diagnostics).sortedByPlace()
    )
  }

  private static func environments(
    _ root: DataNode, _ diagnostics: inout [Diagnostic]
  ) -> [DataEntry] {
    guard let node = root["environments"] else { return [] }
    var reader = TypedReader(.configuration)
    let entries = (reader.table(node, "environments") ?? []).filter { entry in
      reader.table(entry.node, "environments.\(entry.key)") != nil || entry.node.isBlank
    }
    diagnostics += reader.diagnostics
    return entries
  }

  /// Mistakes in an environment that is not in use; what it lacks may stand outside of it.
  private static func mistakes(inUnused entry: DataEntry) -> [Diagnostic] {
    var reader = ConfigurationReader()
    reader.read(entry.node.entries ?? [])
    return reader.reader.diagnostics.filter { $0.identifier != .configurationRequired }
  }
}
