/// How the pixels of a picture are written.
package enum PictureEncoding: String, Hashable, Sendable, CaseIterable {
  case avif
  case webp
  case jpeg
  case png

  /// What its files' names end with, without the dot.
  package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

  package var mediaType: String { "image/\(rawValue)" }
}
