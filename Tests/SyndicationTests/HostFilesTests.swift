import SiteModel
import Syndication
import Testing

/// What each host is told; `Tests/Browser/test_hosts.py` lets real ones read it.
struct HostFilesTests {
  /// A publication below a path, with a redirect whose addresses need care in every language.
  private func site(_ hosting: Hosting) throws -> Site {
    var sample = SampleSite(baseURL: "https://x.example/news")
    sample.configuration.hosting = hosting
    sample.configuration.redirects = [
      RedirectSettings(from: Located("/old größe/"), to: Located("/ai/one/#part")),
      RedirectSettings(
        from: Located("/a.(b)/"), to: Located("https://y.example/?q=\"$1\"&p={x}%20"),
        status: .temporary),
    ]
    sample.add("ai/one.md")
    return try sample.build()
  }

  private func hostFiles(of site: Site) -> [MachineFile] {
    MachineFiles(site: site).otherFiles().filter { $0.reader == .host }
  }

  @Test("A host's files are those that are kept free for it", arguments: Hosting.allCases)
  func paths(hosting: Hosting) throws {
    let found = try hostFiles(of: site(hosting)).map(\.permalink.path)
    #expect(found.allSatisfy(hosting.files.contains))
    #expect(found.isEmpty == (hosting == .none))
  }

  @Test("M-44: redirects in the language of each host")
  func redirects() throws {
    let rows: [(Hosting, String, [String])] = [
      (
        .netlify, "/_redirects",
        [
          "/news/a.%28b%29/ https://y.example/?q=%22%241%22&p=%7Bx%7D%20 307!\n",
          "/news/old%20gr%C3%B6%C3%9Fe/ /news/ai/one/#part 301!\n",
        ]
      ),
      (.cloudflare, "/_redirects", ["/news/old%20gr%C3%B6%C3%9Fe/ /news/ai/one/#part 301\n"]),
      (
        .vercel, "/vercel.json",
        [
          #"{"source":"/news/old%20gr%C3%B6%C3%9Fe/","destination":"/news/ai/one/#part","statusCode":301}"#
        ]
      ),
      (
        .nginx, "/.hosting/nginx.conf",
        [
          "location = \"/news/old größe/\" {\n  return 301 \"/news/ai/one/#part\";\n}\n",
          "location = \"/news/a.(b)/\" {\n  return 307 \"https://y.example/?q=%22%241%22&p=%7Bx%7D%20\";\n}\n",
        ]
      ),
      (
        .caddy, "/.hosting/Caddyfile",
        [
          "redir \"/news/old größe/\" \"/news/ai/one/#part\" 301\n",
          "redir \"/news/a.(b)/\" \"https://y.example/?q=%22%241%22&p=%7Bx%7D%20\" 307\n",
        ]
      ),
      (
        .apache, "/.htaccess",
        [
          "RedirectMatch 301 \"^/news/old größe/$\" \"/news/ai/one/#part\"\n",
          #"RedirectMatch 307 "^/news/a\.\(b\)/$" "https://y.example/?q=%22%241%22&p=%7Bx%7D%20""#,
        ]
      ),
      (
        .s3, "/.hosting/s3.json",
        [#"{"key":"news/old größe/index.html","location":"/news/ai/one/#part"}"#]
      ),
    ]
    for (hosting, path, expected) in rows {
      let text = try text(of: path, in: site(hosting))
      for line in expected { #expect(text.contains(line), "\(path) of \(hosting): \(text)") }
    }
  }

  @Test("A-30: every host that sends headers sends the policy and the rest of them")
  func headers() throws {
    for hosting in Hosting.allCases where hosting != .none && !hosting.sendsNoHeaders {
      let file = try #require(hostFiles(of: site(hosting)).first)
      let text = String(decoding: file.bytes, as: UTF8.self)
      for header in [
        "Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options",
        "Referrer-Policy", "Permissions-Policy", "max-age=31536000, immutable",
        "application/rss+xml; charset=utf-8",
      ] {
        #expect(text.contains(header), "\(hosting) lacks \(header)")
      }
    }
  }

  @Test("GitHub Pages keeps a domain of one's own, and needs none below its own")
  func domain() throws {
    for (address, expected) in [
      ("https://news.example", "news.example\n"), ("https://me.github.io", nil),
      ("https://me.github.io/news", nil),
    ] {
      var sample = SampleSite(baseURL: address)
      sample.configuration.hosting = .githubPages
      let file = hostFiles(of: try sample.build()).first { $0.permalink.path == "/CNAME" }
      #expect(file.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
    }
  }
}
