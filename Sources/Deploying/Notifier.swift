import Foundation
package import SiteModel

/// Tells hubs and search engines what is new.
package struct Notifier {
  private let configuration: SiteConfiguration
  private let client: CurlClient
  private let stop: StopSwitch

  package init(
    _ configuration: SiteConfiguration, in surroundings: Deployer.Surroundings
  ) throws(DeployFailure) {
    self.configuration = configuration
    stop = surroundings.stop
    client = CurlClient(
      program: ChildProgram(
        name: "curl", environment: surroundings.environment, stop: surroundings.stop),
      scratch: try ScratchFolder("\(surroundings.ownFolder)/notify"))
  }

  /// Sends all messages, even if some of them fail.
  ///
  /// - Returns: What is known now of the news, so that what failed is told next time; and what
  ///   failed.
  package func send(
    _ plan: NotifyPlan, of news: NotifyList, after known: NotifyList
  ) throws(DeployFailure) -> (NotifyList, [Diagnostic]) {
    var told = news
    var problems: [Diagnostic] = []
    if let hub = configuration.feeds.hub {
      for feed in plan.feeds {
        if let failure = try tell(hub, ofFeed: feed) {
          told.feeds[feed] = known.feeds[feed]
          problems.append(NotifyMessage.failed(hub, "of \(feed)", failure.reason))
        }
      }
    }
    if let indexNow = configuration.indexNow {
      for batch in plan.batches {
        if let failure = try tell(indexNow, of: batch) {
          for address in batch { told.pages[address] = known.pages[address] }
          problems.append(
            NotifyMessage.failed(
              indexNow.endpoint, "of \(batch.count) addresses", failure.reason))
        }
      }
    }
    return (told, problems)
  }
}

extension Notifier {
  private func tell(
    _ hub: String, ofFeed path: String
  ) throws(DeployFailure) -> CurlClient.Failure? {
    if stop.isStopped { return CurlClient.Failure(reason: "it was stopped") }
    let topic = configuration.baseURL.absolute(Permalink("/\(path)"))
    return try client.post(
      "hub.mode=publish&hub.url=\(Permalink.componentEncoded(topic))",
      "application/x-www-form-urlencoded", to: hub)
  }

  private func tell(
    _ settings: IndexNowSettings, of addresses: [String]
  ) throws(DeployFailure) -> CurlClient.Failure? {
    if stop.isStopped { return CurlClient.Failure(reason: "it was stopped") }
    let message = IndexNowMessage(
      host: configuration.baseURL.host, key: settings.key,
      keyLocation: configuration.baseURL.absolute(settings.permalink), urlList: addresses)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and lists of them can always be encoded.
    let json = (try? encoder.encode(message)) ?? Data()
    return try client.post(
      String(decoding: json, as: UTF8.self), "application/json; charset=utf-8",
      to: settings.endpoint)
  }
}

/// By the names of the protocol.
private struct IndexNowMessage: Encodable {
  var host: String
  var key: String
  var keyLocation: String
  var urlList: [String]
}
