package import SiteModel

/// Which files a project has, as paths relative to it, each list sorted.
package struct SourceListing: Hashable, Sendable {
  /// The Markdown files of `Content/`.
  package var documents: [String] = []
  /// All other files of `Content/`.
  package var files: [String] = []
  /// The `.mustache` files of `Templates/`.
  package var templates: [String] = []
  /// The files below `Templates/assets/`.
  package var assets: [String] = []
  /// How each of these files was left, and the configuration.
  package var stamps: [String: FileStamp] = [:]
  /// Folders and links that could not be read.
  package var diagnostics: [Diagnostic] = []

  package init() {}

  /// Whether there is a profile of an author.
  package var hasAuthorProfiles: Bool {
    documents.contains { $0.hasPrefix("Content/authors/") }
  }
}

/// The text of a template.
package struct TemplateSource: Hashable, Sendable {
  /// Its path below `Templates/` without `.mustache`, for example `partials/header`.
  package var name: String
  /// Relative to the project.
  package var path: String
  package var bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}
