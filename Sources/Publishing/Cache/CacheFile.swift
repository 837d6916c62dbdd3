import Content
import Foundation
import SiteModel

/// The file that keeps a ``BuildCache`` from one build to the next.
///
/// A file that is damaged, that another sitegen wrote or that is no cache at all is as good as none:
/// the build does everything anew.
struct CacheFile: Sendable {
  let path: String
  /// The version of sitegen and of its executable.
  let writer: String
  var memory: BuildMemory?

  /// The cache that was left, and a note if there is a file that says nothing.
  func read() -> Checked<BuildCache> {
    // A cache that is not there, or that may not be read, is no cache.
    guard let stamp = FileStamp(ofFile: path) else { return Checked(value: BuildCache()) }
    if let kept = memory?.cache[stamp] { return Checked(value: kept) }
    guard let bytes = contents(ofFile: path) else { return Checked(value: BuildCache()) }
    guard var cache = cache(in: bytes) else {
      return Checked(value: BuildCache(), diagnostics: [isOfNoUse])
    }
    cache.note(at: stamp)
    return Checked(value: cache)
  }

  private var folder: String { path.parentFolder ?? "." }
  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Leaves a cache for the next build, in one step.
  func write(_ cache: BuildCache) -> [Diagnostic] {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try OpenFolder(folder).replaceFile(name, with: parts(of: cache))
      if let memory, let stamp = FileStamp(ofFile: path) {
        var cache = cache
        cache.note(at: stamp)
        memory.cache.keep(cache, for: stamp)
      }
      return []
    } catch let error as SystemError {
      return [cannotWrite(error.reason)]
    } catch {
      return [cannotWrite(error.localizedDescription)]
    }
  }
}

extension BuildCache {
  fileprivate mutating func note(at stamp: FileStamp) {
    notedAt = min(stamp.modified, stamp.changed)
  }
}

extension CacheFile {
  /// The layout below, and that of every record.
  private static let format = 5
  private static let mark = Array("sitegen cache\n".utf8)

  /// What the file consists of: its head, with the digest of the rest, and the rest.
  func parts(of cache: BuildCache) -> [[UInt8]] {
    var letter = Letter(format: Self.format, writer: writer, cache: cache)
    let parsed = cache.sources.reduce(0) { $0 + $1.parsed.count }
    var body = RecordWriter(capacity: parsed + cache.outputs.count * 256 + 4_096)
    body.code(&letter)
    var digest = RecordWriter()
    var value = Fingerprint(of: body.bytes).value
    digest.code(&value)
    return [Self.mark + digest.bytes, body.bytes]
  }

  /// Nil for anything but what this very sitegen wrote.
  func cache(in bytes: [UInt8]) -> BuildCache? {
    let start = Self.mark.count + 8
    guard bytes.count >= start, bytes.starts(with: Self.mark) else { return nil }
    let digest = RecordReader.value(UInt64.self, from: bytes[Self.mark.count..<start])
    let body = bytes[start...]
    guard digest == Fingerprint(of: body).value,
      let letter = RecordReader.value(Letter.self, from: body),
      letter.format == Self.format, letter.writer == writer
    else { return nil }
    return letter.cache
  }

  private var isOfNoUse: Diagnostic {
    .note(
      .outputCache, "\(path) is damaged or from another version of sitegen, so it is not used",
      hint: "Nothing is to be done: this build takes longer, and writes it anew.")
  }

  private func cannotWrite(_ reason: String) -> Diagnostic {
    .warning(
      .outputCache, "\(path) cannot be written: \(reason)",
      hint: "The publication is complete, but the next build starts from nothing again.")
  }
}

/// A cache with what its reader must know before it trusts the rest.
private struct Letter: Recorded {
  var format: Int
  var writer: String
  var cache: BuildCache

  static var blank: Letter { Letter(format: 0, writer: "", cache: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&format)
    coder.code(&writer)
    coder.code(&cache)
  }
}
