import SiteModel

/// `_headers`: what a careful host sends with each page, in the form that
/// Netlify and Cloudflare read and `sitegen serve` follows.
struct HeadersFile {
  let site: Site

  var file: MachineFile {
    let base = site.configuration.baseURL.path
    let policy = ContentSecurityPolicy(site)
    let pages = [
      "Content-Security-Policy: \(policy.header)",
      "Strict-Transport-Security: max-age=63072000",
      "X-Content-Type-Options: nosniff",
      "X-Frame-Options: DENY",
      "Referrer-Policy: strict-origin-when-cross-origin",
      "Permissions-Policy: camera=(), geolocation=(), microphone=()",
      "Cross-Origin-Opener-Policy: same-origin",
    ]
    // A theme's file changes its name with its bytes; hosts ask again for everything else.
    let assets = ["Cache-Control: public, max-age=31536000, immutable"]
    let text = rule("\(base)/*", pages) + "\n" + rule("\(base)/assets/*", assets)
    return MachineFile(permalink: Permalink("/_headers"), bytes: Array(text.utf8))
  }

  private func rule(_ path: String, _ lines: [String]) -> String {
    "\(path)\n" + lines.map { "  \($0)\n" }.joined()
  }
}
