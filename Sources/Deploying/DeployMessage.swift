package import SiteModel

/// What can go wrong on the way to a target.
package enum DeployMessage {
  /// Says what to write into the configuration.
  package static let noTargets = Diagnostic.error(
    .deployTarget, "sitegen.yaml names no target to deploy to",
    hint: "Write deploy: {targets: [{name: production, rclone: \"store:bucket\"}]}, for example; "
      + "Documentation/deploy.md has more.")

  package static func isOutput(_ target: DeployTarget) -> Diagnostic {
    .error(
      .deployTarget, "the target \(target.name.value) is the output folder itself",
      hint: "Name another folder.", at: target.name.place)
  }

  static func lacks(_ program: String) -> Diagnostic {
    .error(
      .deployProgram, "\(program) is not installed",
      hint: "Install it: apt install \(program), or brew install \(program).")
  }

  static func cannotRun(_ program: String, _ reason: String) -> Diagnostic {
    .error(
      .deployProgram, "\(program) cannot be run: \(reason)", hint: "Check that it may be executed.")
  }

  static func unknownRemote(_ remote: String, known: [String], _ target: DeployTarget) -> Diagnostic
  {
    let hint: String
    if known.isEmpty {
      hint = "rclone knows none yet: rclone config makes one."
    } else if let nearest = nearestName(to: remote, in: known) {
      hint = "Did you mean \"\(nearest)\"? rclone listremotes shows all."
    } else {
      hint = "rclone knows: \(known.joined(separator: ", "))."
    }
    return .error(
      .deployTarget, "rclone has no remote \"\(remote)\"", hint: hint, at: target.name.place)
  }

  static func cannotReach(_ target: DeployTarget, _ reason: String) -> Diagnostic {
    .error(
      .deployTransfer, "\(target.name.value) cannot be reached: \(reason)",
      hint: "Nothing was changed there. Check the network and the address, and run it again.")
  }

  static func failed(_ target: DeployTarget, _ reason: String, _ progress: DeployProgress)
    -> Diagnostic
  {
    .error(
      .deployTransfer,
      "deploying to \(target.name.value) failed after \(progress.text): \(reason)", hint: goesOn)
  }

  static func wasStopped(_ target: DeployTarget, _ progress: DeployProgress) -> Diagnostic {
    .error(
      .deployTransfer, "deploying to \(target.name.value) was stopped after \(progress.text)",
      hint: goesOn)
  }

  private static let goesOn =
    "What is there is whole. Run the same command again: it goes on from there."

  package static func removesTooMuch(_ plan: DeployPlan, allowed: Int) -> Diagnostic {
    let count = plan.deletions.count
    return .error(
      .deployDeletions,
      "\(count) files would be removed, and at most \(allowed) may be; nothing was changed",
      hint: "If that is meant, allow it: --max-deletes \(count).")
  }

  static func listIsDamaged(_ target: DeployTarget) -> Diagnostic {
    .note(
      .deployTransfer,
      "\(DeployList.fileName) at \(target.name.value) is damaged, so every file is brought again",
      hint: "Nothing is to be done; files that are no longer published stay there this once.")
  }

  static func cannotKeep(_ path: String, _ reason: String) -> Diagnostic {
    .error(
      .deployTransfer, "\(path) cannot be written: \(reason)",
      hint: "Check that there is room on the disk and that the folder may be written to.")
  }
}

/// How far a deploy has come.
package struct DeployProgress: Hashable, Sendable {
  package var uploaded = 0
  package var uploads = 0
  package var isRemoving = false

  var text: String {
    isRemoving ? "all uploads, while files were removed" : "\(uploaded) of \(uploads) uploads"
  }
}
