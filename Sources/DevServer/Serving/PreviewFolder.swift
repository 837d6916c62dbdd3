import Foundation
import Hummingbird

/// The folder that is served: gives the file middleware its files, and none from elsewhere.
struct PreviewFolder: FileProvider {
  let path: String

  /// Opens what a request asks for by its path, decoded and below the base path.
  func getFileIdentifier(_ path: String) -> ServedFile? {
    guard Self.isInside(path) else { return nil }
    guard let root = ServedFile(opening: self.path)?.realPath,
      let file = ServedFile(opening: "\(self.path)\(path)"), let place = file.realPath
    else { return nil }
    // A link may lead anywhere; what counts is where that which was opened lies.
    guard place == root || place.hasPrefix("\(root)/") else { return nil }
    // Hosts know no page under the name of a file with a slash.
    if path.hasSuffix("/"), file.attributes?.isFolder == false { return nil }
    return file
  }

  func getAttributes(id: ServedFile) -> ServedFile.Attributes? {
    id.attributes
  }

  func loadFile(id: ServedFile, context: some RequestContext) -> ResponseBody {
    id.body()
  }

  func loadFile(
    id: ServedFile, range: ClosedRange<Int>, context: some RequestContext
  ) throws -> ResponseBody {
    guard let size = id.attributes?.size, range.lowerBound < size else {
      throw HTTPError(.rangeNotSatisfiable)
    }
    return id.body(range)
  }
}

extension PreviewFolder {
  /// Answers requests for files whose path begins with a base path.
  func middleware(under base: String) -> FileMiddleware<BasicRequestContext, PreviewFolder> {
    FileMiddleware(
      fileProvider: self, urlBasePath: base.removingPercentEncoding ?? base,
      searchForIndexHtml: true
    )
    .withAdditionalMediaTypes(forFileExtensions: Self.mediaTypes)
  }

  /// A file of the folder as text; nil if it is not there.
  func text(of path: String) -> String? {
    getFileIdentifier(path)?.contents().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a path names nothing but parts of the folder that are for visitors.
  private static func isInside(_ path: String) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
    else { return false }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts.removeLast() }
    return parts.allSatisfy { !$0.isEmpty && (!$0.hasPrefix(".") || $0 == ".well-known") }
  }

  /// Text is in UTF-8, and some types are newer than the library's list.
  private static let mediaTypes: [String: MediaType] = [
    "html": utf8(.text, "html"), "css": utf8(.text, "css"), "js": utf8(.text, "javascript"),
    "txt": utf8(.text, "plain"), "xml": utf8(.application, "xml"),
    "avif": MediaType(type: .image, subType: "avif"),
  ]

  private static func utf8(_ type: MediaType.Category, _ subType: String) -> MediaType {
    MediaType(type: type, subType: subType, parameter: ("charset", "utf-8"))
  }
}
