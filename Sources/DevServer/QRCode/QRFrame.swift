/// A place in a QR code.
struct QRPlace: Hashable, Sendable {
  var row: Int
  var column: Int
}

/// What a QR code has besides its data: marks to find and to measure it by, and the mask's number.
struct QRFrame {
  private(set) var modules: [QRPlace: Bool] = [:]
  private let size: Int

  init(_ version: QRVersion, mask: Int) {
    size = version.size
    for (row, column) in [(0, 0), (0, size - 7), (size - 7, 0)] { addFinder(row, column) }
    for index in 8..<size - 8 {
      set(6, index, index % 2 == 0)
      set(index, 6, index % 2 == 0)
    }
    if version.number > 1 { addAlignment(around: size - 7) }
    addFormat(mask)
  }

  /// The places for data in the order in which they are filled: upwards and downwards in turn, in
  /// columns of two modules from the right.
  var dataPlaces: [QRPlace] {
    var places: [QRPlace] = []
    var isUpwards = true
    // The column of the vertical measuring line is skipped.
    for right in stride(from: size - 1, to: 0, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
      for step in 0..<size {
        for column in [right, right - 1] {
          let place = QRPlace(row: isUpwards ? size - 1 - step : step, column: column)
          if modules[place] == nil { places.append(place) }
        }
      }
      isUpwards.toggle()
    }
    return places
  }
}

extension QRFrame {
  private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard 0..<size ~= row, 0..<size ~= column else { return }
    modules[QRPlace(row: row, column: column)] = isDark
  }

  /// A corner mark and the light line around it.
  private mutating func addFinder(_ row: Int, _ column: Int) {
    for i in -1...7 {
      for j in -1...7 {
        let distance = max(abs(i - 3), abs(j - 3))
        set(row + i, column + j, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func addAlignment(around center: Int) {
    for i in -2...2 {
      for j in -2...2 { set(center + i, center + j, max(abs(i), abs(j)) != 1) }
    }
  }

  /// The level and the mask, with error correction, twice.
  private mutating func addFormat(_ mask: Int) {
    let data = 0b01 << 3 | mask
    var remainder = data << 10
    for bit in (10..<15).reversed() where remainder >> bit & 1 == 1 {
      remainder ^= 0b101_0011_0111 << (bit - 10)
    }
    let format = (data << 10 | remainder) ^ 0b101_0100_0001_0010
    let around = [0, 1, 2, 3, 4, 5, 7, 8]
    for bit in 0..<15 {
      let isDark = format >> bit & 1 == 1
      // Beside the top left mark: down its right side, then along its lower one.
      if bit < 8 { set(around[bit], 8, isDark) } else { set(8, around[14 - bit], isDark) }
      // Below the top right mark, and beside the lower left one.
      if bit < 8 { set(8, size - 1 - bit, isDark) } else { set(size - 15 + bit, 8, isDark) }
    }
    set(size - 8, 8, true)
  }
}
