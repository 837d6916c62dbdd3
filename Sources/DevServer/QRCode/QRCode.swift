/// A QR code (ISO/IEC 18004) for a short address, to be photographed from a screen.
///
/// Bytes at level L, which a screen needs no more than, in the five smallest sizes: those have one
/// block of error correction each.
package struct QRCode: Hashable, Sendable {
  /// Modules along each side.
  package let size: Int
  private var modules: [Bool]

  /// - Returns: Nil for more than 106 bytes.
  package init?(_ text: String) {
    guard let version = QRVersion(holding: text.utf8.count) else { return nil }
    let codewords = version.codewords(of: Array(text.utf8))
    let candidates = (0..<8).map { QRCode(version, codewords, mask: $0) }
    guard let best = candidates.min(by: { $0.penalty < $1.penalty }) else { return nil }
    self = best
  }

  /// Whether a module is dark; outside there is the light margin.
  package func isDark(_ row: Int, _ column: Int) -> Bool {
    0..<size ~= row && 0..<size ~= column && modules[row * size + column]
  }
}

extension QRCode {
  private init(_ version: QRVersion, _ codewords: [UInt8], mask: Int) {
    size = version.size
    modules = Array(repeating: false, count: size * size)
    let frame = QRFrame(version, mask: mask)
    for (place, isDark) in frame.modules { modules[place.row * size + place.column] = isDark }
    let bits: [Bool] = codewords.flatMap { byte in
      (0..<8).map { byte >> (7 - $0) & 1 == 1 }
    }
    for (index, place) in frame.dataPlaces.enumerated() {
      // The few modules that are left over are light before the mask.
      let bit = index < bits.count && bits[index]
      modules[place.row * size + place.column] = bit != Self.inverts(mask, place)
    }
  }

  private static func inverts(_ mask: Int, _ place: QRPlace) -> Bool {
    let (i, j) = (place.row, place.column)
    return switch mask {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: i * j % 2 + i * j % 3 == 0
    case 6: (i * j % 2 + i * j % 3) % 2 == 0
    default: ((i + j) % 2 + i * j % 3) % 2 == 0
    }
  }
}

extension QRCode {
  /// How far the code is from one that is easy to read.
  private var penalty: Int {
    let rows = (0..<size).map { row in (0..<size).map { isDark(row, $0) } }
    let columns = (0..<size).map { column in (0..<size).map { isDark($0, column) } }
    let lines = (rows + columns).map { Self.runs(in: $0) + Self.falseFinders(in: $0) }
    let share = modules.count { $0 } * 100 / modules.count
    return lines.reduce(0, +) + blocks + abs(share - 50) / 5 * 10
  }

  /// Five modules or more of one kind in a row.
  private static func runs(in line: [Bool]) -> Int {
    var (penalty, length) = (0, 0)
    for (index, isDark) in line.enumerated() {
      length = index > 0 && isDark == line[index - 1] ? length + 1 : 1
      if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
    }
    return penalty
  }

  /// What looks like the corner marks.
  private static func falseFinders(in line: [Bool]) -> Int {
    let mark = [true, false, true, true, true, false, true]
    let light = [false, false, false, false]
    let windows = line.indices.dropLast(10).map { line[$0..<$0 + 11] }
    return 40 * windows.count { $0.elementsEqual(mark + light) || $0.elementsEqual(light + mark) }
  }

  /// Squares of four modules of one kind.
  private var blocks: Int {
    var count = 0
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let first = isDark(row, column)
        if isDark(row, column + 1) == first, isDark(row + 1, column) == first,
          isDark(row + 1, column + 1) == first
        {
          count += 1
        }
      }
    }
    return 3 * count
  }
}
