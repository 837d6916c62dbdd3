/// Makes renditions of one picture.
package enum PictureEncoder {
  /// Encodes a picture in several ways, decoding it as few times as there are sizes to begin with.
  ///
  /// What comes out is upright, in sRGB with 8 bits, and says of itself no more than the marking.
  /// Of a picture that moves, a scaled WebP moves too; all others show its first frame. The bytes
  /// of a rendition are the same whatever other renditions are made along with it.
  ///
  /// - Parameters:
  ///   - renditions: what is wanted.
  ///   - bytes: the picture's file.
  ///   - inspection: what is known of it.
  ///   - marking: what all of them say about where they come from.
  /// - Returns: The bytes of each rendition, in their order; nil for one that has no encoder here,
  ///   or that is larger than its format can be.
  /// - Throws: What is wrong with the picture.
  package static func encode(
    _ renditions: [Rendition], of bytes: [UInt8], _ inspection: PictureInspection,
    marking: PictureMarking
  ) throws(PictureFault) -> [[UInt8]?] {
    guard let bytes = inspection.format == .svg ? SVGSanitizer.sanitize(bytes) : bytes else {
      throw .unreadable
    }
    let xmp = marking.isEmpty ? [] : marking.xmp
    var encoded = [[UInt8]?](repeating: nil, count: renditions.count)
    for (beginning, places) in renditions.indices.grouped(by: {
      Beginning(of: renditions[$0], inspection)
    }) {
      guard let picture = VipsPicture.decoding(bytes, beginning) else {
        throw PictureFault(of: bytes, inspection.format)
      }
      for (shape, places) in places.grouped(by: { renditions[$0].shape }) {
        if beginning.isMoving {
          for place in places { encoded[place] = picture.encoded(as: renditions[place], xmp: xmp) }
          continue
        }
        guard let shaped = picture.shaped(shape, of: inspection.size) else { throw .unreadable }
        for place in places { encoded[place] = shaped.encoded(as: renditions[place], xmp: xmp) }
      }
    }
    return encoded
  }
}

/// What of a picture is decoded, and how large.
private struct Beginning: Hashable {
  var size: PictureSize
  var isMoving = false

  /// A function of the rendition alone: what is made along with it must not change its bytes.
  init(of rendition: Rendition, _ inspection: PictureInspection) {
    let original = inspection.size
    let size = rendition.shape.size(of: original)
    if case .scaled = rendition.shape, rendition.format == .webp, inspection.frames > 1 {
      self.size = size
      isMoving = true
      return
    }
    let cut = rendition.shape.cut(of: original).size
    let needed = max(
      (size.width * original.width).divided(by: cut.width),
      (size.height * original.width).divided(by: cut.height))
    if inspection.format == .svg {
      // A drawing can be decoded at any size, and is sharp in all of them.
      let height = (original.height * needed).divided(by: original.width)
      self.size = PictureSize(width: needed, height: max(1, height))
    } else {
      var width = Self.smallestWidth
      while width < needed { width *= 2 }
      self.size = Rendition.Shape.scaled(width: width).size(of: original)
    }
  }

  /// So wide that nearly all renditions of a picture begin with the same pixels.
  private static let smallestWidth = 1_600
}

extension Sequence where Element == Int {
  /// The places with the same key, in the order in which the keys appear.
  fileprivate func grouped<Key: Hashable>(by key: (Int) -> Key) -> [(Key, [Int])] {
    Dictionary(grouping: self, by: key).map { ($0.key, $0.value) }.sorted { $0.1[0] < $1.1[0] }
  }
}

extension VipsPicture {
  fileprivate static func decoding(_ bytes: [UInt8], _ beginning: Beginning) -> VipsPicture? {
    beginning.isMoving
      ? decodingAllFrames(of: bytes, to: beginning.size) : decoding(bytes, to: beginning.size)
  }
}

extension VipsPicture {
  /// The shape of an original of the given size, made of this picture of all of it.
  fileprivate func shaped(_ shape: Rendition.Shape, of original: PictureSize) -> VipsPicture? {
    let wanted = shape.size(of: original)
    let cut = shape.cut(of: original)
    guard cut.size != original else { return resized(to: wanted) }
    return self.cut(cut.scaled(from: original, to: size))?.resized(to: wanted)
  }
}

extension PictureCut {
  /// The same part of the same picture at another size.
  fileprivate func scaled(from original: PictureSize, to size: PictureSize) -> PictureCut {
    let width = max(1, (self.size.width * size.width).rounded(by: original.width))
    let height = max(1, (self.size.height * size.height).rounded(by: original.height))
    return PictureCut(
      left: min((left * size.width).rounded(by: original.width), size.width - width),
      top: min((top * size.height).rounded(by: original.height), size.height - height),
      size: PictureSize(width: width, height: height))
  }
}

extension Int {
  /// Rounded up.
  fileprivate func divided(by divisor: Int) -> Int { (self + divisor - 1) / divisor }

  /// Rounded to the nearest.
  fileprivate func rounded(by divisor: Int) -> Int { (self + divisor / 2) / divisor }
}
