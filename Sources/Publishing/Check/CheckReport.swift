import SiteModel

/// What a check is asked to look at beside the links, pages and files themselves.
package struct CheckOptions: Sendable {
  /// Whether the publication is about to be shown to readers: then nothing may be left to be written.
  package var isRelease = false
  /// How other sites are asked whether what is linked is there; nil asks none.
  package var external: ExternalCheck?

  package init() {}
}

/// What a check found.
package struct CheckReport: Sendable {
  /// The findings, and how long each part took.
  package var build = BuildReport()
  /// How many files of the output there are, and how many of them are pages.
  package var files = 0
  package var pages = 0
  /// How many addresses of other sites there are, and how many of them were asked for now.
  package var externalLinks = 0
  package var asked = 0

  package init() {}

  /// Whether nothing was found that is an error.
  package var succeeded: Bool { build.succeeded }

  /// How much was looked at, and what came of it, in one line.
  package func summary(folder: String) -> String {
    let text = ReportText(build, detail: .normal)
    let time = text.seconds(build.stages.map(\.duration).reduce(.zero, +))
    let external =
      externalLinks > 0 ? ", \(externalLinks) links to other sites, \(asked) asked" : ""
    return
      "\(files) files in \(folder), \(pages) of them pages\(external) (\(time)): \(text.counts)"
  }
}
