import Content
import SiteModel

/// Everything that the files of `Content/` say, and how the next build can know it.
struct ParsedSources: Sendable {
  /// The Markdown files, sorted by path.
  private(set) var files: [RecalledFile]
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

  init(
    _ files: [RecalledFile], pictures: InspectedPictures = InspectedPictures(),
    records: [SourceRecord] = [], parserDigest: UInt64 = 0
  ) {
    self.files = files
    self.pictures = pictures.files
    encoders = pictures.encoders
    library = pictures.library
    self.records = records
    self.parserDigest = parserDigest
  }

  /// Hands over what the files say: it is most of what a build has in memory, and nobody keeps it twice.
  mutating func takeFiles() -> [RecalledFile] {
    defer { files = [] }
    return files
  }
}

/// What a Markdown file says, and its record; without one if it cannot be read.
struct RecalledFile: Sendable {
  /// Relative to the project.
  var path: String
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
      return RecalledFile(path: path, file: file, record: record, isKnown: true)
    }
    switch reader.read(path) {
    case .failure(let failure):
      return RecalledFile(
        path: path, file: ParsedFile(content: .nothing, diagnostics: [failure.diagnostic]))
    case .success(let bytes):
      let digest = Fingerprint(of: bytes).value
      if var record, let stamp, record.digest == digest, let file = recalled(record) {
        record.stamp = stamp
        return RecalledFile(path: path, file: file, record: record, isKnown: true)
      }
      let file = parser(path, bytes).marked(digest)
      let parsed = RecordWriter.bytes(of: file, file: path)
      let known = stamp.map {
        SourceRecord(path: path, stamp: $0, digest: digest, parsed: parsed[...])
      }
      return RecalledFile(path: path, file: file, record: known)
    }
  }

  private func recalled(_ record: SourceRecord) -> ParsedFile? {
    kept.file(of: record)
      ?? RecordReader.value(ParsedFile.self, from: record.parsed, file: record.path)
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
  func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
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
