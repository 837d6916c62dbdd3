import Content
import SiteModel
import Syndication

/// Everything that the files of `Content/` say, and how the next build can know it.
struct ParsedSources: Sendable {
  private(set) var content: ParsedContent
  /// By path relative to `Content/`.
  var pictures: [String: PictureFile]
  /// The formats that can be written.
  var encoders: [String]
  /// What writes them.
  var library: LibraryRecord?
  /// Of every file of the project, sorted by path.
  var records: [SourceRecord]
  /// Of what the Markdown files were parsed with.
  var parserDigest: UInt64
  /// When articles appear or vanish, or are no longer new, in seconds since 1970.
  private let instantsOfChange: [Int]

  /// `instants` are those at which something besides articles changes.
  init(
    _ content: ParsedContent, pictures: InspectedPictures = InspectedPictures(),
    records: [SourceRecord] = [], parserDigest: UInt64 = 0, instants: [Int] = []
  ) {
    self.content = content
    self.pictures = pictures.files
    encoders = pictures.encoders
    library = pictures.library
    self.records = records
    self.parserDigest = parserDigest
    instantsOfChange = content.instantsOfChange + instants
  }

  /// Hands the content over: it is most of what a build has in memory, and nobody keeps it twice.
  mutating func takeContent() -> ParsedContent {
    defer { content = ParsedContent() }
    return content
  }
}

extension ParsedSources {
  static let nothing = ParsedSources(ParsedContent())

  /// When articles appeared or vanished last, seen from an instant; nil if none did before.
  func lastInstant(upTo instant: Int) -> Int? {
    instantsOfChange.filter { $0 <= instant }.max()
  }

  /// When articles appear or vanish next, seen from an instant; nil if none does.
  func nextInstant(after instant: Int) -> Int? {
    instantsOfChange.filter { $0 > instant }.min()
  }
}

extension ParsedContent {
  fileprivate var instantsOfChange: [Int] {
    var instants: [Int] = []
    // A document is large, so its parts are asked for one by one, and it is not copied.
    for index in articles.indices {
      let date = articles[index].frontMatter.date?.secondsSince1970
      if let date { instants.append(date + NewsSitemap.window) }
      let planned = articles[index].frontMatter.publishDate?.secondsSince1970
      if let due = date.map({ max($0, planned ?? $0) }) ?? planned { instants.append(due) }
      if let expiry = articles[index].frontMatter.expiryDate {
        instants.append(expiry.secondsSince1970)
      }
      // Changes that are said to be in the future are warned about until then.
      if let updated = articles[index].frontMatter.updated {
        instants.append(updated.secondsSince1970)
      }
      for note in articles[index].frontMatter.corrections {
        instants.append(note.date.secondsSince1970)
      }
      for note in articles[index].frontMatter.updates {
        instants.append(note.date.secondsSince1970)
      }
    }
    return instants
  }
}

/// What a Markdown file says, and its record; without one if it cannot be read.
struct RecalledFile: Sendable {
  var file: ParsedFile
  var record: SourceRecord?
  /// Whether the file was not parsed, but known.
  var isKnown = false
}

/// Parses Markdown files, or recalls what they said when they have not changed since.
struct SourceRecaller: Sendable {
  let reader: ContentReader
  let cache: BuildCache
  let parser: @Sendable (_ path: String, _ bytes: [UInt8]) -> ParsedFile
  /// Sorted by path.
  private let known: [SourceRecord]
  /// What of it this process has seen before.
  private let kept: KeptFiles

  /// Takes the digest of what the parser was made with, since records of another one say nothing.
  init(
    _ reader: ContentReader, _ cache: BuildCache, _ kept: KeptFiles,
    parserDigest: UInt64,
    parser: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> ParsedFile
  ) {
    self.reader = reader
    self.parser = parser
    self.cache = cache
    self.kept = kept
    known = cache.parserDigest == parserDigest ? cache.sources : []
  }

  /// What a Markdown file says, parsed only if need be.
  func parse(_ path: String, _ stamp: FileStamp?) -> RecalledFile {
    let record = known.record(of: path)
    if let record, let stamp, stamp == record.stamp, cache.knows(stamp),
      let file = recalled(record)
    {
      return RecalledFile(file: file, record: record, isKnown: true)
    }
    switch reader.read(path) {
    case .failure(let failure):
      return RecalledFile(file: ParsedFile(content: .nothing, diagnostics: [failure.diagnostic]))
    case .success(let bytes):
      let digest = Fingerprint(of: bytes).value
      if var record, let stamp, record.digest == digest, let file = recalled(record) {
        record.stamp = stamp
        return RecalledFile(file: file, record: record, isKnown: true)
      }
      let file = parser(path, bytes).marked(digest)
      let parsed = RecordWriter.bytes(of: file, file: path)
      let known = stamp.map {
        SourceRecord(path: path, stamp: $0, digest: digest, parsed: parsed[...])
      }
      return RecalledFile(file: file, record: known)
    }
  }

  private func recalled(_ record: SourceRecord) -> ParsedFile? {
    kept.file(of: record)
      ?? RecordReader.value(ParsedFile.self, from: record.parsed, file: record.path)
  }
}

/// What Markdown files said, for a process that builds again.
///
/// An array that is handed on costs nothing, however many files there are; a dictionary would be made
/// anew by every build.
struct KeptFiles: Sendable {
  static let none = KeptFiles([])

  /// Sorted by path.
  private let files: [RecalledFile]

  /// Takes files that are sorted by path, in place if nobody else has them.
  ///
  /// What was just parsed has its whole text, which is too much to keep.
  init(_ files: consuming [RecalledFile]) {
    files.removeAll { !$0.isKnown || $0.record == nil }
    self.files = files
  }

  /// What a file says, if it is known and has not changed.
  func file(of record: SourceRecord) -> ParsedFile? {
    let place = files.partitioningIndex { $0.record.map { $0.path >= record.path } ?? true }
    guard place < files.count, let known = files[place].record, known.path == record.path,
      known.digest == record.digest
    else { return nil }
    return files[place].file
  }
}

extension [SourceRecord] {
  /// The record of a file, of records that are sorted by path.
  func record(of path: String) -> SourceRecord? {
    let place = partitioningIndex { $0.path >= path }
    return place < count && self[place].path == path ? self[place] : nil
  }
}

extension Array {
  /// Where the elements begin for which a condition holds, of an array that has all of them at its end.
  fileprivate func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
    var range = indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = condition(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}

extension ParsedFile {
  /// The same, with the digest of the file that it was parsed from.
  func marked(_ digest: UInt64) -> ParsedFile {
    var file = self
    switch content {
    case .article(var document):
      document.body.digest = digest
      file.content = .article(document)
    case .page(var document):
      document.body.digest = digest
      file.content = .page(document)
    case .section(var document):
      document.body.digest = digest
      file.content = .section(document)
    case .author(var author):
      author.body.digest = digest
      file.content = .author(author)
    case .nothing: break
    }
    return file
  }
}
