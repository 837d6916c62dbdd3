import SiteModel

/// The arguments of a shortcode, matched with its parameters and checked.
struct ShortcodeBinding {
  private let declaration: ShortcodeDeclaration
  private(set) var arguments: [ShortcodeArgument] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the shortcode itself stands.
  private let place: Place

  /// An argument with its place.
  struct Given {
    /// Nil for an argument that is known by its position.
    var key: String?
    var value: String
    var place: Place
    /// Of the value alone.
    var valuePlace: Place
  }

  init(_ given: [Given], to declaration: ShortcodeDeclaration, at place: Place) {
    self.declaration = declaration
    self.place = place
    var found: [String: ShortcodeArgument] = [:]
    var position = 0
    for argument in given {
      guard let parameter = parameter(for: argument, &position) else { continue }
      if found[parameter.name] != nil {
        report("\"\(parameter.name)\" is given twice", hint: "Leave one out.", at: argument.place)
      } else {
        found[parameter.name] = checked(argument, parameter)
      }
    }
    for parameter in declaration.parameters {
      if let argument = found[parameter.name] {
        arguments.append(argument)
      } else if let fallback = parameter.fallback {
        arguments.append(
          ShortcodeArgument(
            name: parameter.name, kind: parameter.kind, value: fallback, place: place))
      } else {
        reportMissing(parameter)
      }
    }
  }
}

extension ShortcodeBinding {
  private mutating func parameter(
    for argument: Given, _ position: inout Int
  ) -> ShortcodeParameter? {
    let name = declaration.name
    let known = declaration.parameters.map(\.name)
    if let key = argument.key {
      if let parameter = declaration.parameter(key) { return parameter }
      report(
        "the shortcode \"\(name)\" has no argument \"\(shortened(key))\"",
        hint: nearestName(to: key, in: known).map { "Did you mean \"\($0)\"?" }
          ?? (known.isEmpty ? "It takes none." : "It takes \(known.joined(separator: ", "))."),
        at: argument.place)
      return nil
    }
    defer { position += 1 }
    if position < known.count { return declaration.parameters[position] }
    report(
      "the shortcode \"\(name)\" takes \(known.isEmpty ? "no" : "at most \(known.count)")"
        + " argument\(known.count == 1 ? "" : "s")",
      hint: known.isEmpty
        ? "Remove it."
        : "It takes \(known.joined(separator: ", ")); put quotation marks around words.",
      at: argument.place)
    return nil
  }

  private mutating func checked(
    _ argument: Given, _ parameter: ShortcodeParameter
  ) -> ShortcodeArgument {
    var result = ShortcodeArgument(
      name: parameter.name, kind: parameter.kind, value: argument.value, place: argument.valuePlace)
    // Nothing between quotation marks says that there is nothing; only rules for words remain.
    if argument.value.isEmpty, parameter.need != .required { return result }
    if argument.value.utf8.count > Self.longestValue {
      report(
        "an argument may have at most \(Self.longestValue) bytes", hint: nil,
        at: argument.valuePlace)
      return result
    }
    let rule: String? =
      switch parameter.kind {
      case .text, .article: nil
      case .number: isNumber(argument.value) ? nil : "a number"
      case .boolean: ["true", "false"].contains(argument.value) ? nil : "true or false"
      case .url: isWebAddress(argument.value) ? nil : "a full address, https://…"
      case .link, .picture: destinationRule(for: &result)
      }
    if let rule {
      reportValue(argument, parameter, rule)
    } else if !parameter.values.isEmpty, !parameter.values.contains(argument.value) {
      reportChoice(argument, parameter)
    } else if let pattern = parameter.pattern, !pattern.matches(argument.value) {
      reportValue(argument, parameter, parameter.summary == nil ? "like \(pattern.source)" : nil)
    }
    return result
  }

  private static let longestValue = 4_000

  /// Sees whether an address is within the site, and refuses what could run code.
  private func destinationRule(for argument: inout ShortcodeArgument) -> String? {
    let use: LinkDestination.Use = argument.kind == .picture ? .image : .link
    let destination = Array(argument.value.utf8).withUnsafeBufferPointer {
      LinkDestination($0, for: use)
    }
    switch destination {
    case .unsafe(let scheme, _): return "an address without \(scheme):"
    case .site(let address):
      argument.value = address
      argument.isLocal = true
    case .web(let address), .other(let address): argument.value = address
    }
    return nil
  }

  private func isNumber(_ text: String) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && text.utf8.count <= 20 && !text.hasPrefix("--")
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private func isWebAddress(_ text: String) -> Bool {
    let lowered = text.prefix(8).lowercased()
    return (lowered.hasPrefix("https://") || lowered.hasPrefix("http://"))
      && FrameAddress(text) != nil && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
  }
}

extension ShortcodeBinding {
  private mutating func reportMissing(_ parameter: ShortcodeParameter) {
    let summary = "the shortcode \"\(declaration.name)\" needs \"\(parameter.name)\""
    switch parameter.need {
    case .optional: return
    case .required: report(summary, hint: parameter.summary, at: place)
    case .recommended:
      diagnostics.append(
        .warning(.shortcodeArgument, summary, hint: parameter.summary, at: place))
    }
  }

  private mutating func reportValue(
    _ argument: Given, _ parameter: ShortcodeParameter, _ rule: String?
  ) {
    let found = "\"\(parameter.name)\" of \"\(declaration.name)\" "
    let value = "\"\(shortened(argument.value))\""
    report(
      rule.map { "\(found)must be \($0), found \(value)" } ?? "\(found)cannot be \(value)",
      hint: parameter.summary, at: argument.valuePlace)
  }

  private mutating func reportChoice(_ argument: Given, _ parameter: ShortcodeParameter) {
    report(
      "\"\(parameter.name)\" of \"\(declaration.name)\" must be one of a few words, "
        + "found \"\(shortened(argument.value))\"",
      hint: nearestName(to: argument.value, in: parameter.values).map { "Did you mean \"\($0)\"?" }
        ?? "Write one of: \(parameter.values.joined(separator: ", ")).",
      at: argument.valuePlace)
  }

  private mutating func report(_ summary: String, hint: String?, at place: Place) {
    diagnostics.append(.error(.shortcodeArgument, summary, hint: hint, at: place))
  }

  private func shortened(_ text: String) -> String {
    text.count > 60 ? "\(text.prefix(57))…" : text
  }
}
