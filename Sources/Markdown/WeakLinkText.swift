/// The texts of links that say nothing about what is found there (WCAG 2.4.4).
enum WeakLinkText {
  private static let all: Set<[UInt8]> = Set(
    [
      "click here", "click", "here", "read more", "more", "learn more", "find out more", "link",
      "this link", "this page", "see here", "go", "continue", "continue reading", "details",
      "hier", "hier klicken", "klicken sie hier", "mehr", "weiterlesen", "mehr erfahren",
      "ici", "cliquez ici", "lire la suite", "en savoir plus", "aquí", "haz clic aquí",
      "leer más", "más", "qui", "clicca qui", "aqui", "clique aqui", "saiba mais",
      "こちら", "ここをクリック", "点击这里", "这里", "여기", "여기를 클릭",
    ].map { Array($0.utf8) })
  private static let longest = all.map(\.count).max() ?? 0

  /// Whether the HTML of a link's text is one of them, in small letters or not, with a point or not.
  static func isOne(_ html: ArraySlice<UInt8>) -> Bool {
    // Hardly any text is so short, so hardly any is looked up.
    guard html.count <= longest + 2 else { return false }
    var text = html.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    while let last = text.last, " .:!»>".utf8.contains(last) { text.removeLast() }
    return all.contains(text)
  }
}
