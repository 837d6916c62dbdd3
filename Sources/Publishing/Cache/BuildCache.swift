import Content
import SiteModel

/// What a build leaves for the next one: what the sources said, and what became of them.
///
/// Nothing in it is ever needed: an empty cache gives the same publication, only later.
struct BuildCache: Sendable {
  /// Sorted by path.
  var sources: [SourceRecord] = []
  /// In the order in which they were planned; empty unless a build has written the publication.
  var outputs: [OutputRecord] = []
  /// Of all folders in the output folder, by which a file shows that sitegen did not write.
  var folders: [FolderRecord] = []
  /// What lies in the output folder itself, whose own stamp changes with every build.
  var topNames: [String] = []
  /// Whether there are files that sitegen did not write.
  var hasForeignFiles = false
  /// Of the list of sitegen's files in the output folder, if it names just ``outputs``.
  var listStamp: FileStamp?
  /// What ``sources`` were parsed with; records of another parser say nothing.
  var parserDigest: UInt64 = 0
  /// Where ``outputs`` lie.
  var outputFolder = ""
  /// The base URL with which they were read for what they say.
  var readFor = ""
  /// What was wrong with them then; nil if they were not read.
  var verdict: Verdict?
  /// Nil unless the last build succeeded.
  var summary: BuildSummary?
  /// The lists of "You May Also Like".
  var related = RelatedMemory()
  /// The names of the formats that libvips could write when it was last asked, which takes longer
  /// than a small rebuild; empty if it never was.
  var encoders: [String] = []
  /// The file of that libvips: with another one, what is made of pictures has other bytes.
  var library: LibraryRecord?
  /// When it was written, by the clock of its file system, in nanoseconds since 1970.
  var notedAt = 0
}

extension BuildCache {
  /// Leaves nothing of what it says about the output.
  mutating func forgetOutput() {
    outputs = []
    folders = []
    topNames = []
    hasForeignFiles = false
    listStamp = nil
    verdict = nil
    summary = nil
  }
}

/// A file of the project as it was last read.
struct SourceRecord: Hashable, Sendable {
  /// Relative to the project.
  var path: String
  var stamp: FileStamp
  /// Of its bytes; zero if they were not looked at.
  var digest: UInt64 = 0
  /// A ``ParsedFile`` as ``RecordWriter`` wrote it; empty for all but Markdown files.
  var parsed: ArraySlice<UInt8> = []
  /// Nil for files that are no pictures.
  var picture: PictureFile?
}

/// A library as it was last used.
struct LibraryRecord: Hashable, Sendable {
  var path: String
  var stamp: FileStamp

  /// Whether it is the same still.
  var holds: Bool { FileStamp(ofFile: path) == stamp }
}

/// A file of the publication as it was left.
struct OutputRecord: Hashable, Sendable {
  /// Relative to the output folder.
  var path: String
  var stamp: FileStamp
  /// Of everything that its making reads.
  var fingerprint: UInt64
  /// A ``PageContents`` as ``RecordWriter`` wrote it; empty unless it was read for what it says.
  var contents: ArraySlice<UInt8> = []
}

/// A folder of the publication as it was left; what is in a folder changes its state.
struct FolderRecord: Hashable, Sendable {
  /// Relative to the output folder.
  var path: String
  var stamp: FileStamp
}

/// The report of a build, and when another build would say the same.
struct BuildSummary: Hashable, Sendable {
  /// Of the options, except for those that change nothing.
  var optionsDigest: UInt64 = 0
  /// For instants in it the same articles are published.
  var firstInstant = 0
  var firstInstantAfter = 0
  var diagnostics: [Diagnostic] = []
  var excerpts: [Excerpt] = []
  var articles = 0
  var pages = 0
  /// In the output.
  var files = 0
  var leftOut = LeftOut()
  var consentRevision: String?
  var related: [String] = []
  /// Of the list of published addresses; zero if there was none.
  var ledgerDigest: UInt64 = 0
  var edition = BuiltEdition()

  /// A line of source that a diagnostic points at.
  struct Excerpt: Hashable, Sendable {
    var place: Place
    var line: String
  }
}

/// Lists of related articles, and what they were made of.
struct RelatedMemory: Hashable, Sendable {
  /// Of everything that the index reads.
  var digest: UInt64 = 0
  /// Positions in ``Site/articles``.
  var lists: [[Int]] = []
  /// How well the articles are connected, for the verbose report.
  var lines: [String] = []
}
