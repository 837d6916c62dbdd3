/// A 64-bit hash that is the same in every process (FNV-1a), unlike `Hasher`.
///
/// It tells versions of a thing apart and is no protection against people.
struct StableHash {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ text: String = "") {
    add(text)
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Sixteen digits.
  var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
