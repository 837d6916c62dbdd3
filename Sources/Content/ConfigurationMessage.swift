import SiteModel

/// What `sitegen.yaml` as a whole must be.
enum ConfigurationMessage {
  static let missing = Diagnostic.error(
    .configurationMissing, "there is no sitegen.yaml here",
    hint: "Run sitegen in the folder of a publication, or name the folder with --source.",
    at: Place(file: ContentReader.configurationPath))

  static func syntax(_ error: DataSyntaxError) -> Diagnostic {
    .error(.configurationSyntax, error.problem, hint: error.hint, at: error.place)
  }

  static func notATable(_ node: DataNode) -> Diagnostic {
    .error(
      .configurationSyntax,
      "the configuration must consist of keys with values, found \(node.described)",
      hint: "Write title: and the publication's name, for example.", at: node.place)
  }

  static let lacksTitle = Diagnostic.warning(
    .configurationRequired, "the publication has no title",
    hint: "Write title: and the publication's name.",
    at: Place(file: ContentReader.configurationPath, line: 1))

  static func unknownEnvironment(_ name: String, _ known: [String], _ place: Place) -> Diagnostic {
    let hint: String
    if known.isEmpty {
      hint = "Add it under environments: in sitegen.yaml."
    } else if let nearest = nearestName(to: name, in: known) {
      hint = "Did you mean \"\(nearest)\"? Known are: \(known.joined(separator: ", "))."
    } else {
      hint = "Known are: \(known.joined(separator: ", "))."
    }
    return .error(
      .configurationEnvironment, "there is no environment \"\(abridged(name))\"", hint: hint,
      at: place)
  }
}
