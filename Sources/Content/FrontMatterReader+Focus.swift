import SiteModel

extension FrontMatterReader {
  /// The point of a picture that crops keep: `30% 20%`, `top`, `left bottom`.
  mutating func focus(_ node: DataNode, _ name: String) -> FocalPoint? {
    guard let text = reader.text(node, name) else { return nil }
    if let point = FocalPoint(text) { return point }
    reader.report(
      .error, .frontMatterValue, "\(name) must be a point, found \"\(abridged(text))\"",
      hint: "Write how far right and down it is, 30% 20%, or words: top, left, right top.",
      at: node.place)
    return nil
  }
}

extension FocalPoint {
  /// Takes one or two words, or two percentages, as CSS does for `object-position`.
  fileprivate init?(_ text: String) {
    let words = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
    guard (1...2).contains(words.count) else { return nil }
    self = .center
    let percentages = words.compactMap(Self.percentage)
    if percentages.count == 2 {
      (x, y) = (percentages[0], percentages[1])
      return
    }
    var named: Set<Character> = []
    for word in words {
      switch word {
      case "left", "right":
        x = word == "left" ? 0 : 100
        guard named.insert("x").inserted else { return nil }
      case "top", "bottom":
        y = word == "top" ? 0 : 100
        guard named.insert("y").inserted else { return nil }
      case "center": break
      default: return nil
      }
    }
  }

  private static func percentage(_ word: String) -> Int? {
    guard word.hasSuffix("%"), let number = Int(word.dropLast()), (0...100).contains(number) else {
      return nil
    }
    return number
  }
}
