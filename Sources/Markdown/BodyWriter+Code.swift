extension BodyWriter {
  mutating func writeCodeBlock(_ node: Node) {
    let language = CodeLanguage(info: node.fenceInfo)
    html.startLine()
    // Keyboards must reach what scrolls, and what can be reached needs a name (A-4).
    html.write("<pre tabindex=\"0\" role=\"region\" aria-label=\"")
    let label = language.map { "\(GeneratedText.code), \($0.name)" } ?? GeneratedText.code
    html.write(escaping: labels.unique(label))
    html.write("\"><code")
    if let language {
      html.write(" class=\"language-")
      html.write(escaping: language.id)
      html.write("\"")
    }
    html.write(">")
    if shortcodes.scan == nil {
      html.write(escaping: node.literal)
    } else {
      uncovered(node.literal).withUnsafeBufferPointer { html.write(escaping: $0) }
    }
    html.write("</code></pre>\n")
  }
}

/// The language of a code block: the first word of what follows its fence.
struct CodeLanguage: Hashable {
  /// In lower case, for a class.
  let id: String

  /// Takes `rust,linenos` and `{.python .numbers}` as well, as other generators write them.
  init?(info: UnsafeBufferPointer<UInt8>) {
    let word = info.drop { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ".") }
      .prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "{") }
      .filter(Self.isKept)
    if word.isEmpty { return nil }
    id = String(decoding: word, as: UTF8.self).lowercased()
  }

  /// For people.
  var name: String {
    Self.names[id] ?? id.prefix(1).uppercased() + id.dropFirst()
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static let names = [
    "bash": "Bash", "c++": "C++", "cpp": "C++", "cs": "C#", "csharp": "C#", "css": "CSS",
    "csv": "CSV", "go": "Go", "graphql": "GraphQL", "html": "HTML", "http": "HTTP",
    "javascript": "JavaScript", "js": "JavaScript", "json": "JSON", "kt": "Kotlin",
    "md": "Markdown", "objc": "Objective-C", "php": "PHP", "py": "Python", "rb": "Ruby",
    "rs": "Rust", "sh": "Shell", "sql": "SQL", "toml": "TOML", "ts": "TypeScript",
    "typescript": "TypeScript", "xml": "XML", "yaml": "YAML", "yml": "YAML",
  ]
}

/// Labels of a page's regions, each used once, so that a list of regions tells them apart.
struct UniqueLabels {
  private var counts: [String: Int] = [:]

  mutating func unique(_ label: String) -> String {
    let count = (counts[label] ?? 0) + 1
    counts[label] = count
    return count == 1 ? label : "\(label) (\(count))"
  }
}
