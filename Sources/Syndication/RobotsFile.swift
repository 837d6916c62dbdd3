import SiteModel

/// `robots.txt`: what crawlers may read, and where the sitemaps are (M-24).
///
/// Below a sub-path crawlers do not look for the file, yet it is written all the same: whoever
/// runs the host can copy it to the root.
struct RobotsFile {
  let site: Site
  let sitemaps: [Permalink]

  var file: MachineFile {
    var text = "User-agent: *\nDisallow:\n"
    let crawlers = site.configuration.crawlers
    var refused = crawlers.refused
    if crawlers.training == .refuse { refused += Self.trainers }
    if crawlers.answers == .refuse { refused += Self.answerers }
    if !refused.isEmpty {
      text += "\n" + refused.map { "User-agent: \($0)\n" }.joined() + "Disallow: /\n"
    }
    text += "\n"
    for sitemap in sitemaps {
      text += "Sitemap: \(site.configuration.baseURL.absolute(sitemap))\n"
    }
    return MachineFile(permalink: Permalink("/robots.txt"), bytes: Array(text.utf8))
  }

  /// Crawlers that collect texts to train models, by the names that their operators document.
  private static let trainers = [
    "AI2Bot", "Amazonbot", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot",
    "cohere-training-data-crawler", "Google-Extended", "GPTBot", "Meta-ExternalAgent",
  ]

  /// Programs that look something up to answer a question, by the names that their operators
  /// document.
  private static let answerers = [
    "ChatGPT-User", "Claude-SearchBot", "Claude-User", "DuckAssistBot", "Meta-ExternalFetcher",
    "MistralAI-User", "OAI-SearchBot", "Perplexity-User", "PerplexityBot",
  ]
}
