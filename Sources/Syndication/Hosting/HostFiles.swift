import SiteModel

/// The files by which a host learns how to serve the publication.
struct HostFiles {
  let site: Site

  /// Holds what a host does not read from the root of the publication.
  static let folder = ".hosting"

  var files: [MachineFile] {
    let rules = HostRules(site)
    return switch site.configuration.hosting {
    case .netlify: HeaderLists(rules, dialect: .netlify).files
    case .cloudflare: HeaderLists(rules, dialect: .cloudflare).files
    case .vercel: [file("/vercel.json", VercelSettings(rules: rules).json.bytes)]
    case .nginx: [file("/\(Self.folder)/nginx.conf", NginxSettings(rules: rules).text)]
    case .caddy: [file("/\(Self.folder)/Caddyfile", CaddySettings(rules: rules).text)]
    case .apache: [file("/.htaccess", ApacheSettings(rules: rules).text)]
    case .githubPages: pagesFiles
    case .s3: [file("/\(Self.folder)/s3.json", ObjectStoreSettings(rules: rules).json.bytes)]
    case .none: []
    }
  }

  /// Without the first file, folders whose names begin with a dot would be left out; the second one
  /// keeps the domain of the publication.
  private var pagesFiles: [MachineFile] {
    let baseURL = site.configuration.baseURL
    let isOwnDomain = !baseURL.host.hasSuffix(".github.io") && baseURL.path.isEmpty
    return [file("/.nojekyll", "")] + (isOwnDomain ? [file("/CNAME", "\(baseURL.host)\n")] : [])
  }

  private func file(_ path: String, _ text: String) -> MachineFile {
    file(path, Array(text.utf8))
  }

  private func file(_ path: String, _ bytes: [UInt8]) -> MachineFile {
    MachineFile(permalink: Permalink(path), bytes: bytes, reader: .host)
  }
}
