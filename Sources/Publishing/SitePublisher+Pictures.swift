import Content
import Imaging
import SiteModel

extension SitePublisher {
  /// A record of each picture with its size, which is measured unless the file is as it was.
  func measurePictures(
    in listing: SourceListing, recalling cache: BuildCache
  ) async -> Checked<[SourceRecord]> {
    let paths = listing.files.filter(PictureReader.isPicture)
    guard !paths.isEmpty else { return Checked(value: []) }
    let known = Dictionary(
      cache.sources.filter { PictureReader.isPicture($0.path) }.map { ($0.path, $0) }
    ) { first, _ in first }
    var records: [SourceRecord] = []
    var unknown: [String] = []
    for path in paths {
      if let record = known[path], record.stamp == listing.stamps[path], cache.knows(record.stamp) {
        records.append(record)
      } else {
        unknown.append(path)
      }
    }
    if !unknown.isEmpty {
      if let problem = PictureReader.problem {
        return Checked(value: [], diagnostics: [unable(problem)])
      }
      records += await measure(unknown, listing.stamps)
    }
    return Checked(
      value: records, diagnostics: records.filter { $0.picture == nil }.map(unreadable))
  }

  private func measure(
    _ paths: [String], _ stamps: [String: FileStamp]
  ) async -> [SourceRecord] {
    let root = options.source
    return await paths.concurrentMap(jobs: options.jobs) { path in
      let size = PictureReader.size(ofFile: "\(root)/\(path)")
      return SourceRecord(
        path: path, stamp: stamps[path] ?? .blank,
        picture: size.map { PixelSize(width: $0.width, height: $0.height) })
    }
  }

  private func unable(_ problem: String) -> Diagnostic {
    .warning(.contentImage, "the sizes of pictures are unknown: \(problem)")
  }

  private func unreadable(_ picture: SourceRecord) -> Diagnostic {
    .warning(
      .contentImage, "the picture cannot be read",
      hint: "Open it in an image program and save it again.", at: Place(file: picture.path))
  }
}

extension [SourceRecord] {
  /// The sizes of the pictures, by path relative to `Content/`.
  var sizes: [String: PixelSize] {
    Dictionary(
      compactMap { record in
        record.picture.map { (String(record.path.dropFirst("Content/".count)), $0) }
      }
    ) { first, _ in first }
  }
}
