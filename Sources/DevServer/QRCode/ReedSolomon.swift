/// Error correction over the field of 256 elements that QR codes use.
struct ReedSolomon {
  /// The coefficients of the generator below the first, which is 1.
  private let generator: [UInt8]

  /// - Parameter count: how many bytes of correction to make.
  init(count: Int) {
    var polynomial: [UInt8] = [1]
    var root: UInt8 = 1
    for _ in 0..<count {
      // Multiplied by x plus the root.
      var product = polynomial + [0]
      for (index, coefficient) in polynomial.enumerated() {
        product[index + 1] ^= Self.multiply(coefficient, root)
      }
      polynomial = product
      root = Self.multiply(root, 2)
    }
    generator = Array(polynomial.dropFirst())
  }

  /// The remainder of the data, as a polynomial, divided by the generator.
  func correction(of data: [UInt8]) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: generator.count)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for (index, coefficient) in generator.enumerated() {
        remainder[index] ^= Self.multiply(coefficient, factor)
      }
    }
    return remainder
  }

  /// The product modulo x⁸ + x⁴ + x³ + x² + 1.
  private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product: UInt8 = 0
    for bit in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) &* 0x1d
      if right >> bit & 1 == 1 { product ^= left }
    }
    return product
  }
}
