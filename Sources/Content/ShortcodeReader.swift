package import SiteModel

/// A shortcode's template and what its head says.
package struct ParsedShortcode: Sendable {
  package var declaration: ShortcodeDeclaration
  /// The template with its head as a comment, so that its lines keep their numbers.
  package var template: TemplateSource
  package var diagnostics: [Diagnostic]
}

/// Reads the heads of `Templates/shortcodes/*.mustache`.
///
/// A head is YAML between two lines `---`, and names the parameters of the shortcode. A template
/// without one takes no arguments and no inner text.
package enum ShortcodeReader {
  package static let folder = "shortcodes/"

  package static func read(_ source: TemplateSource) -> ParsedShortcode {
    let name = String(source.name.dropFirst(folder.count))
    var parsed = ParsedShortcode(
      declaration: ShortcodeDeclaration(name: name), template: source, diagnostics: [])
    defer { parsed.diagnostics += unknownArguments(in: source, of: parsed.declaration) }
    guard source.bytes.starts(with: "---".utf8) else { return parsed }
    switch FrontMatterSource.read(source.bytes, file: source.path) {
    case .failure(let failure):
      var diagnostic = failure.diagnostic
      diagnostic.identifier = .shortcodeDeclaration
      parsed.diagnostics = [diagnostic]
      parsed.template.bytes = []
    case .success(let head):
      var reader = DeclarationReader(name: name)
      reader.read(head.entries, at: head.start(source.path))
      parsed.declaration = reader.declaration
      parsed.diagnostics = head.diagnostics + reader.reader.diagnostics
      parsed.template.bytes = withHeadAsComment(source.bytes, head)
    }
    return parsed
  }

  private static func withHeadAsComment(_ bytes: [UInt8], _ head: FrontMatterSource) -> [UInt8] {
    let lines = repeatElement(UInt8.newline, count: max(head.bodyLine - 2, 0))
    return Array("{{!".utf8) + lines + Array("}}\n".utf8) + head.body
  }
}

/// Reads a declaration from data.
private struct DeclarationReader {
  var declaration: ShortcodeDeclaration
  var reader = TypedReader(
    TypedReader.Rules(
      type: .shortcodeDeclaration, value: .shortcodeDeclaration, unknownKey: .shortcodeDeclaration,
      required: .shortcodeDeclaration, unknownKeySeverity: .error))

  init(name: String) {
    declaration = ShortcodeDeclaration(name: name)
  }

  mutating func read(_ entries: [DataEntry], at place: Place) {
    if !declaration.name.utf8.allSatisfy(isNameByte) {
      reader.report(
        .error, .shortcodeDeclaration,
        "the name of a shortcode must be of letters, digits, - and _, found \"\(declaration.name)\"",
        hint: "Rename the template.", at: place)
    }
    let known = ["summary", "parameters", "inner", "display", "embed"]
    for entry in entries {
      let (name, node) = (entry.key, entry.node)
      switch name {
      case "summary": declaration.summary = reader.text(node, name)
      case "parameters":
        for node in reader.list(node, name) ?? [] { readParameter(node) }
      case "inner": declaration.inner = reader.choice(node, name) ?? .none
      case "display": declaration.display = reader.choice(node, name) ?? .block
      case "embed": declaration.embed = embed(node)
      default: reader.unknownKey(entry, in: nil, known: known, hint: nil)
      }
    }
  }
}

extension DeclarationReader {
  /// `- id`, or the long form with its rules.
  private mutating func readParameter(_ node: DataNode) {
    guard let entries = node.entries else {
      if let name = reader.text(node, "each of parameters") {
        add(ShortcodeParameter(name: name), at: node.place)
      }
      return
    }
    var parameter = ShortcodeParameter(name: "")
    for entry in entries { read(entry, into: &parameter) }
    guard !parameter.name.isEmpty else {
      return reader.missing("name:", in: "each of parameters", at: node.place)
    }
    add(parameter, at: node.place)
  }

  private mutating func read(_ entry: DataEntry, into parameter: inout ShortcodeParameter) {
    let name = "parameters.\(entry.key)"
    let node = entry.node
    switch entry.key {
    case "name": parameter.name = reader.text(node, name) ?? ""
    case "type": parameter.kind = reader.choice(node, name) ?? .text
    case "required": parameter.need = need(node, name)
    case "default": parameter.fallback = fallback(node, name)
    case "values": parameter.values = reader.texts(node, name).map(\.value)
    case "summary": parameter.summary = reader.text(node, name)
    case "pattern":
      guard let text = reader.text(node, name) else { return }
      parameter.pattern = TextPattern(text)
      if parameter.pattern == nil {
        reader.report(
          .error, .shortcodeDeclaration, "\(name) is no pattern that sitegen knows",
          hint: "Write characters, [a-z0-9], ., ?, *, + and {1,20}; there are no groups.",
          at: node.place)
      }
    default:
      let known = ["name", "type", "required", "default", "values", "pattern", "summary"]
      reader.unknownKey(entry, in: "parameters", known: known, hint: nil)
    }
  }

  private mutating func need(_ node: DataNode, _ name: String) -> ShortcodeParameter.Need {
    if case .text("recommended") = node.value { return .recommended }
    return reader.bool(node, name) ?? false ? .required : .optional
  }

  private mutating func fallback(_ node: DataNode, _ name: String) -> String? {
    if case .bool(let bool) = node.value { return bool ? "true" : "false" }
    return reader.text(node, name)
  }

  private mutating func add(_ parameter: ShortcodeParameter, at place: Place) {
    if !parameter.name.utf8.allSatisfy(isNameByte) {
      reader.report(
        .error, .shortcodeDeclaration,
        "the name of a parameter must be of letters, digits, - and _, found "
          + "\"\(abridged(parameter.name))\"",
        at: place)
    } else if declaration.parameter(parameter.name) != nil {
      reader.report(
        .error, .shortcodeDeclaration, "the parameter \"\(parameter.name)\" is declared twice",
        at: place)
    } else {
      declaration.parameters.append(parameter)
    }
  }

  private mutating func embed(_ node: DataNode) -> EmbedService? {
    guard let entries = reader.table(node, "embed") else { return nil }
    var service = EmbedService(id: "", provider: "", category: "external-media", hosts: [])
    for entry in entries { read(entry, into: &service) }
    if service.id.isEmpty { service.id = declaration.name }
    if service.provider.isEmpty { reader.missing("provider:", in: "embed", at: node.place) }
    if service.hosts.isEmpty { reader.missing("hosts:", in: "embed", at: node.place) }
    return service
  }

  private mutating func read(_ entry: DataEntry, into service: inout EmbedService) {
    let name = "embed.\(entry.key)"
    let node = entry.node
    switch entry.key {
    case "service": service.id = reader.text(node, name) ?? ""
    case "provider": service.provider = reader.text(node, name) ?? ""
    case "category": service.category = reader.text(node, name) ?? service.category
    case "privacy": service.privacy = reader.text(node, name)
    case "hosts": service.hosts = reader.texts(node, name).map(\.value)
    case "allow": service.allow = reader.text(node, name)
    case "sandbox": service.sandbox = reader.text(node, name)
    case "frames":
      for text in reader.texts(node, name) {
        if let pattern = FramePattern(text.value) {
          service.frames.append(pattern)
        } else {
          reader.report(
            .error, .shortcodeDeclaration, "each entry of \(name) must begin with a host",
            hint: "Write player.example.org/video/{id}, for example.", at: text.place)
        }
      }
    default:
      let known = [
        "service", "provider", "category", "privacy", "hosts", "allow", "sandbox", "frames",
      ]
      reader.unknownKey(entry, in: "embed", known: known, hint: nil)
    }
  }
}

/// Of names of shortcodes and their arguments.
func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
