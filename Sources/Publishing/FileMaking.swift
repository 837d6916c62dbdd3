import Content
import Imaging
import SiteModel
import Syndication

/// Makes the bytes of each file of the output when they are wanted.
struct FileMaking: Sendable {
  let reader: ContentReader
  let feeds: FeedWriter?
  let pictures: EncodedPictures
  let render: @Sendable (SitePage) -> [UInt8]

  func source(of file: PlannedFile) -> Result<FileSource, OutputFailure> {
    switch file.content {
    case .page(let page): .success(.bytes(render(page)))
    case .bytes(let bytes): .success(.bytes(bytes))
    case .feed(let plan): .success(.bytes(feeds?.bytes(of: plan) ?? []))
    case .copy(let path):
      reader.openFile(path).map(FileSource.file)
        .mapError { OutputFailure(diagnostic: $0.diagnostic) }
    case .drawing(let path):
      reader.read(path).map { .bytes(SVGSanitizer.sanitize($0) ?? []) }
        .mapError { OutputFailure(diagnostic: $0.diagnostic) }
    case .rendition, .card: pictures.bytes(of: file.permalink).map(FileSource.bytes)
    case .compressed(let original, let encoding):
      // Making the original once more costs a twentieth of compressing it.
      source(of: original).flatMap { source in
        Result { () throws(OutputFailure) in
          let text = try source.allBytes()
          guard let bytes = encoding.compressed(text, original.compressionEffort) else {
            throw OutputFailure(diagnostic: OutputMessage.cannotCompress("there is no memory"))
          }
          return .bytes(bytes)
        }
      }
    }
  }
}
