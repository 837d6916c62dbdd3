/// A service that keeps the list of a newsletter's readers, with the form that it expects.
enum NewsletterProvider: String, CaseIterable {
  case custom
  case buttondown
  case kit
  case listmonk

  /// As readers are told.
  var title: String? {
    switch self {
    case .custom: nil
    case .buttondown: "Buttondown"
    case .kit: "Kit"
    case .listmonk: "listmonk"
    }
  }

  /// Where the form is sent, for an account at the service.
  func action(account: String) -> String? {
    switch self {
    case .custom: nil
    case .buttondown: "https://buttondown.com/api/emails/embed-subscribe/\(account)"
    case .kit: "https://app.kit.com/forms/\(account)/subscriptions"
    // Everyone runs their own, so there is no account, only an address.
    case .listmonk: nil
    }
  }

  /// The name of the field with the reader's address.
  var emailField: String {
    self == .kit ? "email_address" : "email"
  }

  /// Fields that the service wants besides.
  var fields: [(name: String, value: String)] {
    self == .buttondown ? [("embed", "1")] : []
  }

  /// The field that must stay empty, by the service's own name (N-7).
  var honeypot: String? {
    self == .listmonk ? "nonce" : nil
  }
}
