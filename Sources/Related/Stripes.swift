/// Work on many documents, shared out among a few tasks so that the result does not depend on
/// their number: in chunks, the first to the first task, the second to the second, and so on.
struct Stripes: Sendable {
  let count: Int
  var chunk = 128
  let jobs: Int

  init(count: Int, chunk: Int = 128, jobs: Int) {
    self.count = count
    self.chunk = chunk
    self.jobs = max(1, min(jobs, (count + chunk - 1) / chunk))
  }

  /// The results of the tasks, each of which is given its chunks, in order.
  func map<Result: Sendable>(
    _ work: @escaping @Sendable ([Range<Int>]) -> Result
  ) async -> [Result] {
    guard jobs > 1 else { return [work(chunks(of: 0))] }
    return await withTaskGroup(of: (Int, Result).self) { group in
      for job in 0..<jobs {
        group.addTask { (job, work(chunks(of: job))) }
      }
      var results: [(Int, Result)] = []
      for await result in group {
        results.append(result)
      }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// One result for each chunk, in the order of the chunks, from what each task made of its own.
  static func interleaved<Result>(_ stripes: [[Result]]) -> [Result] {
    (0..<(stripes.first?.count ?? 0)).flatMap { index in
      stripes.compactMap { index < $0.count ? $0[index] : nil }
    }
  }

  private func chunks(of job: Int) -> [Range<Int>] {
    stride(from: job * chunk, to: count, by: jobs * chunk).map { $0..<min($0 + chunk, count) }
  }
}
