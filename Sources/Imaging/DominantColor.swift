/// The color that most of a picture is close to.
struct DominantColor {
  /// As `#rrggbb`.
  let text: String

  /// Of a small picture in sRGB or grey; nil if nothing of it is opaque.
  init?(of picture: borrowing VipsPicture) {
    let size = picture.size
    let pixels = picture.pixels()
    guard size.area > 0, pixels.count >= size.area else { return nil }
    let bands = pixels.count / size.area
    var boxes = [Box](repeating: Box(), count: 512)
    for start in stride(from: 0, to: size.area * bands, by: bands) {
      let isGrey = bands < 3
      if bands == 2 || bands == 4, pixels[start + bands - 1] < 128 { continue }
      let red = pixels[start]
      let green = isGrey ? red : pixels[start + 1]
      let blue = isGrey ? red : pixels[start + 2]
      boxes[Int(red >> 5) << 6 | Int(green >> 5) << 3 | Int(blue >> 5)].add(red, green, blue)
    }
    guard let largest = boxes.max(by: { $0.count < $1.count }), largest.count > 0 else {
      return nil
    }
    text = largest.mean
  }

  /// Colors that are close to one another, with three bits of each component in common.
  private struct Box {
    var count = 0
    var (red, green, blue) = (0, 0, 0)

    mutating func add(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      count += 1
      self.red += Int(red)
      self.green += Int(green)
      self.blue += Int(blue)
    }

    var mean: String {
      [red, green, blue].reduce(into: "#") { text, sum in
        let value = String(sum / count, radix: 16)
        text += value.utf8.count == 1 ? "0\(value)" : value
      }
    }
  }
}
