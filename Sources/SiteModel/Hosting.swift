/// The host of the publication, by the files that it reads.
package enum Hosting: String, Sendable, CaseIterable {
  case netlify
  case cloudflare
  case vercel
  case nginx
  case caddy
  case apache
  case githubPages = "github-pages"
  case s3
  /// Nothing is written for any host.
  case none

  /// What people call it.
  package var title: String {
    switch self {
    case .netlify: "Netlify"
    case .cloudflare: "Cloudflare Pages"
    case .vercel: "Vercel"
    case .nginx: "nginx"
    case .caddy: "Caddy"
    case .apache: "Apache"
    case .githubPages: "GitHub Pages"
    case .s3: "S3"
    case .none: "any host"
    }
  }

  /// Whether pages must say themselves what they may load, since the host sends no such header.
  package var sendsNoHeaders: Bool { self == .githubPages }

  /// The paths of the files that may be written for it.
  package var files: [String] {
    switch self {
    case .netlify, .cloudflare: ["/_headers", "/_redirects"]
    case .vercel: ["/vercel.json"]
    case .nginx: ["/.hosting/nginx.conf"]
    case .caddy: ["/.hosting/Caddyfile"]
    case .apache: ["/.htaccess"]
    case .githubPages: ["/.nojekyll", "/CNAME"]
    case .s3: ["/.hosting/s3.json"]
    case .none: []
    }
  }
}
