import Content
import Imaging
import SiteModel

/// What is known of the pictures of a project.
struct InspectedPictures: Sendable {
  var records: [SourceRecord] = []
  /// The names of the formats that can be written; empty without libvips.
  var encoders: [String] = []
  /// What writes them.
  var library: LibraryRecord?

  /// The pictures by their paths relative to `Content/`.
  var files: [String: PictureFile] {
    Dictionary(
      records.compactMap { record in
        record.picture.map { (String(record.path.dropFirst("Content/".count)), $0) }
      }
    ) { first, _ in first }
  }
}

extension SitePublisher {
  /// A record of each picture, which is inspected unless the file is as it was.
  func inspectPictures(
    in listing: SourceListing, recalling cache: BuildCache
  ) async -> Checked<InspectedPictures> {
    var pictures = InspectedPictures(encoders: cache.encoders, library: cache.library)
    let known = Dictionary(
      cache.sources.filter { $0.picture != nil }.map { ($0.path, $0) }
    ) { first, _ in first }
    var unknown: [String] = []
    for path in listing.files where Imaging.PictureFormat(ofName: path) != nil {
      if let record = known[path], record.stamp == listing.stamps[path], cache.knows(record.stamp) {
        pictures.records.append(record)
      } else {
        unknown.append(path)
      }
    }
    // To load libvips takes longer than a small rebuild.
    if !unknown.isEmpty || pictures.encoders.isEmpty {
      guard let support = EncoderSupport() else {
        let problem = EncoderSupport.problem ?? ""
        return Checked(value: pictures, diagnostics: [PictureMessage.isMissing(problem)])
      }
      pictures.encoders = support.formats.map(\.rawValue).sorted()
      // The name that is loaded by is a link to the file of some version.
      pictures.library = support.path.map(realPath).flatMap { path in
        FileStamp(ofFile: path).map { LibraryRecord(path: path, stamp: $0) }
      }
      pictures.records += await inspect(unknown, listing.stamps, known)
    }
    return Checked(value: pictures)
  }

  private func inspect(
    _ paths: [String], _ stamps: [String: FileStamp], _ known: [String: SourceRecord]
  ) async -> [SourceRecord] {
    let reader = reader
    return await paths.concurrentMap(jobs: options.jobs) { path in
      var record = SourceRecord(path: path, stamp: stamps[path] ?? .blank)
      guard case .success(let bytes) = reader.read(path) else {
        record.picture = PictureFile(PictureFault.unreadable)
        return record
      }
      record.digest = Fingerprint(of: bytes).value
      if let old = known[path], old.digest == record.digest {
        record.picture = old.picture
      } else {
        record.picture = PictureFile(bytes, named: path, digest: record.digest)
      }
      return record
    }
  }
}

extension PictureFile {
  /// What a picture's bytes show.
  fileprivate init(_ bytes: [UInt8], named name: String, digest: UInt64) {
    do throws(PictureFault) {
      let found = try PictureInspection(of: bytes, named: name)
      self.init(size: PixelSize(width: found.size.width, height: found.size.height))
      isOpaque = !found.hasAlpha
      fallback = found.fallback
      color = found.color.flatMap { Int($0.dropFirst(), radix: 16) }
    } catch {
      self.init(error)
    }
    self.digest = digest
  }

  fileprivate init(_ fault: PictureFault) {
    self.init()
    defect = PictureDefect(fault.summary, remedy: fault.hint)
  }
}

extension PictureInspection {
  /// The format of copies that every program reads; nil for what is published as it is: an
  /// animation would lose its motion, and a drawing is sharp at any size.
  fileprivate var fallback: PictureEncoding? {
    if format == .svg || frames > 1 { return nil }
    // What was saved without loss is most often drawn, and shows the traces of JPEG.
    return hasAlpha || format == .png || format == .gif ? .png : .jpeg
  }
}
