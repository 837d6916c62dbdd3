import SiteModel

/// What a check says about the output as a whole.
enum CheckMessage {
  static func isMissing(_ folder: String) -> Diagnostic {
    .error(
      .checkOutput, "there is no publication in \(folder)", hint: "Run sitegen build first.")
  }

  /// That compressed files could not be searched.
  static func isSealed(_ problem: String) -> [Diagnostic] {
    [
      .error(
        .checkEmbargo, "compressed files cannot be searched: \(problem)",
        hint: "Install it, or build without --precompress.")
    ]
  }

  static func cannotAsk(_ reason: String) -> Diagnostic {
    .error(
      .checkExternal, "other sites cannot be asked: \(reason)",
      hint: "Install curl (Debian: apt-get install curl), or check without --external.")
  }

  static let cannotKeepAnswers = Diagnostic.warning(
    .checkExternal, "the answers of other sites cannot be kept",
    hint: "Check the room on the disk and the rights of the folder .sitegen.")

  /// Files that a build of these sources would have left.
  static func lacks(_ files: [String]) -> [Diagnostic] {
    guard let first = files.first else { return [] }
    let others = files.count > 1 ? " and \(files.count - 1) more" : ""
    return [
      .error(
        .checkOutput, "the output lacks \(first)\(others)",
        hint: "Run sitegen build, with the same options as this check.")
    ]
  }
}
