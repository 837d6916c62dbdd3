extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// Transforms the elements on up to `jobs` threads; results keep the elements' order.
  ///
  /// The elements are handed out in chunks small enough that an expensive one does not leave the
  /// other threads idle, so the work is shared evenly whatever the elements cost.
  package func concurrentMap<Result: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    let size = Swift.max(1, Swift.min(64, count / Swift.max(1, jobs * 8)))
    guard jobs > 1, count > 1 else { return indices.map { transform(self[$0]) } }
    let starts = Array(stride(from: startIndex, to: endIndex, by: size))
    var chunks = [[Result]](repeating: [], count: starts.count)
    await withTaskGroup(of: (Int, [Result]).self) { group in
      var next = 0
      func addTask() {
        guard next < starts.count else { return }
        let chunk = next
        let range = starts[chunk]..<Swift.min(starts[chunk] + size, endIndex)
        // By position, since an element that is handed out by an iterator is copied.
        group.addTask { (chunk, range.map { transform(self[$0]) }) }
        next += 1
      }
      for _ in 0..<jobs { addTask() }
      for await (chunk, results) in group {
        chunks[chunk] = results
        addTask()
      }
    }
    return chunks.flatMap(\.self)
  }
}
