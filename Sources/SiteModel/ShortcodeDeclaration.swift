/// A shortcode of the theme, as the head of its template describes it.
package struct ShortcodeDeclaration: Hashable, Sendable {
  /// What may stand between `{{< name >}}` and `{{< /name >}}`.
  package enum Inner: String, Sendable, CaseIterable {
    case none
    case markdown
    /// Taken as it is typed.
    case text
  }

  /// Whether it stands between paragraphs or within a line of text.
  package enum Display: String, Sendable, CaseIterable {
    case block
    case inline
  }

  package var name: String
  /// What it is for, in a sentence.
  package var summary: String?
  /// In the order in which arguments without a name are taken.
  package var parameters: [ShortcodeParameter]
  package var inner = Inner.none
  package var display = Display.block
  /// Nil when nothing is loaded from elsewhere.
  package var embed: EmbedService?

  package init(name: String, parameters: [ShortcodeParameter] = []) {
    self.name = name
    self.parameters = parameters
  }

  package func parameter(_ name: String) -> ShortcodeParameter? {
    parameters.first { $0.name == name }
  }
}

/// An argument that a shortcode takes.
package struct ShortcodeParameter: Hashable, Sendable {
  /// What its value must be.
  package enum Kind: String, Sendable, CaseIterable {
    case text
    case number
    case boolean
    /// A full http or https address.
    case url
    /// An address of this site or another one.
    case link
    /// A file beside the article, a path of the site or a full address.
    case picture
    /// An article of the publication, by its path in `Content/`.
    case article
  }

  /// How badly it is needed.
  package enum Need: Sendable {
    case optional
    /// Its absence is a warning.
    case recommended
    case required
  }

  package var name: String
  package var kind = Kind.text
  package var need = Need.optional
  /// Holds when the argument is not given.
  package var fallback: String?
  /// The words that are allowed; empty when every value is.
  package var values: [String] = []
  package var pattern: TextPattern?
  /// What it is for, for the hint of an error.
  package var summary: String?

  package init(name: String, kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

/// A service that a shortcode loads something from, once the reader agrees (C-41).
package struct EmbedService: Hashable, Sendable {
  /// Its id in markup and in the record of a reader's choice.
  package var id: String
  /// As readers know it, for example "YouTube".
  package var provider: String
  /// The category of consent that it belongs to.
  package var category: String
  /// The provider's privacy policy.
  package var privacy: String?
  /// The hosts that its frames come from, for the Content-Security-Policy (C-60).
  package var hosts: [String]
  /// The `allow` of its frames.
  package var allow: String?
  /// The `sandbox` of its frames.
  package var sandbox: String?
  /// The addresses of frames that mean this shortcode.
  package var frames: [FramePattern] = []

  package init(id: String, provider: String, category: String, hosts: [String]) {
    self.id = id
    self.provider = provider
    self.category = category
    self.hosts = hosts
  }
}

/// The shortcodes of a theme, by name.
package struct ShortcodeCatalog: Hashable, Sendable {
  package private(set) var declarations: [String: ShortcodeDeclaration] = [:]

  package init(_ declarations: [ShortcodeDeclaration] = []) {
    for declaration in declarations { self.declarations[declaration.name] = declaration }
  }

  package subscript(_ name: String) -> ShortcodeDeclaration? { declarations[name] }

  package var names: [String] { declarations.keys.sorted() }

  /// The shortcode that a frame with this address means, and its arguments.
  package func shortcode(
    forFrame address: FrameAddress
  ) -> (declaration: ShortcodeDeclaration, arguments: [(name: String, value: String)])? {
    for name in names {
      guard let declaration = declarations[name], let embed = declaration.embed else { continue }
      for pattern in embed.frames {
        if let arguments = pattern.arguments(of: address) { return (declaration, arguments) }
      }
    }
    return nil
  }

  /// The shortcode for other frames of a host, for a hint.
  package func shortcode(forHost host: String) -> ShortcodeDeclaration? {
    for name in names {
      guard let declaration = declarations[name], let embed = declaration.embed else { continue }
      if embed.hosts.contains(host) || embed.frames.contains(where: { $0.host == host }) {
        return declaration
      }
    }
    return nil
  }
}
