import Foundation
import TestSupport
import Testing

/// Builds that end at any instant, as they do when a machine is switched off.
@Suite(.serialized) struct KilledBuildTests {
  /// When a build is killed.
  private enum Moment: CaseIterable {
    case any, staging, moving
  }

  @Test("A killed build leaves every file whole, and the next one finishes its work")
  func killed() throws {
    let editions = try TwoEditions()
    var random = SystemRandomNumberGenerator()
    let clock = ContinuousClock()
    let length = try clock.measure { _ = try BuildProcess(editions.site).result() }
    var counts = (inTime: 0, mixed: 0, first: 0)
    for round in 0..<BuildProcess.rounds {
      let isFirst = round % 6 == 5
      if isFirst { try editions.site.remove("Site") }
      try editions.turn()
      let moment = Moment.allCases[round % 3]
      let build = try BuildProcess(editions.site)
      waitFor(moment, of: build, in: editions.site.output)
      let rest = moment == .any ? length : length / 10
      let delay = rest * Double.random(in: 0...1, using: &random)
      usleep(UInt32(delay / .microseconds(1)))
      if build.isRunning { counts.inTime += 1 }
      build.kill()
      if editions.expectWhole("kill \(round)", isFirst: isFirst) { counts.mixed += 1 }
      if isFirst { counts.first += 1 } else { editions.expectForeignFile() }
      // Every other time the next build is killed as well.
      if round % 2 == 0 { continue }
      try editions.expectRecovery("kill \(round)")
      if isFirst { try editions.site.write("Site/ai/foreign.txt", "foreign") }
    }
    try editions.expectRecovery("the last kill")
    print(
      "\(BuildProcess.rounds) builds killed, \(counts.inTime) before their end,",
      "\(counts.mixed) between moving files, \(counts.first) of them first builds")
  }

  /// Waits until files are staged, or moved, or the build has ended.
  private func waitFor(_ moment: Moment, of build: BuildProcess, in output: String) {
    let staging = "\(output)/.sitegen-new"
    let sign: String
    switch moment {
    case .any: return
    case .staging: sign = staging
    case .moving: sign = "\(staging)/.sitegen-files"
    }
    while build.isRunning, access(sign, F_OK) != 0 { usleep(100) }
  }
}
