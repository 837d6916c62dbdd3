import Content
import SiteModel

/// The part of a cache that every build needs; parsed sources follow it in the file.
extension BuildCache: Recorded {
  static var blank: BuildCache { BuildCache() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&sources)
    coder.code(&outputs)
    coder.code(&folders)
    coder.code(&parserDigest)
    coder.code(&outputFolder)
    coder.code(&summary)
    coder.code(&related)
  }
}

extension FileState: Recorded {
  static var blank: FileState { FileState() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&size)
    coder.code(&modified)
    coder.code(&inode)
    // The two times are nearly always the same or close.
    var later = changed &- modified
    coder.code(&later)
    changed = modified &+ later
  }
}

extension SourceRecord: Recorded {
  static var blank: SourceRecord { SourceRecord(path: "", state: FileState()) }

  /// Of the parsed file only the length; ``CacheFile`` puts the bytes where they need not be read.
  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&state)
    coder.code(&digest)
    coder.code(&picture)
    var length = parsed.count
    coder.code(&length)
    if length != parsed.count { coder.notes(length: length, of: &self) }
  }
}

extension OutputRecord: Recorded {
  static var blank: OutputRecord { OutputRecord(path: "", state: FileState(), fingerprint: 0) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&state)
    coder.code(&fingerprint)
  }
}

extension FolderRecord: Recorded {
  static var blank: FolderRecord { FolderRecord(path: "", state: FileState()) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&state)
  }
}
