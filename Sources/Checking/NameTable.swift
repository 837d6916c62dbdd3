/// Values by the digests of names, for what is looked up many times on every page.
///
/// A digest is as good a place in the table as any other number, so that nothing is hashed again.
struct NameTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int

  /// A table with room for so many names.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
    mask = size - 1
  }

  subscript(name: NameHash) -> Value? {
    get { values[place(of: name)] }
    set {
      let place = place(of: name)
      keys[place] = name.number
      values[place] = newValue
    }
  }

  /// Where a name stands, or would stand.
  @inline(__always)
  private func place(of name: NameHash) -> Int {
    var place = Int(truncatingIfNeeded: name.number ^ name.number >> 32) & mask
    while keys[place] != name.number, values[place] != nil { place = (place + 1) & mask }
    return place
  }
}
