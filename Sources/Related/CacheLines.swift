/// Has the processor fetch what is looked at soon.
///
/// Most of what a document is compared with lies somewhere else in memory, far from the processor.
/// It waits for one place at a time where each is used as soon as it is read, but fetches many side
/// by side in a loop that does nothing else.
struct CacheLines {
  /// What was read, so that the reading cannot be left out.
  private var sum: UInt64 = 0

  /// Reads a value in each line of the processor's cache.
  @inline(__always)
  mutating func fetch<Value: FixedWidthInteger & BitwiseCopyable>(
    _ values: [Value], _ range: Range<Int>
  ) {
    guard let last = range.last else { return }
    let part = values.span.extracting(range)
    for place in stride(from: 0, to: part.count, by: 64 / MemoryLayout<Value>.size) {
      sum &+= UInt64(truncatingIfNeeded: part[place])
    }
    sum &+= UInt64(truncatingIfNeeded: values[last])
  }
}
