import SiteModel

/// `robots.txt`: everyone may read everything, and the sitemap is found here (M-24).
///
/// Below a sub-path crawlers do not look for the file, yet it is written all the same: whoever
/// runs the host can copy it to the root.
struct RobotsFile {
  let site: Site

  var file: MachineFile {
    let sitemap = site.configuration.baseURL.absolute(Sitemap.permalink)
    let text = "User-agent: *\nDisallow:\n\nSitemap: \(sitemap)\n"
    return MachineFile(permalink: Permalink("/robots.txt"), bytes: Array(text.utf8))
  }
}
