/// A body whose shortcodes are made, and where its remaining slots lead.
package struct ExpandedBody: Sendable {
  package var body: ArticleBody
  package var links: [ResolvedLink]
}

extension ArticleBody {
  /// The same body with HTML in place of its shortcodes.
  ///
  /// The links within a shortcode's inner text are filled with paths: only the shortcode's template
  /// knows where the text will stand. `make` gets a shortcode, its number on the page and its inner
  /// HTML.
  package func expandingShortcodes(
    links: [ResolvedLink], base: BaseURL,
    make: (_ call: ShortcodeCall, _ number: Int, _ inner: String) -> String
  ) -> ExpandedBody {
    var expansion = ShortcodeExpansion(body: self, links: links, base: base)
    expansion.copy(0..<html.count, end: shortcodes.count, make)
    var body = self
    body.html = expansion.html
    body.slots = expansion.slots
    body.shortcodes = []
    body.expandedShortcodes = shortcodeNames
    return ExpandedBody(body: body, links: expansion.keptLinks)
  }
}

/// The way through a body, from slot to slot and from shortcode to shortcode.
private struct ShortcodeExpansion {
  let body: ArticleBody
  let links: [ResolvedLink]
  let base: BaseURL
  var html: [UInt8] = []
  var slots: [LinkSlot] = []
  var keptLinks: [ResolvedLink] = []
  private var nextSlot = 0
  private var nextCall = 0
  /// How many shortcodes the part that is being copied stands in.
  private var depth = 0

  init(body: ArticleBody, links: [ResolvedLink], base: BaseURL) {
    self.body = body
    self.links = links
    self.base = base
    html.reserveCapacity(body.html.count + body.shortcodes.count * 1_024)
  }

  /// Copies a part of the body up to the shortcode number `end`, which stands outside of it.
  mutating func copy(
    _ range: Range<Int>, end: Int, _ make: (ShortcodeCall, Int, String) -> String
  ) {
    var position = range.lowerBound
    while true {
      let slot = nextSlot < body.slots.count ? body.slots[nextSlot].offset : Int.max
      let call = nextCall < end ? body.shortcodes[nextCall].range.lowerBound : Int.max
      let next = min(slot, call)
      guard next < range.upperBound || next == call && nextCall < end else { break }
      html += body.html[position..<next]
      position = next
      if slot < call {
        position = copySlot()
      } else {
        position = copyCall(make)
      }
    }
    html += body.html[position..<range.upperBound]
  }

  /// Keeps the next slot, or fills it within a shortcode, and returns where its range ends or, if
  /// it stays, what it covers begins.
  private mutating func copySlot() -> Int {
    var slot = body.slots[nextSlot]
    let link = nextSlot < links.count ? links[nextSlot] : .unresolved(slot.destination)
    nextSlot += 1
    let end = slot.offset + slot.length
    if depth > 0 {
      SlotFilling(base: base, style: .path)
        .fill(slot, with: link, covering: body.html[slot.offset..<end], to: &html)
      return end
    }
    let start = slot.offset
    slot.offset = html.count
    slots.append(slot)
    keptLinks.append(link)
    return start
  }

  /// Makes the next shortcode with all that is in it, and returns where its range ends.
  private mutating func copyCall(_ make: (ShortcodeCall, Int, String) -> String) -> Int {
    let call = body.shortcodes[nextCall]
    nextCall += 1
    let number = nextCall
    let start = html.count
    depth += 1
    copy(call.range, end: number + call.innerCount, make)
    depth -= 1
    let inner = String(decoding: html[start...], as: UTF8.self)
    html.removeLast(html.count - start)
    html += make(call, number, inner).utf8
    return call.range.upperBound
  }
}
