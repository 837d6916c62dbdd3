import SiteModel

extension ConfigurationReader {
  mutating func readMarkdown(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["rawHTML", "smartPunctuation"]) { reader, key, value in
      let choice = reader.reader.bool(value, "\(name).\(key)")
      if key == "rawHTML" {
        reader.set(\.markdown.allowsRawHTML, choice)
      } else {
        reader.set(\.markdown.hasSmartPunctuation, choice)
      }
    }
  }

  mutating func readLimits(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["articleSeconds"]) { reader, _, value in
      let path = "\(name).articleSeconds"
      guard case .number(let digits) = value.value, let seconds = Double(digits) else {
        reader.reader.wrongType(value, path, "a number")
        return
      }
      guard (0.001...3_600).contains(seconds) else {
        reader.wrongValue(path, "from 0.001 to 3600", at: value)
        return
      }
      reader.configuration.limits.article = .seconds(seconds)
    }
  }

  mutating func readTableOfContents(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["minimumHeadings"]) { reader, _, value in
      reader.set(
        \.contentsThreshold,
        reader.reader.wholeNumber(value, "\(name).minimumHeadings", in: 1...1_000))
    }
  }

  mutating func readRelated(_ node: DataNode, _ name: String) {
    let known = [
      "count", "halfLife", "minimumScore", "fallback", "weights", "excludeTags", "excludeSections",
    ]
    readGroup(node, name, known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "count":
        reader.set(\.related.count, reader.reader.wholeNumber(value, path, in: 0...50))
      case "halfLife":
        reader.set(\.related.halfLife, reader.reader.wholeNumber(value, path, in: 0...100_000))
      case "minimumScore":
        reader.set(\.related.minimumScore, reader.fraction(value, path, of: 1_000, upTo: 1))
      case "fallback":
        reader.set(\.related.fallback, reader.reader.choice(value, path))
      case "weights": reader.readWeights(value, path)
      case "excludeTags":
        reader.configuration.related.excludedTags = reader.reader.texts(value, path).map(\.value)
      default:
        reader.configuration.related.excludedSections =
          reader.reader.texts(value, path).map(\.value)
      }
    }
  }

  private mutating func readWeights(_ node: DataNode, _ name: String) {
    let fields: [String: WritableKeyPath<SiteConfiguration, Int>] = [
      "title": \.related.weights.title, "summary": \.related.weights.summary,
      "body": \.related.weights.body, "tags": \.related.weights.tags,
      "authors": \.related.weights.authors, "pairs": \.related.weights.pairs,
    ]
    readGroup(node, name, known: fields.keys.sorted()) { reader, key, value in
      guard let field = fields[key] else { return }
      reader.set(field, reader.fraction(value, "\(name).\(key)", of: 100, upTo: 100))
    }
  }

  /// A number from 0 to `limit`, in parts of one of which `unit` are a whole.
  private mutating func fraction(
    _ node: DataNode, _ name: String, of unit: Double, upTo limit: Double
  ) -> Int? {
    guard case .number(let digits) = node.value, let number = Double(digits) else {
      reader.wrongType(node, name, "a number")
      return nil
    }
    guard (0...limit).contains(number) else {
      wrongValue(name, "from 0 to \(Int(limit))", at: node)
      return nil
    }
    return Int((number * unit).rounded())
  }
}
