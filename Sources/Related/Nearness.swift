/// How much more an article counts when it was published near another one.
///
/// 1 + 1/2 · 2^(-days/halfLife), in 65,536ths. Only the distance of two dates matters, never today.
struct Nearness: Sendable {
  static let unit = 65_536
  static let most = unit * 3 / 2

  private let factors: [Int32]

  init(halfLife: Int) {
    let halfLife = min(max(halfLife, 0), 100_000)
    // After 17 half-lives nothing is left of the half.
    factors = (0..<halfLife * 17).map { days in
      Int32(Self.unit + Self.halved(days, halfLife: halfLife) / 2)
    }
  }

  func factor(_ first: Int, _ second: Int) -> Int {
    let days = abs(first - second) / 86_400
    return days < factors.count ? Int(factors[days]) : Self.unit
  }
}

extension Nearness {
  /// 2^(-days/halfLife) in 65,536ths.
  private static func halved(_ days: Int, halfLife: Int) -> Int {
    var fraction = UInt64(days % halfLife) << 32 / UInt64(halfLife)
    var value: UInt64 = 1 << 32
    for root in roots {
      fraction <<= 1
      if fraction >> 32 == 1 { value = (value * root) >> 32 }
      fraction &= 0xFFFF_FFFF
    }
    return Int(value >> 16) >> (days / halfLife)
  }

  /// 2^(-1/2), 2^(-1/4) and so on, in 2^-32nds.
  private static let roots: [UInt64] = {
    var roots: [UInt64] = []
    var root: UInt64 = 1 << 31
    for _ in 0..<24 {
      root = squareRoot(root << 32)
      roots.append(root)
    }
    return roots
  }()
}

/// The largest whole number whose square is at most `value`.
func squareRoot(_ value: UInt64) -> UInt64 {
  guard value > 0 else { return 0 }
  // Newton's method from above descends until it is there.
  var root: UInt64 = 1 << UInt64((65 - value.leadingZeroBitCount) / 2)
  while true {
    let next = (root + value / root) / 2
    if next >= root { return root }
    root = next
  }
}
