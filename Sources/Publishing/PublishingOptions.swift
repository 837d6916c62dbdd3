import Content
package import SiteModel

/// What a build is asked to do.
package struct PublishingOptions: Hashable, Sendable {
  /// The folder with `sitegen.yaml`, `Content/` and `Templates/`.
  package var source: String
  /// Where the publication is written.
  package var output: String
  /// Overrides the configuration's base URL.
  package var baseURL: BaseURL?
  package var environment: String?
  /// Overrides the configuration's host.
  package var hosting: Hosting?
  /// Writes compressed files even if the configuration does not ask for them.
  package var isPrecompressed = false
  package var includesDrafts = false
  package var includesFuture = false
  package var includesExpired = false
  /// The instant for which the publication is built, in seconds since 1970.
  package var now: Int
  /// Whether all pages are checked once they are made, and editors get advice.
  package var isChecked = true
  /// Whether warnings stop the build as errors do.
  package var isStrict = false
  /// How long to wait for another build of the same output.
  package var patience = Duration.seconds(60)
  /// How many articles are worked on at once.
  package var jobs: Int
  /// The file that keeps what the next build need not do again; nil builds everything anew.
  package var cache: String?
  /// The folder that keeps what pictures were encoded to; any number of projects may share it.
  package var images: String
  /// The list of published addresses; nil if it is of no concern.
  package var ledger: Ledger?
  /// The version of sitegen and of its executable: a cache of another one is not used.
  package var program = ""

  package init(source: String, output: String, now: Int, jobs: Int = 1) {
    self.source = source
    self.output = output
    self.now = now
    self.jobs = jobs
    images = "\(source)/.sitegen/images"
  }
}

extension PublishingOptions {
  /// Why a text is no instant.
  package struct InstantMistake: Error, Hashable {
    package var message: String
  }

  /// Seconds since 1970 of a date such as `2026-01-01T00:00:00Z`; without an offset it is in UTC.
  package static func instant(_ text: String) -> Result<Int, InstantMistake> {
    switch SiteTimeZone.utc.timestamp(parsing: text) {
    case .success(let timestamp): .success(timestamp.secondsSince1970)
    case .failure(let mistake):
      .failure(InstantMistake(message: "\(mistake.problem). \(mistake.hint)"))
    }
  }
}
