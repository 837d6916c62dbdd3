import Checking

/// What was found wrong with the files of the publication, as the cache keeps it.
struct Verdict: Hashable, Sendable {
  /// With each by itself, and with what it loads.
  var alone: [Finding] = []
  /// With files beside one another.
  var together: [Finding] = []

  var findings: [Finding] { alone + together }
}

extension Verdict {
  init(on files: [PageContents], by rules: SiteRules) async {
    async let ofEach = rules.findings(inEach: files)
    together = rules.findings(in: files)
    alone = await ofEach
  }

  /// The same after some files were made anew, if all others are judged beside them as before.
  func replacing(_ files: [PageContents], by rules: SiteRules) -> Verdict {
    let replaced = Set(files.map(\.file))
    var verdict = self
    verdict.alone.removeAll { replaced.contains($0.file) }
    // That a style sheet is too large is found with every page that loads it.
    let known = Set(verdict.alone)
    verdict.alone += rules.findings(inEach: files).filter { !known.contains($0) }
    return verdict
  }
}

extension Verdict: Recorded {
  static var blank: Verdict { Verdict() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&alone)
    coder.code(&together)
  }
}
