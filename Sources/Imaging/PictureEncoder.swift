/// Makes renditions of one picture.
package enum PictureEncoder {
  /// Encodes a picture in several ways, decoding it only once.
  ///
  /// What comes out is upright, in sRGB with 8 bits, and says of itself no more than the marking.
  /// Of a picture that moves, a scaled WebP moves too; all others show its first frame.
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
    guard !renditions.isEmpty else { return [] }
    let bytes = inspection.format == .svg ? SVGSanitizer.sanitize(bytes) ?? [] : bytes
    let xmp = marking.isEmpty ? [] : marking.xmp
    var encoded = [[UInt8]?](repeating: nil, count: renditions.count)
    let moving = renditions.indices.filter { renditions[$0].moves(inspection) }
    for place in moving {
      let size = renditions[place].shape.size(of: inspection.size)
      guard let animation = VipsPicture.decodingAllFrames(of: bytes, to: size) else {
        throw PictureFault(of: bytes, inspection.format)
      }
      encoded[place] = animation.encoded(as: renditions[place], xmp: xmp)
    }
    let still = Set(renditions.indices).subtracting(moving)
    guard !still.isEmpty else { return encoded }
    let decoded = sizeToDecode(for: still.map { renditions[$0] }, inspection)
    guard let picture = VipsPicture.decoding(bytes, to: decoded) else {
      throw PictureFault(of: bytes, inspection.format)
    }
    for (shape, places) in positions(of: renditions) where places.contains(where: still.contains) {
      guard let shaped = picture.shaped(shape, of: inspection.size) else { throw .unreadable }
      for place in places where still.contains(place) {
        encoded[place] = shaped.encoded(as: renditions[place], xmp: xmp)
      }
    }
    return encoded
  }
}

extension Rendition {
  /// Whether it shows more than the first frame of a picture.
  fileprivate func moves(_ inspection: PictureInspection) -> Bool {
    guard case .scaled = shape else { return false }
    return format == .webp && inspection.frames > 1
  }
}

extension PictureEncoder {
  /// The smallest size of the whole picture that no rendition has to be enlarged from.
  private static func sizeToDecode(
    for renditions: [Rendition], _ inspection: PictureInspection
  ) -> PictureSize {
    let original = inspection.size
    let widths = renditions.map { rendition in
      let (size, cut) = (rendition.shape.size(of: original), rendition.shape.cut(of: original).size)
      return max(
        (size.width * original.width).divided(by: cut.width),
        (size.height * original.width).divided(by: cut.height))
    }
    let width = max(1, widths.max() ?? 1)
    // A drawing can be decoded at any size, and is sharp in all of them.
    guard inspection.format == .svg else {
      return Rendition.Shape.scaled(width: width).size(of: original)
    }
    return PictureSize(
      width: width, height: max(1, (original.height * width).divided(by: original.width)))
  }

  /// The renditions of each shape, in the order in which the shapes appear.
  private static func positions(
    of renditions: [Rendition]
  ) -> [(Rendition.Shape, [Int])] {
    var places: [Rendition.Shape: [Int]] = [:]
    for (place, rendition) in renditions.enumerated() {
      places[rendition.shape, default: []].append(place)
    }
    return places.map { ($0.key, $0.value) }.sorted { $0.1[0] < $1.1[0] }
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
