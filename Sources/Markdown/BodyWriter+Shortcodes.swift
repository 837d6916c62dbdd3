import SiteModel

extension BodyWriter {
  /// Writes what a tag asks for, where it was come to at a node.
  mutating func writeShortcode(_ number: Int, at node: Node) {
    guard let tag = shortcodes.scan?.tags[number] else { return }
    shortcodes.met[number] = true
    switch tag.form {
    case .escaped: writeAsText(tag.shownText(in: shortcodes.scan), at: node)
    case .broken(let mistake):
      diagnostics.append(.broken(mistake, at: source.place(of: source.firstLine(of: tag.range))))
    case .close: close(tag, at: node)
    case .open, .selfClosing: open(tag, at: node)
    }
  }

  /// Reports what the end of the text shows to be missing.
  mutating func finishShortcodes() {
    while let open = shortcodes.open.popLast() { end(open, isClosed: false) }
    guard let scan = shortcodes.scan else { return }
    for (tag, isMet) in zip(scan.tags, shortcodes.met) where !isMet {
      let place = source.place(of: source.firstLine(of: tag.range))
      var diagnostic: Diagnostic =
        scan.holdsEmptyLine(tag) ? .broken(.unclosed, at: place) : .misplaced(at: place)
      if options.keepsUnknownShortcodes, options.shortcodes[tag.name] == nil {
        diagnostic.severity = .warning
      }
      diagnostics.append(diagnostic)
    }
    if let excess = scan.excess { diagnostics.append(.tooMany(at: source.place(of: excess))) }
  }

  /// A shortcode that takes no inner text, with arguments from elsewhere than a tag.
  mutating func writeCall(
    _ declaration: ShortcodeDeclaration, _ arguments: [ShortcodeArgument], at node: Node
  ) {
    let position = position(of: node)
    beginBlock(declaration.display, position)
    shortcodes.calls.append(
      ShortcodeCall(
        name: declaration.name, arguments: arguments, display: declaration.display,
        range: html.count..<html.count))
    shortcodes.protectedEnd = html.count
    endBlock(declaration.display, position)
  }
}

extension BodyWriter {
  private mutating func open(_ tag: ShortcodeTag, at node: Node) {
    let place = source.place(of: source.firstLine(of: tag.range))
    guard let declaration = options.shortcodes[tag.name] else {
      return openUnknown(tag, at: node, place)
    }
    let given = tag.arguments.map { argument in
      ShortcodeBinding.Given(
        key: argument.key, value: argument.value, place: source.place(of: argument.range),
        valuePlace: source.place(of: argument.valueRange))
    }
    let binding = ShortcodeBinding(given, to: declaration, at: place)
    diagnostics += binding.diagnostics
    let position = position(of: node)
    if declaration.display == .block, position == .inline {
      diagnostics.append(.needsOwnLine(tag.name, at: place))
    }
    let isVoid: Bool =
      if case .selfClosing = tag.form { true } else { declaration.inner == .none }
    if isVoid { return writeCall(declaration, binding.arguments, at: node) }
    beginBlock(declaration.display, position)
    var call = ShortcodeCall(
      name: tag.name, arguments: binding.arguments, display: declaration.display,
      range: html.count..<html.count)
    if declaration.inner == .text, let inner = tag.inner {
      let typed = shortcodes.scan?.original[inner] ?? []
      call.innerText = String(decoding: typed, as: UTF8.self)
      typed.withUnsafeBufferPointer { text.append($0) }
      text.endBlock()
      shortcodes.calls.append(call)
      shortcodes.protectedEnd = html.count
      return endBlock(declaration.display, position)
    }
    if shortcodes.open.count >= ShortcodeState.mostLevels {
      diagnostics.append(.nestedTooDeeply(at: place))
      return
    }
    shortcodes.calls.append(call)
    shortcodes.protectedEnd = html.count
    shortcodes.open.append(
      OpenShortcode(
        name: tag.name, call: shortcodes.calls.count - 1,
        container: container(of: node, declaration.display), place: place))
    if declaration.display == .block, position == .paragraph { html.write("<p>") }
  }

  private mutating func close(_ tag: ShortcodeTag, at node: Node) {
    let place = source.place(of: source.firstLine(of: tag.range))
    guard let index = shortcodes.open.lastIndex(where: { $0.name == tag.name }) else {
      return closeNothing(tag, at: node, place)
    }
    while shortcodes.open.count > index + 1 {
      if let open = shortcodes.open.popLast() { end(open, isClosed: false) }
    }
    let open = shortcodes.open.removeLast()
    guard let call = open.call else {
      return writeAsText(tag.typedText(in: shortcodes.scan), at: node)
    }
    let display = shortcodes.calls[call].display
    if open.container != container(of: node, display) {
      diagnostics.append(.closedElsewhere(tag.name, opened: open.place.line, at: place))
    }
    let position = position(of: node)
    if display == .block, position == .paragraph { endParagraphBeforeBlock() }
    end(open, isClosed: true)
    endBlock(display, position)
  }

  private mutating func end(_ open: OpenShortcode, isClosed: Bool) {
    if !isClosed, options.shortcodes[open.name] != nil {
      diagnostics.append(.unclosed(open.name, at: open.place))
    }
    guard let call = open.call else { return }
    let start = shortcodes.calls[call].range.lowerBound
    shortcodes.calls[call].range = start..<max(start, html.count)
    shortcodes.calls[call].innerCount = shortcodes.calls.count - call - 1
    shortcodes.protectedEnd = html.count
  }

  private mutating func closeNothing(_ tag: ShortcodeTag, at node: Node, _ place: Place) {
    guard let declaration = options.shortcodes[tag.name] else {
      if options.keepsUnknownShortcodes {
        return writeAsText(tag.typedText(in: shortcodes.scan), at: node)
      }
      let nearest = nearestName(to: tag.name, in: shortcodes.open.map(\.name))
      diagnostics.append(.closesNothing(tag.name, nearest: nearest, at: place))
      return
    }
    diagnostics.append(
      declaration.inner == .none
        ? .takesNoText(tag.name, at: place) : .closesNothing(tag.name, nearest: nil, at: place))
  }

  private mutating func openUnknown(_ tag: ShortcodeTag, at node: Node, _ place: Place) {
    if options.keepsUnknownShortcodes {
      return writeAsText(tag.typedText(in: shortcodes.scan), at: node)
    }
    let names = options.shortcodes.names
    diagnostics.append(
      .unknownShortcode(tag.name, nearest: nearestName(to: tag.name, in: names), at: place))
    // Whether it has an end is unknown too; if there is one, it is no further mistake.
    if shortcodes.open.count < ShortcodeState.mostLevels, case .open = tag.form {
      shortcodes.open.append(
        OpenShortcode(name: tag.name, call: nil, container: nil, place: place))
    }
  }

  private mutating func writeAsText(_ typed: String, at node: Node) {
    let isBlock = node.kind == .htmlBlock
    if isBlock { html.write("<p>") }
    html.write(escaping: typed)
    if isBlock { html.write("</p>\n") }
  }
}

extension ShortcodeTag {
  func typedText(in scan: ShortcodeScan?) -> String {
    String(decoding: scan?.original[range] ?? [], as: UTF8.self)
  }

  /// What an escaped tag shows.
  func shownText(in scan: ShortcodeScan?) -> String {
    guard let scan, let inner, case .escaped = form else { return typedText(in: scan) }
    let start = scan.original[range].prefix(3)
    return String(
      decoding: start + scan.original[inner] + scan.original[range].suffix(3), as: UTF8.self)
  }
}
