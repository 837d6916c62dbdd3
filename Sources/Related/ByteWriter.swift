/// Writes numbers and texts as bytes, the lower ones first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  /// How many bytes of raw numbers were counted and left out; nil if they are written.
  private var omitted: Int?

  init() {}

  /// With room for what `write` writes: to make more of it again and again copies many megabytes.
  init(for write: (inout ByteWriter) -> Void) {
    var measure = ByteWriter()
    measure.omitted = 0
    write(&measure)
    bytes.reserveCapacity(measure.bytes.count + (measure.omitted ?? 0))
  }

  /// Seven bits in a byte, so that small numbers take one.
  @inline(__always)
  mutating func write(_ value: Int) {
    var rest = UInt64(truncatingIfNeeded: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(fixed value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Numbers as they stand in memory: quick to write and to read, for a file that stays here.
  mutating func write<Value: FixedWidthInteger & BitwiseCopyable>(raw values: [Value]) {
    write(values.count)
    let size = values.count * MemoryLayout<Value>.size
    if let omitted {
      self.omitted = omitted + size
      return
    }
    var offset = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: size))
    var target = bytes.mutableSpan
    var raw = target.mutableBytes
    for value in values {
      raw.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Value.self)
      offset &+= MemoryLayout<Value>.size
    }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}
