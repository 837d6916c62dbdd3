/// What a page may load and contact, so that the policy can allow it.
package enum SourceKind: String, Sendable, CaseIterable {
  case scripts
  case styles
  case images
  case fonts
  case media
  case connections
  case frames
  case forms
}

/// The Content-Security-Policy of every page: nothing but the publication's own files, and the
/// hosts that its newsletter, its services and its embeds need (A-30, C-60, N-10).
package struct ContentSecurityPolicy: Hashable, Sendable {
  private let sources: [SourceKind: [String]]

  /// Derives the policy; `frames` are the origins of the embeds that articles hold.
  package init(_ configuration: SiteConfiguration, frames: [String] = []) {
    let consent = configuration.consent
    var sources = configuration.allowedSources
    sources[.frames, default: []] += frames
    for service in consent.categories.flatMap(\.services) {
      sources.merge(service.allSources) { $0 + $1 }
    }
    if let newsletter = configuration.newsletter {
      sources.merge(newsletter.sources) { $0 + $1 }
    }
    if let script = consent.script.flatMap(webOrigin) {
      sources[.scripts, default: []].append(script)
    }
    if let log = consent.logEndpoint.flatMap(webOrigin) {
      sources[.connections, default: []].append(log)
    }
    let own = configuration.baseURL.origin
    self.sources = sources.mapValues { Set($0).subtracting([own]).sorted() }
  }

  /// The value of the header.
  package var header: String {
    let last = ["base-uri 'none'", "frame-ancestors 'none'", "upgrade-insecure-requests"]
    return (directives + last).joined(separator: "; ")
  }

  /// The value of a `<meta>` element, for hosts that send no headers: `frame-ancestors` means
  /// nothing there, and a preview without TLS must still find its style sheet.
  package var meta: String {
    (directives + ["base-uri 'none'"]).joined(separator: "; ")
  }

  private var directives: [String] {
    ["default-src 'none'", "manifest-src 'self'"]
      + SourceKind.allCases.map { kind in
        let allowed = kind.own + (sources[kind] ?? [])
        return "\(kind.directive) \(allowed.isEmpty ? "'none'" : allowed.joined(separator: " "))"
      }
  }
}

extension SourceKind {
  fileprivate var directive: String {
    switch self {
    case .scripts: "script-src"
    case .styles: "style-src"
    case .images: "img-src"
    case .fonts: "font-src"
    case .media: "media-src"
    case .connections: "connect-src"
    case .frames: "frame-src"
    case .forms: "form-action"
    }
  }

  fileprivate var own: [String] {
    switch self {
    case .images: ["'self'", "data:"]
    case .frames: []
    case .scripts, .styles, .fonts, .media, .connections, .forms: ["'self'"]
    }
  }
}

/// Scheme, host and port of a full address; nil for anything else.
package func webOrigin(_ address: String) -> String? {
  let end = address.firstIndex { "?#".contains($0) } ?? address.endIndex
  return BaseURL(String(address[..<end]))?.origin
}
