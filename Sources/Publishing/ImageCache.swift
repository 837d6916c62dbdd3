import Foundation
import Imaging
import SiteModel

/// Encoded pictures that are kept from one build to the next, and from one machine to another.
///
/// An entry is found by its ``ImageKey`` and holds a digest of what it should be, so that one that
/// was cut short, damaged or renamed on its way here is as good as none.
struct ImageCache: Sendable {
  private let folder: OpenFolder

  /// Opens a folder of entries, which is made if it is not there.
  init(_ path: String) throws(SystemError) {
    // What keeps the folder from being made keeps it from being opened too, and says why.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    folder = try OpenFolder(path)
  }

  /// What was stored under a key; nil if there is nothing that can be trusted.
  func bytes(for key: ImageKey) -> [UInt8]? {
    guard var bytes = folder.contents(of: key.name), bytes.count > Self.sealLength else {
      return nil
    }
    let seal = bytes.suffix(Self.sealLength)
    bytes.removeLast(Self.sealLength)
    return seal.elementsEqual(Self.seal(of: bytes, for: key)) ? bytes : nil
  }

  /// Stores the bytes of a picture, in one step: whoever else is reading or storing the same key
  /// finds all of it or nothing.
  func store(_ bytes: [UInt8], for key: ImageKey) throws(SystemError) {
    // Another build may be storing the same picture, so the name is this call's alone.
    let staged = "\(key.name).\(String(UInt64.random(in: .min ... .max), radix: 36)).new"
    let file = try folder.makeFile(staged)
    try file.append(bytes)
    try file.append(Self.seal(of: bytes, for: key))
    _ = try file.finish()
    try folder.move(staged, to: key.name)
  }
}

/// Under which name a rendition is kept.
struct ImageKey: Hashable, Sendable {
  let name: String

  /// - Parameters:
  ///   - source: the digest of the picture's file.
  ///   - recipe: the ``Recipe/text`` or ``SocialCard/text``.
  ///   - format: what the rendition is.
  ///   - encoder: the version of libvips.
  init(source: UInt64, recipe: String, format: PictureFormat, encoder: String) {
    var print = Fingerprint("image")
    print.add(source)
    print.add(recipe)
    print.add(encoder)
    let digits = String(print.value, radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    name = "\(zeros)\(digits).\(format.fileExtension)"
  }
}

extension ImageCache {
  /// All files of the folder; one that goes meanwhile is left out.
  func entries() throws(SystemError) -> [(name: String, stamp: FileStamp)] {
    try folder.entries(of: "").compactMap { entry in
      folder.stamp(of: entry.name).map { (entry.name, $0) }
    }
  }

  func remove(_ name: String) throws(SystemError) { try folder.removeFile(name) }

  private static let sealLength = 8

  /// The digest of an entry, which stands behind the picture: programs still show the file.
  private static func seal(of bytes: [UInt8], for key: ImageKey) -> [UInt8] {
    var print = Fingerprint(key.name)
    print.add(bytes[...])
    return withUnsafeBytes(of: print.value.littleEndian) { Array($0) }
  }
}
