import SiteModel

/// The tags of a text, and the text as the Markdown parser is to see it.
///
/// Markdown would read a tag's arguments as text: quotation marks, addresses, underscores. So every
/// tag is covered by raw HTML of the same length, which names the tag by its number; all that
/// follows keeps its line and column. A tag on a line of its own is covered by `<?001xx?>`, which
/// is a block and ends a paragraph; one within a line by `<Q001xx>`, which never begins a block there.
/// Where code turns out to be, the cover is taken off again.
struct ShortcodeScan {
  private(set) var tags: [ShortcodeTag] = []
  /// The text, counted from 0; the tags' ranges are in it.
  private(set) var original: [UInt8] = []
  private(set) var masked: [UInt8] = []
  /// Where the first tag stands that is one too many.
  private(set) var excess: Range<Int>?

  /// A text with more tags has its first ones read, and the next one reported.
  static let mostTags = 10_000

  /// Nil for a text without any tag.
  init?(_ text: ArraySlice<UInt8>, _ options: MarkdownOptions) {
    let hasTags = text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 2 < bytes.count {
        if index + 8 <= bytes.count, !EightBytes(bytes, at: index).contains(UInt8(ascii: "{")) {
          index += 8
          continue
        }
        if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{"),
          bytes[index + 2] == UInt8(ascii: "<") || bytes[index + 2] == UInt8(ascii: "%")
        {
          return true
        }
        index += 1
      }
      return false
    }
    guard hasTags else { return nil }
    original = Array(text)
    masked = original
    findTags(options)
    // Destinations may have been written into a text without any tag besides.
    if tags.isEmpty, masked == original { return nil }
    for index in tags.indices { cover(index) }
  }

  static func isOpening(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == UInt8(ascii: "{")
      && bytes[index + 1] == UInt8(ascii: "{")
      && (bytes[index + 2] == UInt8(ascii: "<") || bytes[index + 2] == UInt8(ascii: "%"))
  }
}

extension ShortcodeScan {
  private mutating func findTags(_ options: MarkdownOptions) {
    let catalog = options.shortcodes
    var index = 0
    var lineStart = 0
    /// Shortcodes that take their inner text as it is typed, of which no closing tag follows.
    var unclosed: Set<String> = []
    while index < original.count, tags.count < Self.mostTags {
      if original[index] == UInt8(ascii: "\n") { lineStart = index + 1 }
      guard Self.isOpening(original, at: index), !isEscaped(index) else {
        index += 1
        continue
      }
      var reader = ShortcodeTagReader(original, at: index)
      var tag = reader.read()
      guard tag.range.count >= ShortcodeMask.shortest else {
        index += 3
        continue
      }
      let isDestination = isDestination(index)
      if catalog[tag.name] == nil,
        isDestination && writeDestination(of: tag)
          || options.keepsUnknownShortcodes && (isDestination || tag.isBroken || isQuoted(index))
      {
        index = tag.range.upperBound
        continue
      }
      if case .open = tag.form, catalog[tag.name]?.inner == .text, !unclosed.contains(tag.name) {
        if let close = closingTag(of: tag) {
          tag.inner = tag.range.upperBound..<close.lowerBound
          tag.range = tag.range.lowerBound..<close.upperBound
        } else {
          unclosed.insert(tag.name)
        }
      }
      markIfAlone(&tag, lineStart: lineStart)
      tags.append(tag)
      if let lineEnd = original[tag.range].lastIndex(of: UInt8(ascii: "\n")) {
        lineStart = lineEnd + 1
      }
      index = tag.range.upperBound
    }
    while index < original.count, excess == nil {
      if Self.isOpening(original, at: index), !isEscaped(index) { excess = index..<(index + 3) }
      index += 1
    }
  }

  /// Whether an empty line is within a tag, so that it belongs to no paragraph.
  func holdsEmptyLine(_ tag: ShortcodeTag) -> Bool {
    original[tag.range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropFirst().dropLast().contains { line in
        line.allSatisfy { $0 == UInt8(ascii: " ") || (0x9...0xd).contains($0) }
      }
  }

  /// Whether a tag is the address of a link: `[text]({{< ref "other.md" >}})`.
  private func isDestination(_ index: Int) -> Bool {
    index > 1 && original[index - 1] == UInt8(ascii: "(")
      && original[index - 2] == UInt8(ascii: "]")
  }

  /// Whether a tag is the value of an attribute.
  private func isQuoted(_ index: Int) -> Bool {
    index > 1 && original[index - 2] == UInt8(ascii: "=")
      && (original[index - 1] == UInt8(ascii: "\"") || original[index - 1] == UInt8(ascii: "'"))
  }

  /// Writes the address that Hugo's `ref` and `relref` name over their tag, as long as it is.
  private mutating func writeDestination(of tag: ShortcodeTag) -> Bool {
    guard tag.name == "ref" || tag.name == "relref", tag.arguments.count == 1,
      let path = tag.arguments.first?.value, !path.isEmpty,
      !path.utf8.contains(where: {
        $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
      })
    else { return false }
    let blanks = repeatElement(UInt8(ascii: " "), count: tag.range.count - path.utf8.count - 2)
    let destination = [UInt8(ascii: "<")] + Array(path.utf8) + blanks + [UInt8(ascii: ">")]
    masked.replaceSubrange(tag.range, with: destination)
    return true
  }

  /// Whether an odd number of backslashes stands before an offset.
  private func isEscaped(_ index: Int) -> Bool {
    var start = index
    while start > 0, original[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (index - start) % 2 == 1
  }

  private func closingTag(of tag: ShortcodeTag) -> Range<Int>? {
    var index = tag.range.upperBound
    while index + 2 < original.count {
      if Self.isOpening(original, at: index) {
        var reader = ShortcodeTagReader(original, at: index)
        let other = reader.read()
        if case .close = other.form, other.name == tag.name { return other.range }
      }
      index += 1
    }
    return nil
  }

  /// Decides whether a tag is a block; tags beside one another are or are not together.
  private mutating func markIfAlone(_ tag: inout ShortcodeTag, lineStart: Int) {
    let end = tag.range.upperBound
    let rest = original[end...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    let endsLine =
      rest == nil || rest == UInt8(ascii: "\n") || rest == UInt8(ascii: "\r")
    let before = tags.last.map { max($0.range.upperBound, lineStart) } ?? lineStart
    let follows = before > lineStart
    let beginsLine =
      follows
      ? tags.last?.isAlone ?? false
        && original[before..<tag.range.lowerBound].allSatisfy { $0 == UInt8(ascii: " ") }
      : isContainerPrefix(original[lineStart..<tag.range.lowerBound])
    // Until the next tag shows otherwise, one that begins its line may be alone on it.
    tag.isAlone = beginsLine && (endsLine || nextTagFollows(end))
    if !tag.isAlone, follows { takeBack(from: lineStart, before: tag.range.lowerBound) }
  }

  /// Whether only blanks stand before another tag.
  private func nextTagFollows(_ offset: Int) -> Bool {
    let next = original[offset...].firstIndex { $0 != UInt8(ascii: " ") }
    return next.map { Self.isOpening(original, at: $0) } ?? false
  }

  /// Earlier tags of a line that turned out to hold more than tags.
  private mutating func takeBack(from lineStart: Int, before offset: Int) {
    for index in tags.indices.reversed() {
      guard tags[index].range.upperBound > lineStart, tags[index].isAlone else { return }
      tags[index].isAlone = false
    }
  }

  /// Spaces, `>`, the marks of lists and `[^1]:`, between which and a tag no paragraph begins.
  private func isContainerPrefix(_ prefix: ArraySlice<UInt8>) -> Bool {
    let isMark = prefix.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"),
        UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    if isMark { return true }
    let text = prefix.reversed().drop { $0 == UInt8(ascii: " ") }
    return text.starts(with: ":]".utf8) && prefix.starts(with: "[^".utf8)
  }

  private mutating func cover(_ index: Int) {
    let tag = tags[index]
    ShortcodeMask.cover(tag.range, in: &masked, with: index, isBlock: tag.isAlone)
  }
}
