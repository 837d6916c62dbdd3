import SiteModel

extension ConfigurationReader {
  mutating func readShortcodes(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["unknown"]) { reader, _, value in
      reader.set(\.shortcodes.unknown, reader.reader.choice(value, "\(name).unknown"))
    }
  }

  mutating func readEmbeds(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["allow"]) { reader, _, value in
      let hosts = reader.reader.texts(value, "\(name).allow")
      reader.configuration.embeds.allowedHosts = hosts.compactMap { reader.host($0, name) }
    }
  }

  private mutating func host(_ text: Located<String>, _ name: String) -> String? {
    let host = text.value.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isHost = labels.enumerated().allSatisfy { index, label in
      label == "*" && index == 0 || !label.isEmpty && label.utf8.allSatisfy(isHostByte)
    }
    if isHost, labels.count > 1 { return host }
    reader.report(
      .error, .configurationValue,
      "each entry of \(name).allow must be a host, found \"\(abridged(text.value))\"",
      hint: "Write the name alone, charts.example.org or *.example.org, for example.",
      at: text.place)
    return nil
  }
}

/// Of a host with its port.
private func isHostByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"), UInt8(ascii: ":"):
    true
  default: false
  }
}
