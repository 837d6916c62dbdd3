import Rendering
import SiteModel

/// What the files of a theme come to under some configuration, whatever is published with them.
struct ThemeFiles: Sendable {
  let assets: AssetPipeline
  /// How the cards look that social networks show.
  let cardDesign: SocialCardDesign
  /// What templates load from other hosts before readers were asked.
  let thirdParties: [Diagnostic]

  init(
    _ templates: [TemplateSource], assets: [String: [UInt8]], _ configuration: SiteConfiguration
  ) {
    self.assets = AssetPipeline(assets, base: configuration.baseURL)
    cardDesign = SocialCardDesign(assets)
    thirdParties = ThirdPartyCheck.diagnostics(templates, for: configuration)
  }
}
