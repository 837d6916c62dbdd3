import SiteModel

extension ConfigurationReader {
  mutating func readImages(_ node: DataNode, _ name: String) {
    let known = ["process", "formats", "widths", "quality", "cards"]
    readGroup(node, name, known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "process": reader.set(\.images.makesCopies, reader.reader.bool(value, path))
      case "cards": reader.readCards(value, path)
      case "formats": reader.readFormats(value, path)
      case "widths": reader.readWidths(value, path)
      default: reader.readQuality(value, path)
      }
    }
  }

  /// A number of cards, or whether all are drawn.
  private mutating func readCards(_ node: DataNode, _ name: String) {
    guard case .number = node.value else {
      set(\.images.drawnCards, reader.bool(node, name).map { $0 ? .max : 0 })
      return
    }
    set(\.images.drawnCards, reader.wholeNumber(node, name, in: 0...Int.max))
  }

  /// Formats beside the one that every program reads, in the order in which browsers shall try them.
  private mutating func readFormats(_ node: DataNode, _ name: String) {
    let known = [PictureEncoding.avif, .webp].map(\.rawValue)
    configuration.images.formats = reader.texts(node, name).compactMap { text in
      let format = PictureEncoding(rawValue: text.value)
      if let format, known.contains(text.value) { return format }
      reader.unknownWord(text.value, name, known, at: text.place)
      return nil
    }
  }

  private mutating func readWidths(_ node: DataNode, _ name: String) {
    let widths = (reader.list(node, name) ?? []).compactMap {
      reader.wholeNumber($0, "each of \(name)", in: 16...8_192)
    }
    if widths.isEmpty {
      wrongValue(name, "a list of widths in pixels", at: node)
    } else {
      configuration.images.widths = Set(widths).sorted()
    }
  }

  private mutating func readQuality(_ node: DataNode, _ name: String) {
    let known = [PictureEncoding.avif, .webp, .jpeg]
    readGroup(node, name, known: known.map(\.rawValue)) { reader, key, value in
      guard let format = PictureEncoding(rawValue: key),
        let quality = reader.reader.wholeNumber(value, "\(name).\(key)", in: 1...100)
      else { return }
      reader.configuration.images.quality[format] = quality
    }
  }
}
