/// The articles whose statistics weigh the terms: the oldest ones up to a milestone.
///
/// If every article took part, each new one would move a little weight everywhere and change lists
/// that have nothing to do with it. Between two milestones (19 % apart) a new article changes only
/// lists that it enters, and the lists are still a function of the content alone.
struct Milestone: Hashable, Sendable {
  /// How many articles, in order of date.
  let size: Int
  /// How many terms of an article are kept, the strongest.
  let termLimit: Int

  /// The largest of 256 · 2^(j/4) that `documentCount` reaches; smaller sites count in full.
  init(documentCount: Int) {
    var size = documentCount
    if documentCount >= 256 {
      var octave = 256
      size = octave
      while octave <= documentCount {
        for quarter in Self.quarters where Self.times(octave, quarter) <= documentCount {
          size = Self.times(octave, quarter)
        }
        octave *= 2
      }
    }
    self.size = size
    termLimit =
      switch size {
      case ...8_192: 1024
      case ...32_768: 512
      default: 256
      }
  }

  private static func times(_ octave: Int, _ quarter: Int) -> Int {
    (octave * quarter + 32_768) >> 16
  }

  /// 2^0, 2^(1/4), 2^(2/4), 2^(3/4) in 65,536ths.
  private static let quarters = [65_536, 77_936, 92_682, 110_218]
}
