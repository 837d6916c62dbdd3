import Foundation

/// What other sites answered, and when: one address a line, in a file that is never needed.
struct ExternalAnswers {
  private struct Entry {
    var answer: ExternalCheck.Answer
    /// In seconds since 1970.
    var time: Int
  }

  private let path: String?
  private var entries: [String: Entry] = [:]

  /// Reads what is known; a file that is not there, or is damaged, says nothing.
  init(at path: String?) {
    self.path = path
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, let time = Int(parts[0]), let status = Int(parts[1]) else { continue }
      entries[String(parts[2])] = Entry(answer: .status(status), time: time)
    }
  }

  /// A good answer that is not too old, and not of the future.
  func answer(for address: String, at now: Int, validFor seconds: Int) -> ExternalCheck.Answer? {
    guard let entry = entries[address], entry.time <= now, now - entry.time < seconds else {
      return nil
    }
    return entry.answer
  }

  /// Keeps the good answers, and forgets addresses that nothing links to any more.
  mutating func keep(_ answers: [String: ExternalCheck.Answer], of all: Set<String>, at now: Int) {
    entries = entries.filter { all.contains($0.key) && answers[$0.key] == nil }
    for (address, answer) in answers {
      guard case .status = answer, answer.problem == nil else { continue }
      entries[address] = Entry(answer: answer, time: now)
    }
  }

  /// Writes what is known in one step; without it the next check only asks again.
  func write() -> Bool {
    guard let path else { return true }
    var text = ""
    for (address, entry) in entries.sorted(by: { $0.key < $1.key }) {
      guard case .status(let status) = entry.answer else { continue }
      text += "\(entry.time)\t\(status)\t\(address)\n"
    }
    do {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
      return true
    } catch {
      return false
    }
  }
}
