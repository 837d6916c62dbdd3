/// How many files a deploy may remove: more than that looks like a mistake.
package struct DeletionLimit: Hashable, Sendable {
  /// Nil leaves it to ``allowed(of:)``.
  let chosen: Int?

  /// - Parameter chosen: what somebody asked for.
  package init(_ chosen: Int?) {
    self.chosen = chosen
  }

  /// Of so many files at the target: 50 in any case, since an article with its pictures is a dozen;
  /// beyond them a quarter, and never more than 256.
  package func allowed(of count: Int) -> Int {
    chosen ?? max(50, min(256, count / 4))
  }
}
