import Content
import SiteModel

extension BuildCache: Recorded {
  static var blank: BuildCache { BuildCache() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&sources)
    coder.code(&outputs)
    coder.code(&folders)
    coder.code(&topNames)
    coder.code(&hasForeignFiles)
    coder.code(&listStamp)
    coder.code(&parserDigest)
    coder.code(&outputFolder)
    coder.code(&readFor)
    coder.code(&verdict)
    coder.code(&summary)
    coder.code(&related)
    coder.code(&encoders)
    coder.code(&library)
  }
}

extension FileStamp: Recorded {
  static var blank: FileStamp { FileStamp(size: 0, modified: 0, inode: 0) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&size)
    coder.code(&modified)
    // The two times are nearly always the same or close, and a small number is short.
    var later = changed &- modified
    coder.code(&later)
    changed = modified &+ later
    var number = Int(truncatingIfNeeded: inode)
    coder.code(&number)
    inode = UInt64(truncatingIfNeeded: number)
  }
}

extension SourceRecord: Recorded {
  static var blank: SourceRecord { SourceRecord(path: "", stamp: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&stamp)
    coder.code(&digest)
    coder.code(&picture)
    coder.code(&parsed)
  }
}

extension OutputRecord: Recorded {
  static var blank: OutputRecord { OutputRecord(path: "", stamp: .blank, fingerprint: 0) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&stamp)
    coder.code(&fingerprint)
    coder.code(&contents)
  }
}

extension LibraryRecord: Recorded {
  static var blank: LibraryRecord { LibraryRecord(path: "", stamp: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&stamp)
  }
}

extension FolderRecord: Recorded {
  static var blank: FolderRecord { FolderRecord(path: "", stamp: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&path)
    coder.code(&stamp)
  }
}

extension BuildSummary: Recorded {
  static var blank: BuildSummary { BuildSummary() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&optionsDigest)
    coder.code(&firstInstant)
    coder.code(&firstInstantAfter)
    coder.code(&diagnostics)
    coder.code(&excerpts)
    coder.code(&articles)
    coder.code(&pages)
    coder.code(&files)
    coder.code(&leftOut)
    coder.code(&consentRevision)
    coder.code(&related)
    coder.code(&ledgerDigest)
    coder.code(&edition)
  }
}

extension BuildSummary.Excerpt: Recorded {
  static var blank: BuildSummary.Excerpt { BuildSummary.Excerpt(place: .blank, line: "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&place)
    coder.code(&line)
  }
}

extension LeftOut: Recorded {
  static var blank: LeftOut { LeftOut() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&drafts)
    coder.code(&scheduled)
    coder.code(&expired)
  }
}

extension RelatedMemory: Recorded {
  static var blank: RelatedMemory { RelatedMemory() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&digest)
    coder.code(&lists)
    coder.code(&lines)
  }
}

extension PictureFile: Recorded {
  static var blank: PictureFile { PictureFile() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&size)
    coder.code(&digest)
    var format = fallback?.rawValue ?? ""
    coder.code(&format)
    fallback = PictureEncoding(rawValue: format)
    coder.code(&isOpaque)
    coder.code(&color)
    coder.code(&defect)
  }
}

extension PictureDefect: Recorded {
  static var blank: PictureDefect { PictureDefect("", remedy: "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&problem)
    coder.code(&remedy)
  }
}

extension PixelSize: Recorded {
  static var blank: PixelSize { PixelSize(width: 0, height: 0) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&width)
    coder.code(&height)
  }
}
