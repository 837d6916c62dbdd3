package import SiteModel

/// What a build did.
package struct BuildReport: Sendable {
  /// A stage of the build and the time it took.
  package struct Stage: Sendable {
    package var name: String
    package var duration: Duration
    /// Of all threads; zero unless a profile was asked for.
    package var cpu = Duration.zero
    /// What the stage read or wrote; zero unless a profile was asked for.
    package var bytes = 0
  }

  /// Sorted by place; with `--strict` warnings have become errors.
  package var diagnostics: [Diagnostic] = []
  package var stages: [Stage] = []
  package var articles = 0
  package var pages = 0
  package var leftOut = LeftOut()
  package var output = OutputChanges()
  package var addresses = SourceAddresses()
  /// Names what readers are asked to consent to, if they are (C-8).
  package var consentRevision: String?
  /// How well the articles are connected, for the verbose report.
  package var related: [String] = []
  package var profile: BuildProfile?
  /// The time until an article is due or expires, counted from the instant that was built for; nil
  /// if none does.
  package var validFor: Duration?
  /// The lines of source that the diagnostics point at, by file and line number.
  package var excerpts: [Place: String] = [:]

  package init() {}

  /// Whether the publication was written.
  package var succeeded: Bool { !diagnostics.hasErrors }

  package func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// What became of the files of the output folder.
package struct OutputChanges: Hashable, Sendable {
  /// Relative to the output folder.
  package var written: [String] = []
  package var removed: [String] = []
  package var unchanged = 0
  /// How each file was left, in the order in which they were planned.
  package var stamps: [FileStamp] = []
  /// Whether files were being moved to their places when something went wrong: each is whole, but
  /// some are of this build and some of the one before.
  package var isUnfinished = false

  package init() {}

  package var total: Int { written.count + unchanged }
}
