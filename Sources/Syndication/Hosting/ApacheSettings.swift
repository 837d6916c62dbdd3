/// `.htaccess`: Apache reads it from the folder of the publication, where `AllowOverride All` holds.
struct ApacheSettings {
  let rules: HostRules

  var text: String {
    """
    # Written by sitegen. It takes AllowOverride All, and the modules headers, rewrite and alias.
    DirectoryIndex index.html
    ErrorDocument 404 \(rules.base)/404.html
    AddDefaultCharset utf-8
    AddCharset utf-8 .html .css .js .json .xml .txt .csv .svg .webmanifest
    AddType text/javascript .js
    AddType image/avif .avif
    AddType image/webp .webp
    AddType font/woff2 .woff2
    AddType application/manifest+json .webmanifest
    <IfModule mod_headers.c>
    \(rules.headers.map { "  Header always set \($0.name) \(quoted($0.value.replacing("%", with: "%%")))\n" }.joined())\
      Header always set Cache-Control "\(HostRules.askedAgain.value)"
      <If "%{REQUEST_URI} =~ m#^\(pattern(rules.base))/assets/#">
        Header always set Cache-Control "\(HostRules.kept.value)"
      </If>
    </IfModule>
    RedirectMatch 404 "/\\.(?!well-known/)"
    \(moves)\(removals)\(precompressed)\(feeds)
    """
  }
}

extension ApacheSettings {
  private var feeds: String {
    HostRules.feedTypes.map { name, type in
      """
      <FilesMatch "^\(pattern(name))(\\.gz|\\.br)?$">
        ForceType "\(type)"
      </FilesMatch>

      """
    }.joined()
  }

  private var moves: String {
    rules.moves.map {
      "RedirectMatch \($0.status) \(quoted("^\(pattern($0.path))$")) \(quoted($0.to))\n"
    }.joined()
  }

  /// Says 410 and shows the notice.
  private var removals: String {
    rules.removals.map { path in
      """
      RedirectMatch 410 \(quoted("^\(pattern(path))$"))
      <If "%{REQUEST_URI} == '\(path.replacing("'", with: "\\'"))'">
        ErrorDocument 410 "\(path.hasSuffix("/") ? "\(path)index.html" : path)"
      </If>

      """
    }.joined()
  }

  /// A folder's page is looked for here as well, since Apache finds it too late for a rewrite.
  private var precompressed: String {
    guard rules.isPrecompressed else { return "" }
    let encodings = [("br", "br"), ("gz", "gzip")]
    let rewrites = encodings.map { ending, name in
      """
        RewriteCond %{HTTP:Accept-Encoding} \\b\(name)\\b
        RewriteCond %{REQUEST_FILENAME}.\(ending) -f
        RewriteRule ^(.+)$ $1.\(ending) [L]
        RewriteCond %{HTTP:Accept-Encoding} \\b\(name)\\b
        RewriteCond %{REQUEST_FILENAME}index.html.\(ending) -f
        RewriteRule ^(.*/)?$ $1index.html.\(ending) [L]

      """
    }
    let types = [
      ("html", "text/html"), ("css", "text/css"), ("js", "text/javascript"),
      ("json", "application/json"), ("xml", "application/xml"), ("txt", "text/plain"),
      ("svg", "image/svg+xml"), ("webmanifest", "application/manifest+json"), ("csv", "text/csv"),
    ]
    return """
      <IfModule mod_rewrite.c>
        RewriteEngine On
      \(rewrites.joined())</IfModule>
      RemoveLanguage .br
      \(types.map { ending, type in
        """
        <FilesMatch "\\.\(ending)\\.(br|gz)$">
          ForceType "\(type); charset=utf-8"
        </FilesMatch>

        """
      }.joined())\
      <FilesMatch "\\.br$">
        Header always set Content-Encoding br
        Header always append Vary Accept-Encoding
        SetEnv no-gzip 1
      </FilesMatch>
      <FilesMatch "\\.gz$">
        Header always set Content-Encoding gzip
        Header always append Vary Accept-Encoding
        SetEnv no-gzip 1
      </FilesMatch>

      """
  }

  /// A regular expression for just this path.
  private func pattern(_ path: String) -> String {
    path.map { "\\.^$|?*+()[]{}".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\\\""))\""
  }
}
