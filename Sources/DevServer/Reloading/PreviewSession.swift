import Publishing

/// What is shown, and the browsers that wait for something else.
actor PreviewSession {
  /// What a browser should show.
  struct State: Hashable, Sendable {
    /// Names the last good build; nil before there is one.
    var version: String?
    /// The diagnostics of the last build, if it failed.
    var problem: String?
  }

  private(set) var state = State()
  private var builds = 0
  private var browsers: [Int: AsyncStream<State>.Continuation] = [:]
  private var lastBrowser = 0
  /// Tells the versions of this server from those of an earlier one, which a page may still show.
  private let name = String(UInt32.random(in: .min ... .max), radix: 36)

  /// Takes in the result of a build and tells the browsers.
  ///
  /// A good build that changed no file shows nothing new: it is the same version.
  func show(_ report: BuildReport) {
    if report.succeeded {
      let isNew = !report.output.written.isEmpty || !report.output.removed.isEmpty
      if isNew || state.version == nil {
        builds += 1
        state.version = "\(name)-\(builds)"
      }
      state.problem = nil
    } else {
      state.problem = ReportText(report, detail: .normal).diagnostics
    }
    for browser in browsers.values { browser.yield(state) }
  }

  /// The state now and whenever it changes; a slow browser gets only the newest.
  func states() -> AsyncStream<State> {
    let (states, browser) = AsyncStream.makeStream(
      of: State.self, bufferingPolicy: .bufferingNewest(1))
    lastBrowser += 1
    let number = lastBrowser
    browsers[number] = browser
    browser.onTermination = { [weak self] _ in
      Task { await self?.remove(number) }
    }
    browser.yield(state)
    return states
  }

  private func remove(_ browser: Int) {
    browsers[browser] = nil
  }
}
