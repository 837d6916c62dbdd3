/// Writes values to bytes or reads them back, field by field.
///
/// A type names its fields once, in ``Recorded/record(with:)``, and both directions follow. So what
/// is written and what is read cannot drift apart.
protocol RecordCoder {
  static var isReading: Bool { get }
  /// The file that places lie in unless they say otherwise.
  var file: String { get }

  mutating func code(_ number: inout Int)
  mutating func code(_ number: inout UInt64)
  mutating func code(_ text: inout String)
  mutating func code(_ bytes: inout ArraySlice<UInt8>)
  /// How many elements follow: the given number when writing, the noted one when reading.
  mutating func count(_ count: Int) -> Int
  /// Says that what was read is none of the values that can have been written.
  mutating func refuse()
}

/// A value that the cache keeps.
protocol Recorded {
  /// What reading starts from; every field of it is then read.
  static var blank: Self { get }
  /// Passes every stored property to the coder, always in the same order.
  mutating func record(with coder: inout some RecordCoder)
}

extension RecordCoder {
  mutating func code(_ value: inout some Recorded) {
    value.record(with: &self)
  }

  mutating func code(_ bytes: inout [UInt8]) {
    var slice = bytes[...]
    code(&slice)
    if Self.isReading { bytes = Array(slice) }
  }

  mutating func code(_ flag: inout Bool) {
    var number = flag ? 1 : 0
    code(&number)
    flag = number == 1
  }

  mutating func code<Value: Recorded>(_ value: inout Value?) {
    guard count(value == nil ? 0 : 1) == 1 else {
      value = nil
      return
    }
    var inner = value ?? .blank
    code(&inner)
    value = inner
  }

  mutating func code<Value: Recorded>(_ values: inout [Value]) {
    let number = count(values.count)
    if Self.isReading { values = [Value](repeating: .blank, count: number) }
    for index in values.indices { code(&values[index]) }
  }

  /// Pairs are written in the order of their keys, so that equal dictionaries are equal bytes.
  mutating func code<Value: Recorded>(_ table: inout [String: Value]) {
    var pairs =
      Self.isReading ? [] : table.sorted { $0.key < $1.key }.map { Pair($0.key, $0.value) }
    code(&pairs)
    guard Self.isReading else { return }
    table = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
  }

  mutating func code(_ texts: inout Set<String>) {
    var list = Self.isReading ? [] : texts.sorted()
    code(&list)
    if Self.isReading { texts = Set(list) }
  }

  /// A case of an enumeration by the text that stands for it.
  mutating func code<Value: RawRepresentable<String>>(_ value: inout Value) {
    var text = value.rawValue
    code(&text)
    guard Self.isReading else { return }
    if let known = Value(rawValue: text) { value = known } else { refuse() }
  }
}

/// An entry of a dictionary.
private struct Pair<Value: Recorded>: Recorded {
  var key: String
  var value: Value

  init(_ key: String, _ value: Value) {
    self.key = key
    self.value = value
  }

  static var blank: Pair { Pair("", .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&key)
    coder.code(&value)
  }
}

extension Int: Recorded {
  static var blank: Int { 0 }
  mutating func record(with coder: inout some RecordCoder) { coder.code(&self) }
}

extension UInt64: Recorded {
  static var blank: UInt64 { 0 }
  mutating func record(with coder: inout some RecordCoder) { coder.code(&self) }
}

extension String: Recorded {
  static var blank: String { "" }
  mutating func record(with coder: inout some RecordCoder) { coder.code(&self) }
}

extension Array: Recorded where Element: Recorded {
  static var blank: [Element] { [] }
  mutating func record(with coder: inout some RecordCoder) { coder.code(&self) }
}
