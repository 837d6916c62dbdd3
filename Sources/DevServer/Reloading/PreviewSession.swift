import Publishing
import SiteModel

/// What there is to be shown, and the browsers that wait for something else.
actor PreviewSession {
  /// What was built last.
  struct State: Hashable, Sendable {
    /// How many builds there were.
    var build = 0
    /// Whether one of them was good: there is a publication to be shown.
    var hasPublication = false
    /// The diagnostics of the last build, if it failed.
    var problem: String?
    /// The path of the one page whose source was changed, as long as that is news.
    var changedPage: String?
  }

  private(set) var state = State()
  private var browsers: [Int: AsyncStream<State>.Continuation] = [:]
  private var lastBrowser = 0

  /// Takes in the result of a build and tells the browsers.
  func show(_ report: BuildReport, after changes: [String]) {
    state.build += 1
    if report.succeeded {
      state.hasPublication = true
      state.problem = nil
    } else {
      // Warnings and advice can wait; who looks at the page wants to know why it is not new.
      var failure = report
      failure.diagnostics.removeAll { $0.severity != .error }
      state.problem = ReportText(failure, detail: .normal).diagnostics
    }
    var news = state
    let changed = Set(changes.compactMap { report.addresses[$0] })
    if changed.count == 1 { news.changedPage = changed.first?.encodedPath }
    for browser in browsers.values { browser.yield(news) }
  }

  /// Tells the browsers the state again, which shows whether they are still there.
  func repeatState() {
    for browser in browsers.values { browser.yield(state) }
  }

  /// The state now and whenever something happens; a slow browser gets only the newest.
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
