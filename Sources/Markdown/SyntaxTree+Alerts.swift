/// The kinds of GitHub's alerts.
enum Alert: String, CaseIterable {
  case note
  case tip
  case important
  case warning
  case caution

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension SyntaxTree {
  /// Takes the `[!NOTE]` lines out of the tree, and says which block quotes they began.
  func extractAlerts(in source: inout SourceText) -> [Node: Alert] {
    var alerts: [Node: Alert] = [:]
    var current = root.firstChild
    while let node = current {
      if node.kind == .blockQuote, let alert = node.takeAlert(in: &source) { alerts[node] = alert }
      current = node.nextBlock(below: root)
    }
    return alerts
  }
}

extension Node {
  /// Removes the marker of an alert from a block quote that begins with one and goes on after it.
  fileprivate func takeAlert(in source: inout SourceText) -> Alert? {
    guard let paragraph = firstChild, paragraph.kind == .paragraph,
      let marker = paragraph.firstChild, marker.kind == .text,
      marker.literal.count <= 16, let alert = Alert(marker: marker.literal),
      // With a backslash it is meant as text.
      source.text(at: paragraph).starts(with: "[!".utf8)
    else { return nil }
    if let lineEnd = marker.next {
      guard lineEnd.kind == .softBreak || lineEnd.kind == .lineBreak else { return nil }
      lineEnd.remove()
      marker.remove()
    } else {
      guard paragraph.next != nil else { return nil }
      paragraph.remove()
    }
    return alert
  }
}

extension Alert {
  fileprivate init?(marker: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: marker, as: UTF8.self)
    guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
    self.init(rawValue: text.dropFirst(2).dropLast().lowercased())
  }
}
