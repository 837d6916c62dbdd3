/// `nginx.conf`: what belongs into the `server` block of the publication.
struct NginxSettings {
  let rules: HostRules

  var text: String {
    """
    # Written by sitegen. Include it in the server block of the publication:
    #
    #   server {
    #     listen 443 ssl;
    #     server_name …;
    #     root /srv/www;
    #     include /srv/www\(rules.base)/.hosting/nginx.conf;
    #   }
    #
    # The publication lies in \(rules.base.isEmpty ? "the root" : "the folder \(rules.base) of the root").
    index index.html;
    error_page 404 \(rules.base)/404.html;
    absolute_redirect off;
    \(types)
    \(precompressed)\(headers(rules.headers + [HostRules.askedAgain], indent: ""))
    location ^~ \(rules.base)/assets/ {
    \(headers(rules.headers + [HostRules.kept], indent: "  "))}
    location ~ /\\.(?!well-known/) {
      return 404;
    }
    \(feeds)\(moves)\(removals)
    """
  }
}

extension NginxSettings {
  /// A list of its own, since that of the system lacks newer types.
  private var types: String {
    let types = [
      "text/html html", "text/css css", "text/javascript js", "text/plain txt",
      "application/json json", "application/xml xml", "application/manifest+json webmanifest",
      "application/pdf pdf", "image/svg+xml svg", "image/jpeg jpg jpeg", "image/png png",
      "image/webp webp", "image/avif avif", "image/gif gif", "image/x-icon ico",
      "font/woff2 woff2", "audio/mpeg mp3", "video/mp4 mp4", "video/webm webm", "text/csv csv",
    ]
    return """
      types {
      \(types.map { "  \($0);\n" }.joined())}
      default_type application/octet-stream;
      charset utf-8;
      charset_types text/css text/javascript text/plain text/csv application/json application/xml
        application/manifest+json image/svg+xml;
      """
  }

  private var precompressed: String {
    rules.isPrecompressed
      ? """
      gzip_static on;
      gzip_vary on;
      # With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static) also:
      # brotli_static on;

      """ : ""
  }

  /// A block with headers of its own has no others, so all are said in it again.
  private func headers(_ headers: [HostRules.Header], indent: String) -> String {
    headers.map { "\(indent)add_header \($0.name) \(quoted($0.value)) always;\n" }.joined()
  }

  private var feeds: String {
    HostRules.feedTypes.map { name, type in
      """
      location ~ ^\(rules.base)/(.*/)?\(name.replacing(".", with: "\\."))$ {
        types {}
        default_type \(quoted(type));
      }

      """
    }.joined()
  }

  private var moves: String {
    rules.moves.map { move in
      """
      location = \(quoted(move.path)) {
        return \(move.status) \(quoted(move.to));
      }

      """
    }.joined()
  }

  /// Says 410 and shows the notice.
  private var removals: String {
    rules.removals.map { path in
      """
      location = \(quoted(path)) {
        error_page 410 \(quoted(path.hasSuffix("/") ? "\(path)index.html" : path));
        return 410;
      }

      """
    }.joined()
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
