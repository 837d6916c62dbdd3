import SiteModel

extension ShortcodeReader {
  /// Tags that name arguments which the head does not declare; they would show nothing.
  static func unknownArguments(
    in source: TemplateSource, of declaration: ShortcodeDeclaration
  ) -> [Diagnostic] {
    let text = SourceText(
      file: source.path, bytes: source.bytes, range: 0..<source.bytes.count)
    let known = declaration.parameters.map(\.name)
    return ArgumentTag.all(in: source.bytes).filter { !known.contains($0.name) }.map { tag in
      .error(
        .templateVariable, "the head declares no argument \"\(abridged(tag.name))\"",
        hint: nearestName(to: tag.name, in: known).map { "Did you mean \"\($0)\"?" }
          ?? "Declare it under parameters:.",
        at: text.place(at: tag.range.lowerBound, length: tag.range.count))
    }
  }
}

/// `{{args.name}}` in a template, with or without a sign before it.
private struct ArgumentTag {
  var name: String
  var range: Range<Int>

  static func all(in bytes: [UInt8]) -> [ArgumentTag] {
    var tags: [ArgumentTag] = []
    var index = 0
    while let brace = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
      var start = brace
      while start < bytes.count, "{#^&/ ".utf8.contains(bytes[start]) { start += 1 }
      index = start
      let prefix = "args."
      guard start - brace >= 2, bytes[start...].starts(with: prefix.utf8) else { continue }
      let first = start + prefix.utf8.count
      let end = bytes[first...].firstIndex { !isNameByte($0) } ?? bytes.count
      tags.append(
        ArgumentTag(name: String(decoding: bytes[first..<end], as: UTF8.self), range: start..<end))
      index = end
    }
    return tags
  }
}
