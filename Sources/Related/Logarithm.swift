/// Binary logarithms in whole numbers: the same on every machine.
enum Logarithm {
  static let fractionBits = 12

  /// log2(1 + count/100) in 4,096ths.
  static func damped(hundredths count: Int) -> Int {
    count < table.count ? Int(table[count]) : computed(count)
  }

  /// floor(2 · log2((documents + 1) / (frequency + 1/2))): how rare a term is, in half octaves.
  static func halfOctaves(documents: Int, frequency: Int) -> Int {
    // Both sides squared, so that half steps become whole ones.
    let total = (UInt64(documents) * 2 + 2).multipliedFullWidth(by: UInt64(documents) * 2 + 2)
    let share = (UInt64(frequency) * 2 + 1).multipliedFullWidth(by: UInt64(frequency) * 2 + 1)
    var step = 0
    while step < 63, isAtMost(doubled(share, step + 1), total) {
      step += 1
    }
    return step
  }
}

extension Logarithm {
  private typealias Wide = (high: UInt64, low: UInt64)

  private static let table: [UInt32] = (0..<8192).map { UInt32(computed($0)) }

  private static func computed(_ count: Int) -> Int {
    (fixed(UInt64(max(count, 0)) + 100) - fixed(100)) >> (24 - fractionBits)
  }

  /// log2 in 2^-24ths, a bit at a time: squaring doubles a logarithm.
  private static func fixed(_ value: UInt64) -> Int {
    let whole = 63 - value.leadingZeroBitCount
    var mantissa = (value << UInt64(63 - whole)) >> 32
    var result = whole
    for _ in 0..<24 {
      mantissa = (mantissa * mantissa) >> 31
      result <<= 1
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        result |= 1
      }
    }
    return result
  }

  private static func doubled(_ value: Wide, _ times: Int) -> Wide {
    (value.high << times | value.low >> (64 - times), value.low << times)
  }

  private static func isAtMost(_ left: Wide, _ right: Wide) -> Bool {
    (left.high, left.low) <= (right.high, right.low)
  }
}
