import Content

/// Tells versions of everything apart that a project has beside its articles.
struct ProjectDigests: Hashable, Sendable {
  /// Of `sitegen.yaml`, the environment, and the address that the options may name instead.
  let configuration: UInt64
  /// Of everything beside a Markdown file that its parsing depends on.
  let parser: UInt64
  /// Of the templates and the files that come with them.
  let theme: UInt64

  init(configuration: Fingerprint, templates: [TemplateSource], assets: [String: [UInt8]]) {
    self.configuration = configuration.value
    var parser = Fingerprint("parser")
    var theme = Fingerprint("theme")
    parser.add(configuration)
    for template in templates {
      theme.add(template.path)
      theme.add(template.bytes[...])
      // Shortcodes say in the heads of their templates which arguments they take.
      guard template.name.hasPrefix(ShortcodeReader.folder) else { continue }
      parser.add(template.path)
      parser.add(template.bytes[...])
    }
    for (path, bytes) in assets.sorted(by: { $0.key < $1.key }) {
      theme.add(path)
      theme.add(bytes[...])
    }
    self.parser = parser.value
    self.theme = theme.value
  }
}
