package import Publishing
package import SiteModel

/// Serves a publication on this machine, builds it again when its sources change, and reloads the
/// browsers that show it.
package struct PreviewServer: Sendable {
  /// Builds the publication for an address into ``PreviewOptions/folder``, and tells once what came of
  /// it, as soon as that can be seen there.
  package typealias Build =
    @Sendable (BaseURL, _ show: @escaping @Sendable (BuildReport) async -> Void) async
    -> BuildReport

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
    try await listen { addresses in
      let address = addresses.local
      // Begun before the first build, so that nothing that changes meanwhile is missed.
      let changes = SourceChanges(of: options.source)
      let watch = options.startWatching(changes) { tell(.watchesByLooking($0)) }
      let first = await publish(address, tell, changes: [])
      tell(.serving(addresses))
      return {
        defer { watch.stop() }
        await withTaskGroup { group in
          group.addTask {
            var validity = first.validFor
            while let paths = await changes.next(within: validity) {
              validity = await publish(address, tell, changes: paths).validFor
            }
          }
          group.addTask { await keepRepeating() }
        }
      }
    }
  }
}

/// What a preview does that its user should see.
package enum PreviewEvent: Sendable {
  /// The publication can be seen at these addresses.
  case serving(PreviewAddresses)
  /// A build has ended; the changes are the source files that led to it, none for the first one
  /// and where an article was due.
  case built(BuildReport, changes: [String])
  /// The system does not tell about changes.
  case watchesByLooking(WatchingProblem)
}

extension PreviewServer {
  private func publish(
    _ address: BaseURL, _ tell: @Sendable (PreviewEvent) -> Void, changes: [String]
  ) async -> BuildReport {
    let report = await build(address) { [session] in await session.show($0, after: changes) }
    tell(.built(report, changes: changes))
    return report
  }

  /// Tells browsers what they know, so that those are noticed that went without a word.
  private func keepRepeating() async {
    // Sleeping throws when the task is cancelled, and only then.
    while (try? await Task.sleep(for: .seconds(15))) != nil { await session.repeatState() }
  }
}
