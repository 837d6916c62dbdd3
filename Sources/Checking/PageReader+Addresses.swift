import SiteModel

extension PageReader {
  /// A link that readers follow.
  mutating func checkLink(_ attribute: HTMLName, _ tag: HTMLTag) {
    guard let value = scanner.value(of: attribute), !addresses.isPlain(scanner.bytes[value]) else {
      return
    }
    judge(scanner.text(value), as: .checkLink, tag)
  }

  /// A file that browsers load.
  mutating func checkAsset(_ attribute: HTMLName, _ tag: HTMLTag) {
    guard let value = scanner.value(of: attribute), !value.isEmpty,
      !addresses.isPlain(scanner.bytes[value])
    else { return }
    judge(scanner.text(value), as: .checkAsset, tag)
  }

  /// Several files of which browsers load one, each with its width or density.
  mutating func checkSourceSet(_ attribute: HTMLName, _ tag: HTMLTag) {
    guard let value = scanner.value(of: attribute) else { return }
    var position = value.lowerBound
    while position < value.upperBound {
      let byte = scanner.bytes[position]
      if byte.isSpace || byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let start = position
      while position < value.upperBound, !scanner.bytes[position].isSpace { position += 1 }
      var end = position
      if scanner.bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if !addresses.isPlain(scanner.bytes[start..<end]) {
        judge(scanner.text(start..<end), as: .checkAsset, tag)
      }
      // What follows up to the comma says when to load it.
      if end == position {
        while position < value.upperBound, scanner.bytes[position] != UInt8(ascii: ",") {
          position += 1
        }
      }
    }
  }

  /// Finds out where an address leads that is none of the usual ones.
  mutating func judge(_ address: String, as rule: Diagnostic.Identifier, _ tag: HTMLTag) {
    let address = address.trimmingSpaces
    switch addresses.target(of: address, on: contents.file) {
    case .nowhere: break
    case .elsewhere:
      guard collectsExternalLinks else { return }
      contents.externalLinks.append(
        PageContents.ExternalLink(address: address, element: scanner.source(tag.range)))
    case .file(let file, let fragment):
      guard rule == .checkLink, !fragment.isEmpty, fragment != "top" else { return }
      contents.partLinks.append(
        PageContents.PartLink(
          target: file, fragment: fragment, element: scanner.source(tag.range), address: address))
    case .missing: report(missing(address, rule), .address(address), tag)
    case .outside:
      report(
        Finding(
          rule, "\(address) leads out of the publication, which begins at \(addresses.base.path)/",
          hint: "Let the address begin with \(addresses.base.path)/, or write it in full.",
          in: contents.file), .address(address), tag)
    }
  }

  private func missing(_ address: String, _ rule: Diagnostic.Identifier) -> Finding {
    let shown = address.isEmpty ? "an empty address" : address
    return rule == .checkLink
      ? Finding(
        rule, "the link leads to \(shown), which is not there",
        hint: "Correct the address, or build again if the page is new.", in: contents.file)
      : Finding(
        rule, "the page loads \(shown), which is not there",
        hint: "Correct the address, or build again if the file is new.", in: contents.file)
  }
}

extension String {
  /// Without the blanks around it that browsers take off an address.
  var trimmingSpaces: String {
    guard utf8.first?.isSpace ?? false || utf8.last?.isSpace ?? false else { return self }
    let start = utf8.firstIndex { !$0.isSpace } ?? utf8.endIndex
    let end = utf8.lastIndex { !$0.isSpace }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
