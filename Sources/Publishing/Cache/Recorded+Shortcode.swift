import SiteModel

extension ShortcodeCall: Recorded {
  static var blank: ShortcodeCall {
    ShortcodeCall(name: "", arguments: [], display: .block, range: 0..<0)
  }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&name)
    coder.code(&arguments)
    coder.code(&display)
    var (start, length) = (range.lowerBound, range.count)
    coder.code(&start)
    coder.code(&length)
    if length >= 0, start >= 0, length < Int.max - start {
      range = start..<start + length
    } else {
      coder.refuse()
    }
    coder.code(&innerCount)
    coder.code(&innerText)
  }
}

extension ShortcodeArgument: Recorded {
  static var blank: ShortcodeArgument {
    ShortcodeArgument(name: "", kind: .text, value: "", place: .blank)
  }

  /// What it names is found anew in every build: other files decide that.
  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&name)
    coder.code(&kind)
    coder.code(&value)
    coder.code(&place)
    coder.code(&isLocal)
  }
}
