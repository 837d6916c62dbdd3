package import SiteModel

/// What can go wrong when others are told of news.
package enum NotifyMessage {
  package static let nobody = Diagnostic.error(
    .notifyMessage, "sitegen.yaml names nobody to tell of news",
    hint: "Write feeds: {hub: …} for a WebSub hub, or indexNow: {key: …} for search engines.")

  package static func isNotDeployed(_ plan: DeployPlan, at target: String) -> Diagnostic {
    let count = plan.allUploads.count + plan.deletions.count
    return .error(
      .notifyMessage, "\(count) files differ from those at \(target), so the news is not there yet",
      hint: "Deploy first: sitegen deploy.")
  }

  static func failed(_ receiver: String, _ news: String, _ reason: String) -> Diagnostic {
    .error(
      .notifyMessage, "\(receiver) was not told \(news): \(reason)",
      hint: "Everything else is done; the next sitegen notify tells it again.")
  }
}
