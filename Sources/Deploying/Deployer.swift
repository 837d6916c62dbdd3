package import SiteModel

/// Brings the publication to a target: looks at what is there, plans, and carries the plan out.
package struct Deployer {
  private let target: DeployTarget
  private let files: [PublishedFile]
  private let transport: any DeployTransport
  private let scratch: ScratchFolder
  private let stop: StopSwitch

  /// What a deploy runs with.
  package struct Surroundings: Sendable {
    /// Of the programs that are run.
    package var environment: [String: String]
    /// The folder with the files.
    package var output: String
    /// Where sitegen keeps what is not part of the publication.
    package var ownFolder: String
    package var stop: StopSwitch

    package init(
      environment: [String: String], output: String, ownFolder: String, stop: StopSwitch
    ) {
      self.environment = environment
      self.output = output
      self.ownFolder = ownFolder
      self.stop = stop
    }
  }

  /// Reaches for the target.
  ///
  /// The files that a host reads mean nothing to an object store, which would show them to readers.
  package init(
    _ target: DeployTarget, _ files: [PublishedFile], for hosting: Hosting,
    in surroundings: Surroundings
  ) throws(DeployFailure) {
    self.target = target
    stop = surroundings.stop
    scratch = try ScratchFolder("\(surroundings.ownFolder)/deploy/\(target.name.value)")
    let program = ChildProgram(
      name: target.program.rawValue, environment: surroundings.forTransfers, stop: stop)
    switch target.program {
    case .rclone:
      transport = try RcloneTransport(
        target, from: surroundings.output, with: program, scratch: scratch)
    case .rsync:
      transport = RsyncTransport(
        target, from: surroundings.output, with: program, scratch: scratch)
    }
    let ownFiles = Set(hosting.files.map { String($0.dropFirst()) })
    self.files = transport.isObjectStore ? files.filter { !ownFiles.contains($0.path) } : files
  }
}

extension Deployer.Surroundings {
  /// Without the settings by which rclone would leave out files, or say less than it is asked to.
  fileprivate var forTransfers: [String: String] {
    let names = [
      "DRY_RUN", "INTERACTIVE", "LOG_", "VERBOSE", "QUIET", "USE_JSON_LOG", "INCLUDE", "EXCLUDE",
      "FILTER", "FILES_FROM", "MIN_", "MAX_", "IMMUTABLE", "IGNORE_",
    ]
    return environment.filter { name, _ in
      !names.contains { name.hasPrefix("RCLONE_\($0)") }
    }
  }
}

extension Deployer {
  /// What there is to do, with notes.
  package func plan(bringing choice: Choice) throws(DeployFailure) -> (DeployPlan, [Diagnostic]) {
    guard let bytes = try transport.read(DeployList.fileName) else {
      return (DeployPlan(files, over: nil), [])
    }
    guard let list = DeployList(bytes) else {
      return (DeployPlan(files, over: nil), [DeployMessage.listIsDamaged(target)])
    }
    var known = DeployJournal.adding(to: list, bytes, from: scratch)
    if choice == .all {
      known.uncertain = known.paths
      known.digests = [:]
    }
    return (DeployPlan(files, over: known), [])
  }

  /// The bytes of one of sitegen's own files at the target; nil if there is none.
  func contents(of name: String) throws(DeployFailure) -> [UInt8]? { try transport.read(name) }

  /// Puts one of sitegen's own files there.
  func put(_ text: String, as name: String) throws(DeployFailure) {
    try transport.write(name, text)
  }

  /// Which files are brought.
  package enum Choice: Hashable, Sendable {
    case changed
    /// Whatever the list at the target says.
    case all
  }

  /// Does what was planned, and tells of each step at its beginning, with the number of its files; a
  /// removal is no step.
  package func carryOut(
    _ plan: DeployPlan, tell: (DeployPlan.Step?, Int) -> Void
  ) throws(DeployFailure) {
    if plan.isEmpty { return }
    var progress = DeployProgress(uploads: plan.allUploads.count)
    try write(plan.listMeanwhile, progress)
    let journal = try DeployJournal(after: plan.listMeanwhile, in: scratch)
    do throws(TransferStop) {
      for step in DeployPlan.Step.allCases {
        guard let files = plan.uploads[step] else { continue }
        tell(step, files.count)
        try upload(files, &progress, journal)
      }
      if !plan.deletions.isEmpty {
        progress.isRemoving = true
        tell(nil, plan.deletions.count)
        try transport.remove(
          plan.deletions, remaining: (plan.unchanged + plan.allUploads).map(\.path))
      }
    } catch {
      throw failure(error.reason, progress)
    }
    try write(plan.listAfterwards, progress)
    journal.end()
  }
}

extension Deployer {
  private func upload(
    _ files: [PublishedFile], _ progress: inout DeployProgress, _ journal: DeployJournal
  ) throws(TransferStop) {
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    let before = progress.uploaded
    var uploaded: Set<String> = []
    defer { progress.uploaded = before + uploaded.count }
    try transport.upload(files.map(\.path)) { path in
      guard let file = byPath[path], uploaded.insert(path).inserted else { return }
      if transport.confirmsFiles { journal.add(file) }
    }
    uploaded = Set(byPath.keys)
  }

  private func write(_ list: DeployList, _ progress: DeployProgress) throws(DeployFailure) {
    guard !stop.isStopped else { throw failure("", progress) }
    do throws(DeployFailure) {
      try transport.write(DeployList.fileName, list.text)
    } catch {
      throw stop.isStopped ? failure("", progress) : error
    }
  }

  private func failure(_ reason: String, _ progress: DeployProgress) -> DeployFailure {
    DeployFailure(
      stop.isStopped
        ? DeployMessage.wasStopped(target, progress)
        : DeployMessage.failed(target, reason, progress))
  }
}
