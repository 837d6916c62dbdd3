import SiteModel

/// The publication as it lies in the output folder, and why it may not go to readers as it is.
struct OutputInspection: Sendable {
  /// Sorted by path.
  var files: [PublishedFile] = []
  /// Errors; empty if the folder holds just what a build would write now.
  var diagnostics: [Diagnostic] = []
}

/// How an edition of the publication was built, as far as readers would notice.
struct BuiltEdition: Hashable, Sendable {
  var baseURL = ""
  /// Empty if none was named.
  var environment = ""
  var includesDrafts = false
  var includesFuture = false
  var includesExpired = false

  init() {}

  init(_ options: PublishingOptions, for baseURL: BaseURL) {
    self.baseURL = baseURL.address
    environment = options.environment ?? ""
    includesDrafts = options.includesDrafts
    includesFuture = options.includesFuture
    includesExpired = options.includesExpired
  }

  /// In what it differs from the one that is wanted, in words that follow "was built"; nil if in
  /// nothing.
  func difference(from wanted: BuiltEdition) -> String? {
    if baseURL != wanted.baseURL { return "for \(baseURL), and this is \(wanted.baseURL)" }
    if environment != wanted.environment {
      return environment.isEmpty
        ? "without --environment \(wanted.environment)" : "with --environment \(environment)"
    }
    if includesDrafts, !wanted.includesDrafts { return "with drafts" }
    if includesFuture, !wanted.includesFuture { return "with articles before their time" }
    if includesExpired, !wanted.includesExpired { return "with expired articles" }
    return self == wanted ? nil : "with fewer articles than asked for"
  }
}

extension BuiltEdition: Recorded {
  static var blank: BuiltEdition { BuiltEdition() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&baseURL)
    coder.code(&environment)
    coder.code(&includesDrafts)
    coder.code(&includesFuture)
    coder.code(&includesExpired)
  }
}
