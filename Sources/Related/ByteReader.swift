/// Reads what a ``ByteWriter`` wrote; beyond the end, and after damage, everything is zero.
struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private let end: Int
  private var offset = 0
  /// Whether something was not as it was written.
  private(set) var isDamaged = false

  /// Reads all but the last `tail` bytes.
  init(_ bytes: [UInt8], tail: Int = 0) {
    self.bytes = bytes
    end = max(bytes.count - tail, 0)
  }

  @inline(__always)
  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end, shift < 64 {
      let byte = bytes[offset]
      offset &+= 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
      shift &+= 7
    }
    isDamaged = true
    return 0
  }

  /// A number of things that each take at least `size` bytes.
  mutating func count(of size: Int = 1) -> Int {
    let count = number()
    guard count >= 0, count <= (end - offset) / size else {
      isDamaged = true
      return 0
    }
    return count
  }

  mutating func fixed() -> UInt64 {
    guard end - offset >= 8 else {
      isDamaged = true
      return 0
    }
    var value: UInt64 = 0
    for index in 0..<8 {
      value |= UInt64(bytes[offset &+ index]) << (UInt64(index) &* 8)
    }
    offset += 8
    return value
  }

  /// Numbers that were written as they stood in memory.
  mutating func raw<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type = Value.self
  ) -> [Value] {
    let size = MemoryLayout<Value>.size
    let count = count(of: size)
    let (bytes, offset) = (bytes, offset)
    let raw = bytes.span.bytes
    var values = [Value](repeating: 0, count: count)
    var span = values.mutableSpan
    for index in span.indices {
      span[index] = Value(
        littleEndian: raw.unsafeLoadUnaligned(
          fromByteOffset: offset &+ index &* size, as: Value.self))
    }
    self.offset += count * size
    return values
  }

  /// Passes over such numbers, and returns how many they are.
  @discardableResult
  mutating func skip<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) -> Int {
    let count = count(of: MemoryLayout<Value>.size)
    offset += count * MemoryLayout<Value>.size
    return count
  }

  mutating func text() -> String {
    let count = count()
    let text = String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    offset += count
    return text
  }
}
