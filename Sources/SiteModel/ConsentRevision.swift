extension ConsentSettings {
  /// Names what readers were asked: another purpose, service or wording is another revision, and
  /// they are asked again (C-31).
  package var revision: String { StableHash(question).digits }

  /// The file that keeps what readers were asked in this revision (C-8); nil if they are not asked.
  package var proof: Permalink? {
    provider == .builtin && !optionalCategories.isEmpty
      ? Permalink("/consent/\(revision).json") : nil
  }

  /// Everything that a reader consents to, in one text.
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
