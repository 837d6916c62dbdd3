package import SiteModel

/// Reads the files of a project: its configuration, `Content/` and `Templates/`.
///
/// Only this type reads sources. Paths are relative to the project, with `/` between their parts,
/// so that files may be read in any order and beside one another.
package struct ContentReader: Sendable {
  package static let configurationPath = "sitegen.yaml"
  /// The path of the project's folder.
  package let root: String

  /// - Parameter root: the path of the project's folder.
  package init(root: String) {
    var root = root
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    self.root = root
  }

  /// Lists the files of the project.
  package func list() -> SourceListing {
    var listing = SourceListing()
    var content = FolderWalk(root: root)
    content.visit("Content")
    for path in content.files {
      if path.hasSuffix(".md") {
        listing.documents.append(path)
      } else {
        listing.files.append(path)
      }
    }
    var templates = FolderWalk(root: root)
    templates.visit("Templates")
    for path in templates.files {
      if path.hasPrefix("Templates/assets/") {
        listing.assets.append(path)
      } else if path.hasSuffix(Self.templateSuffix) {
        listing.templates.append(path)
      }
    }
    listing.stamps = content.stamps.merging(templates.stamps) { first, _ in first }
    listing.stamps[Self.configurationPath] = stamp(of: Self.configurationPath)
    listing.diagnostics = content.diagnostics + templates.diagnostics
    return listing
  }

  /// How a file is now; nil if it is not there.
  package func stamp(of path: String) -> FileStamp? {
    if case .file(let stamp) = kind(ofFile: realPath("\(root)/\(path)")) { stamp } else { nil }
  }

  /// The bytes of a file.
  package func read(_ path: String) -> Result<[UInt8], ReadFailure> {
    guard let bytes = contents(ofFile: "\(root)/\(path)") else {
      return .failure(ReadFailure(diagnostic: Self.unreadable(path)))
    }
    return .success(bytes)
  }

  /// The configuration, if the project has one.
  package func readConfiguration() -> Result<[UInt8], ReadFailure> {
    if case .other = kind(ofFile: "\(root)/\(Self.configurationPath)") {
      return .failure(ReadFailure(diagnostic: ConfigurationMessage.missing))
    }
    return read(Self.configurationPath)
  }

  /// The templates of a listing.
  package func readTemplates(_ listing: SourceListing) -> ([TemplateSource], [Diagnostic]) {
    var templates: [TemplateSource] = []
    var diagnostics: [Diagnostic] = []
    for path in listing.templates {
      switch read(path) {
      case .success(let bytes):
        if let problem = TextEncoding.problem(in: bytes, file: path) {
          diagnostics.append(problem)
          continue
        }
        let name = path.dropFirst("Templates/".count).dropLast(Self.templateSuffix.count)
        templates.append(TemplateSource(name: String(name), path: path, bytes: bytes))
      case .failure(let failure):
        diagnostics.append(failure.diagnostic)
      }
    }
    return (templates, diagnostics)
  }

  private static let templateSuffix = ".mustache"
}

/// Why a file could not be read.
package struct ReadFailure: Error {
  package var diagnostic: Diagnostic
}

extension ContentReader {
  static func unreadable(_ path: String) -> Diagnostic {
    .error(
      .contentFile, "the file cannot be read", hint: "Check that it exists and may be read.",
      at: Place(file: path))
  }

  static func leavesProject(_ path: String) -> Diagnostic {
    .warning(
      .contentFile, "this link leads out of the project or to nothing, so it is not followed",
      hint: "Copy the file into the project.", at: Place(file: path))
  }
}
