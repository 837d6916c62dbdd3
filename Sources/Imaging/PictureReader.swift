import CVips

/// Reads what pages need to know about pictures, through libvips.
package enum PictureReader {
  /// Why no picture can be read at all; nil if they can.
  package static var problem: String? {
    sitegen_vips_problem().map { String(cString: $0) }
  }

  /// Whether a file's name says that it is a picture.
  package static func isPicture(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return extensions.contains(path[path.index(after: dot)...].lowercased())
  }

  /// The size in pixels as shown; nil if the file is no picture that libvips can read.
  package static func size(ofFile path: String) -> (width: Int, height: Int)? {
    var width: Int32 = 0
    var height: Int32 = 0
    guard sitegen_vips_size(path, &width, &height) == 0 else { return nil }
    return (Int(width), Int(height))
  }

  private static let extensions: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "tif", "tiff",
  ]
}
