import SiteModel

/// What the files of `Content/` must hold.
enum ContentMessage {
  static func lacksTitle(_ place: Place) -> Diagnostic {
    .error(
      .frontMatterRequired, "front matter must have a title", hint: "Write title: and the title.",
      at: place)
  }

  /// For names like `2018-09-24-example.md`, from which their generators take a missing title.
  static func titleFromName(_ title: String, _ place: Place) -> Diagnostic {
    .warning(
      .frontMatterRequired,
      "front matter has no title, so the file's name gives it: \"\(abridged(title))\"",
      hint: "Write title: and the title.", at: place)
  }

  static func lacksName(_ place: Place) -> Diagnostic {
    .error(
      .frontMatterRequired, "an author's profile must have a name",
      hint: "Write name: and the name.", at: place)
  }

  static func lacksDate(_ place: Place) -> Diagnostic {
    .error(
      .frontMatterRequired, "an article must have a date",
      hint: "Write date: and the day as YYYY-MM-DD; pages without a date go to Content/pages/.",
      at: place)
  }

  static func unusedHomeText(_ file: String) -> Diagnostic {
    .note(
      .contentFile, "the home page shows no text of its own, so this file is not used",
      hint: "Put the text into a standing page in Content/pages/.", at: Place(file: file, line: 1))
  }

  static func twice(_ what: String, _ file: String, and other: String) -> Diagnostic {
    .error(
      .contentConflict, "\(what) is described by two files, \(other) and this one",
      hint: "Delete or rename one of them.", at: Place(file: file))
  }

  /// The same finding, without the advice to allow what readers' articles never may (E-9).
  static func aboutSubmission(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.identifier == .markdownRawHTML else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.hint = "Write it as Markdown: an article that was sent in never brings its own HTML."
    return diagnostic
  }
}
