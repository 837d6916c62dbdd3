/// What an index remembers for the next one, so that it need not read again what did not change.
///
/// It saves work and nothing else: an index that is given one has the lists of an index that is
/// given none. A state of another version, of other options or with damage is passed over.
///
/// The two parts are for two files. `base` is large, and stays the same from build to build until
/// it is worth making anew; `changes` is small, is written after every build, and belongs to one
/// base. Write the base first: with a base that is not its own, `changes` counts for nothing.
package struct RelatedState: Equatable, Sendable {
  package let base: [UInt8]
  package let changes: [UInt8]
  /// The same, taken apart; nil if it was read from files.
  private(set) var opened: OpenedState?

  package init(base: [UInt8], changes: [UInt8]) {
    self.base = base
    self.changes = changes
  }

  init(_ opened: OpenedState, base: [UInt8], changes: [UInt8]) {
    self.init(base: base, changes: changes)
    self.opened = opened
  }

  package static func == (a: RelatedState, b: RelatedState) -> Bool {
    a.base == b.base && a.changes == b.changes
  }
}

/// A state that need not be taken apart, for an index with the same options.
struct OpenedState: Sendable {
  var memory: IndexMemory
  var options: RelatedOptions
}
