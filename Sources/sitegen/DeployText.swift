import Deploying
import SiteModel

/// What `sitegen deploy` says about a plan.
struct DeployText {
  private let plan: DeployPlan
  private let target: String

  init(_ plan: DeployPlan, target: String) {
    self.plan = plan
    self.target = target
  }

  /// Every file that would be brought or removed, in that order, and how many they are.
  var everything: String {
    let uploads = plan.allUploads.map { "upload  \($0.path) (\(size($0.size)))" }
    let deletions = plan.deletions.map { "remove  \($0)" }
    let counts =
      "\(counted(uploads.count)) (\(bytes)) would be brought to \(target), "
      + "\(counted(deletions.count)) removed, \(plan.unchanged.count) unchanged"
    return (uploads + deletions + [counts]).joined(separator: "\n")
  }

  /// What would be removed, a line each.
  var deletions: String { plan.deletions.map { "remove  \($0)" }.joined(separator: "\n") }

  /// What a step is about.
  func line(for step: DeployPlan.Step?, count: Int) -> String {
    guard let step else { return "  removing \(counted(count))" }
    return "  \(step.title): \(counted(count))"
  }

  func summary(after duration: Duration) -> String {
    let uploads = plan.allUploads.count
    if plan.isEmpty {
      return "\(target) is up to date: \(counted(plan.unchanged.count)) unchanged"
    }
    let tenths =
      duration.components.seconds * 10
      + duration.components.attoseconds / 100_000_000_000_000_000
    return
      "Deployed to \(target): \(counted(uploads)) uploaded (\(bytes)), \(plan.deletions.count) "
      + "removed, \(plan.unchanged.count) unchanged (\(tenths / 10).\(tenths % 10) s)"
  }

  private var bytes: String { size(plan.allUploads.reduce(0) { $0 + $1.size }) }

  private func counted(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }

  private func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
  }
}
