import SiteModel

extension BodyWriter {
  /// Writes raw HTML piece by piece; frames of known providers become their shortcodes (C-41), and
  /// what would be loaded from elsewhere without a reader's consent is an error (C-1, C-40).
  mutating func writeMarkup(_ markup: [UInt8], of node: Node) {
    var scanner = MarkupScanner(markup, tagCount: shortcodes.scan?.tags.count ?? 0)
    var left: [UInt8] = []
    var (line, counted) = (0, 0)
    for piece in scanner.scan() {
      switch piece {
      case .markup(let range): left += markup[range]
      case .frameEnd(let range):
        if !shortcodes.hasReplacedFrame { left += markup[range] }
      case .shortcode(let number):
        flush(&left, of: node)
        writeShortcode(number, at: node)
      case .misplaced: break  // Reported with all tags that nothing came to.
      case .loader(let element):
        let start = element.range.lowerBound
        line += markup[counted..<start].count { $0 == UInt8(ascii: "\n") }
        counted = start
        let place = place(of: element, at: node, line: line)
        if !writeInstead(of: element, at: node, place, &left) { left += markup[element.range] }
      }
    }
    flush(&left, of: node)
  }

  /// Marks the tags within comments as seen: they are notes among colleagues.
  mutating func passOverComments(in literal: UnsafeBufferPointer<UInt8>, outside markup: [UInt8]) {
    guard let scan = shortcodes.scan else { return }
    func numbers(_ bytes: some RandomAccessCollection<UInt8>) -> Set<Int> {
      var found: Set<Int> = []
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
        if let cover = ShortcodeMask.read(bytes, at: offset, count: scan.tags.count) {
          found.insert(cover.number)
        }
      }
      return found
    }
    for number in numbers(literal).subtracting(numbers(markup)) { shortcodes.met[number] = true }
  }
}

extension BodyWriter {
  private mutating func flush(_ markup: inout [UInt8], of node: Node) {
    if markup.contains(where: { $0 > 0x20 }) { writeRaw(markup, of: node) }
    markup.removeAll()
  }

  /// Whether an element was dealt with, so that it is not written as it stands.
  private mutating func writeInstead(
    of element: MarkupElement, at node: Node, _ place: Place, _ left: inout [UInt8]
  ) -> Bool {
    // What waits for consent carries its address elsewhere, and `srcdoc` hides it.
    guard element.attributes["srcdoc"] == nil, let typed = element.address,
      let address = FrameAddress(typed), address.host != options.ownHost
    else { return false }
    if element.name == "script", element.attributes["data-category"] != nil,
      element.attributes["type"] == "text/plain"
    {
      return false
    }
    if element.name == "iframe", let known = options.shortcodes.shortcode(forFrame: address) {
      flush(&left, of: node)
      shortcodes.hasReplacedFrame = true
      writeFrame(known.declaration, known.arguments, of: element, at: node, place)
      return true
    }
    if options.embeds.allows(address.host) {
      guard element.name == "iframe", !options.allowsRawHTML else { return false }
      flush(&left, of: node)
      shortcodes.hasReplacedFrame = true
      writeAllowedFrame(typed, element)
      return true
    }
    let known = options.shortcodes.shortcode(forHost: address.host)
    diagnostics.append(.thirdParty(element.name, address.host, known: known?.name, at: place))
    shortcodes.hasReplacedFrame = true
    return true
  }

  private mutating func writeFrame(
    _ declaration: ShortcodeDeclaration, _ found: [(name: String, value: String)],
    of element: MarkupElement, at node: Node, _ place: Place
  ) {
    var given = found.filter { declaration.parameter($0.name) != nil }.map {
      ShortcodeBinding.Given(key: $0.name, value: $0.value, place: place, valuePlace: place)
    }
    if let title = element.attributes["title"], !title.isEmpty,
      declaration.parameter("title") != nil, !given.contains(where: { $0.key == "title" })
    {
      given.append(
        ShortcodeBinding.Given(key: "title", value: title, place: place, valuePlace: place))
    }
    let binding = ShortcodeBinding(given, to: declaration, at: place)
    diagnostics += binding.diagnostics
    writeCall(declaration, binding.arguments, at: node)
  }

  /// A frame of a host that the publication trusts, where raw HTML as such is not allowed.
  private mutating func writeAllowedFrame(_ address: String, _ element: MarkupElement) {
    html.write("<iframe src=\"")
    html.write(address: address.utf8)
    html.write("\"")
    for name in ["title", "width", "height", "allow"] {
      guard let value = element.attributes[name], !value.isEmpty else { continue }
      html.write(" ")
      html.write(escaping: name)
      html.write("=\"")
      html.write(escaping: value)
      html.write("\"")
    }
    html.write(
      " loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\" allowfullscreen></iframe>"
    )
  }

  /// Where an element is written, as far as the parser knows: it names the line.
  private mutating func place(of element: MarkupElement, at node: Node, line: Int) -> Place {
    let start = source.place(of: node, in: block)
    let typedLine = start.line - source.firstLine + 1 + line
    let lineStart = source.offset(ofLine: typedLine)
    let lineEnd = max(lineStart, source.offset(ofLine: typedLine + 1))
    let tag = Array("<\(element.name)".utf8)
    // Elements on one line are found one after another.
    let first = min(max(lineStart, shortcodes.lastElement + 1), lineEnd)
    let found = (first..<lineEnd).first { index in
      source.bytes[index...].prefix(tag.count).elementsEqual(tag) { $0 | 0x20 == $1 | 0x20 }
    }
    guard let found else { return start }
    shortcodes.lastElement = found
    return source.place(of: found..<(found + tag.count))
  }
}

extension Diagnostic {
  fileprivate static func thirdParty(
    _ element: String, _ host: String, known: String?, at place: Place
  ) -> Diagnostic {
    let remedy =
      known.map { "Write {{< \($0) … >}} instead" }
      ?? (element == "script"
        ? "Write type=\"text/plain\" data-category=\"…\" data-src=\"…\" so that it waits"
        : "Link to it, or write a shortcode for it")
    return .error(
      .embedThirdParty,
      "<\(element)> would load from \(host) before the reader agrees",
      hint: "\(remedy), or allow the host in sitegen.yaml with embeds: {allow: [\(host)]}.",
      at: place)
  }
}
