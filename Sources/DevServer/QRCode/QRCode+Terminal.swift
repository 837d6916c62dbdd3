extension QRCode {
  /// Whether a terminal may be told colours.
  package enum Palette: Hashable, Sendable {
    /// Black on white, whatever the terminal's own colours.
    case blackOnWhite
    /// The terminal's own, taken for light on dark.
    case none
  }

  /// The code for a terminal, two modules above one another in each character, with a margin.
  package func text(_ palette: Palette) -> String {
    let margin = 2
    let lines = stride(from: -margin, to: size + margin, by: 2).map { row in
      (-margin..<size + margin).map { column in
        let (upper, lower) = (isDark(row, column), isDark(row + 1, column))
        return switch palette {
        case .blackOnWhite: Self.block(upper, lower)
        case .none: Self.block(!upper, !lower)
        }
      }.joined()
    }
    return lines.map { palette == .none ? $0 : "\u{1b}[30;107m\($0)\u{1b}[0m" }
      .joined(separator: "\n")
  }

  private static func block(_ upper: Bool, _ lower: Bool) -> String {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }
}
