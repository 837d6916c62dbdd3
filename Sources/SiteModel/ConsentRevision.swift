extension ConsentSettings {
  /// Names what readers were asked: another purpose, service or wording is another revision, and
  /// they are asked again (C-31).
  package var revision: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in question.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The file that keeps what readers were asked in this revision (C-8); nil if they are not asked.
  package var proof: Permalink? {
    provider == .builtin && !optionalCategories.isEmpty
      ? Permalink("/consent/\(revision).json") : nil
  }

  /// Everything that a reader consents to, in one text; its hash is FNV-1a.
  private var question: String {
    var parts = [policyVersion, notice] + wording.parts
    for category in optionalCategories {
      parts += ["category", category.id, category.title, category.description]
      for service in category.services {
        parts += ["service", service.id, service.name, service.provider, service.purpose]
        parts += [service.duration, service.storage]
      }
    }
    return parts.joined(separator: "\u{1e}")
  }
}

extension ConsentWording {
  /// All texts in a fixed order.
  fileprivate var parts: [String] {
    [
      heading, accept, reject, choose, settingsHeading, settingsText, necessaryTitle,
      necessaryText, signalText, save, close,
    ]
  }
}
