import Foundation
import SiteModel
import Synchronization
import TestSupport
import Testing

@testable import Markdown

/// The library is not thread-safe while it parses inlines: what is rendered at once must be what is
/// rendered alone.
@Suite(.serialized) struct ParallelTests {
  @Test(arguments: 1...3)
  func manyThreadsGiveTheSameBytes(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    let texts = (0..<400).map { Self.text($0, using: &random) }
    let alone = texts.map { render($0) }

    let results = Mutex([RenderedMarkdown?](repeating: nil, count: texts.count))
    let threads = (0..<8).map { worker in
      Thread {
        for index in stride(from: worker, to: texts.count, by: 8) {
          let rendered = render(texts[index])
          results.withLock { $0[index] = rendered }
        }
      }
    }
    for thread in threads { thread.start() }
    while threads.contains(where: { !$0.isFinished }) { Thread.sleep(forTimeInterval: 0.001) }
    let together = results.withLock { $0 }
    for index in texts.indices where together[index] != alone[index] {
      Issue.record("\(texts[index])")
      return
    }
  }

  private static func text(_ number: Int, using random: inout SeededGenerator) -> String {
    """
    # Text \(number)

    Some ~~deleted~~ words, www.a\(number).example, https://b.example/\(number) and c@d.example.
    ~~Once~~ ~~more~~, with www.e.example[^\(number)] and "quotes".

    | a | b |
    |---|--:|
    | ~~\(number)~~ | www.f.example |

    \(RandomMarkdown.document(using: &random))

    [^\(number)]: A ~~note~~ with www.g.example
    """
  }
}
