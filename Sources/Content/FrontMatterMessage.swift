import SiteModel

/// What a Markdown file's front matter as a whole must be.
enum FrontMatterMessage {
  static func empty(_ file: String) -> Diagnostic {
    .error(
      .frontMatterMissing, "the file is empty",
      hint: "Write front matter with a title and then the text, or delete the file.",
      at: Place(file: file, line: 1))
  }

  static func missing(_ place: Place) -> Diagnostic {
    .error(
      .frontMatterMissing, "a Markdown file must begin with front matter",
      hint: "Begin with a line ---, then title: and date:, then another line ---.", at: place)
  }

  static func unclosed(_ fence: String, _ place: Place) -> Diagnostic {
    .error(
      .frontMatterUnclosed, "the front matter that begins here is not closed",
      hint: "End it with a line that is exactly \(fence).", at: place)
  }

  static func syntax(_ error: DataSyntaxError) -> Diagnostic {
    .error(.frontMatterSyntax, error.problem, hint: error.hint, at: error.place)
  }

  static func repeatedKey(_ key: Located<String>) -> Diagnostic {
    .warning(
      .frontMatterSyntax,
      "the key \"\(abridged(key.value))\" is given more than once, and the last one holds",
      hint: "Remove the others.", at: key.place)
  }

  static func notATable(_ node: DataNode) -> Diagnostic {
    .error(
      .frontMatterSyntax, "front matter must consist of keys with values, found \(node.described)",
      hint: "Write title: and a title, for example.", at: node.place)
  }
}
