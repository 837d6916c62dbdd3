package import Publishing
package import SiteModel

/// Serves a publication on this machine, builds it again when its sources change, and reloads the
/// browsers that show it.
package struct PreviewServer: Sendable {
  /// Builds the publication for an address into ``PreviewOptions/folder``.
  package typealias Build = @Sendable (BaseURL) async -> BuildReport

  let options: PreviewOptions
  let build: Build
  let session = PreviewSession()

  /// Takes what makes the publication; the server itself only shows the results.
  package init(_ options: PreviewOptions, build: @escaping Build) {
    self.options = options
    self.build = build
  }

  /// Serves until its task is cancelled.
  ///
  /// - Parameter tell: hears what happens, in order.
  /// - Throws: ``ListeningMistake`` if there is no listening at the address asked for.
  package func run(tell: @escaping @Sendable (PreviewEvent) -> Void) async throws {
    try await listen { address in
      let sources = SourceSnapshot(of: options.source)
      await publish(address, tell, changes: [])
      tell(.serving(address))
      return { await watch(since: sources) { await publish(address, tell, changes: $0) } }
    }
  }
}

/// What a preview does that its user should see.
package enum PreviewEvent: Sendable {
  /// The publication can be seen at this address.
  case serving(BaseURL)
  /// A build has ended; the changes are the source files that led to it, none for the first one.
  case built(BuildReport, changes: [String])
}

extension PreviewServer {
  private func publish(
    _ address: BaseURL, _ tell: @Sendable (PreviewEvent) -> Void, changes: [String]
  ) async {
    let report = await build(address)
    await session.show(report)
    tell(.built(report, changes: changes))
  }

  /// Looks at the sources again and again, until the task is cancelled.
  ///
  /// What changes while a build runs is found by the next look, since that compares with how the
  /// sources were before the build.
  private func watch(
    since first: SourceSnapshot, _ changed: @Sendable ([String]) async -> Void
  ) async {
    var known = first
    // Sleeping throws when the task is cancelled, and only then.
    while (try? await Task.sleep(for: options.interval)) != nil {
      let now = SourceSnapshot(of: options.source)
      let changes = now.changes(since: known)
      known = now
      if !changes.isEmpty { await changed(changes) }
    }
  }
}
