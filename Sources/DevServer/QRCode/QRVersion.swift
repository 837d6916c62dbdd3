/// The size of a QR code at level L, and what it holds.
struct QRVersion: Hashable, Sendable {
  /// From 1 to 5.
  let number: Int
  /// Bytes of data, and of error correction.
  private let data: Int
  private let correction: Int

  private static let capacities: [(data: Int, correction: Int)] = [
    (19, 7), (34, 10), (55, 15), (80, 20), (108, 26),
  ]

  /// The smallest version with room for so many bytes.
  init?(holding count: Int) {
    // Two bytes go to the kind of the data and its length.
    guard let index = Self.capacities.firstIndex(where: { $0.data >= count + 2 }) else {
      return nil
    }
    number = index + 1
    (data, correction) = Self.capacities[index]
  }

  var size: Int { 17 + 4 * number }

  /// The data with what pads it, and the error correction.
  func codewords(of bytes: [UInt8]) -> [UInt8] {
    // Four bits say that bytes follow, eight say how many: all that follows is moved by half a byte.
    var nibbles: [UInt8] = [0b0100, UInt8(bytes.count) >> 4, UInt8(bytes.count) & 15]
    for byte in bytes { nibbles += [byte >> 4, byte & 15] }
    nibbles.append(0)
    var bytes = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    for index in 0..<data - bytes.count { bytes.append(index % 2 == 0 ? 0xec : 0x11) }
    return bytes + ReedSolomon(count: correction).correction(of: bytes)
  }
}
