/// What of a project is a source, by its name.
enum SourceNames {
  /// What is looked at in the folder of the project itself.
  static let roots = ["Content", "Templates", "sitegen.yaml"]

  /// Hidden files, and what editors leave behind, are no sources.
  static func isIgnored(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: "~")
      || (name.hasPrefix("#") && name.hasSuffix("#"))
  }
}
