/// What an index remembers for the next one, so that it need not read again what did not change.
///
/// It saves work and nothing else: an index that is given one has the lists of an index that is
/// given none. A state of another version, of other options or with damage is passed over.
///
/// The two parts are for two files. `base` is large, and stays the same from build to build until
/// it is worth making anew; `changes` is small, is written after every build, and belongs to one
/// base. Write the base first: with a base that is not its own, `changes` counts for nothing.
package struct RelatedState: Hashable, Sendable {
  package var base: [UInt8]
  package var changes: [UInt8]

  package init(base: [UInt8], changes: [UInt8]) {
    self.base = base
    self.changes = changes
  }
}
