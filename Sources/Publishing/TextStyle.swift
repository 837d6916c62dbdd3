package import SiteModel

/// Whether what is written for people has colors.
package enum TextStyle: Sendable {
  case plain
  /// With the codes that terminals understand (ECMA-48, 8.3.117).
  case colored
}

extension TextStyle {
  func bold(_ text: String) -> String { applying("1", to: text) }
  func dim(_ text: String) -> String { applying("2", to: text) }
  func hint(_ text: String) -> String { applying("36", to: text) }

  /// As severe as it is.
  func text(_ text: String, of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: applying("1;31", to: text)
    case .warning: applying("1;33", to: text)
    case .note: applying("1;36", to: text)
    }
  }

  private func applying(_ code: String, to text: String) -> String {
    switch self {
    case .plain: text
    case .colored: "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
  }
}
