import Synchronization

/// Work on many documents, in chunks that a few tasks take one after another.
///
/// A task takes the next chunk when it is done with one, since the processors of a machine are seldom
/// equally free. So nothing may depend on who took which.
struct Chunks: Sendable {
  private let count: Int
  private let size: Int
  private let jobs: Int

  init(count: Int, size: Int = 128, jobs: Int) {
    self.count = count
    self.size = size
    self.jobs = max(1, min(jobs, (count + size - 1) / size))
  }

  /// One result for each chunk, in their order.
  func map<Result: Sendable>(
    _ work: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    await map(with: {}, each: { _, range in work(range) })
  }

  /// One result for each chunk, in their order; each task has a tool of its own.
  func map<Tool, Result: Sendable>(
    with tool: @escaping @Sendable () -> Tool,
    each work: @escaping @Sendable (inout Tool, Range<Int>) -> Result
  ) async -> [Result] {
    let shares = await share { chunks in
      var tool = tool()
      return chunks.map { (number: $0.number, result: work(&tool, $0.range)) }
    }
    return shares.joined().sorted { $0.number < $1.number }.map(\.result)
  }

  /// The results of the tasks, each of which takes some of the chunks, in ascending order.
  func share<Result: Sendable>(
    _ work: @escaping @Sendable (UntakenChunks) -> Result
  ) async -> [Result] {
    let chunks = UntakenChunks(count: count, size: size)
    guard jobs > 1 else { return [work(chunks)] }
    return await withTaskGroup(of: Result.self) { group in
      for _ in 0..<jobs {
        group.addTask { work(chunks) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}

/// The chunks that no task has taken yet.
final class UntakenChunks: Sequence, IteratorProtocol, Sendable {
  private let count: Int
  private let size: Int
  private let taken = Atomic(0)

  init(count: Int, size: Int) {
    (self.count, self.size) = (count, size)
  }

  func next() -> (number: Int, range: Range<Int>)? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    let start = number * size
    return start < count ? (number, start..<Swift.min(start + size, count)) : nil
  }
}
