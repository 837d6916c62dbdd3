import SiteModel

/// The web manifest: what the publication is called on a home screen (M-43).
struct ManifestFile {
  let site: Site
  /// Addresses of the theme's files, by path below `Templates/assets/`.
  let assets: [String: Permalink]

  var file: MachineFile {
    let configuration = site.configuration
    let base = configuration.baseURL
    let icons = Self.icons.compactMap { icon -> JSONValue? in
      assets[icon.path].map { permalink in
        [
          "src": .text(base.href(permalink)), "sizes": .text(icon.sizes), "type": .text(icon.type),
        ]
      }
    }
    let manifest: JSONValue = [
      "name": .text(configuration.title), "short_name": .text(configuration.title),
      "description": JSONValue(configuration.description), "lang": .text(configuration.language),
      "dir": .text(TextDirection(language: configuration.language).rawValue),
      "start_url": .text(base.href(Permalink("/"))), "scope": .text(base.href(Permalink("/"))),
      "display": "minimal-ui", "icons": .filled(icons),
    ]
    return MachineFile(permalink: Permalink("/site.webmanifest"), bytes: manifest.bytes)
  }

  /// The icons of a theme that are for home screens.
  private static let icons = [
    (path: "icons/icon.svg", sizes: "any", type: "image/svg+xml"),
    (path: "icons/icon-192.png", sizes: "192x192", type: "image/png"),
    (path: "icons/icon-512.png", sizes: "512x512", type: "image/png"),
  ]
}
