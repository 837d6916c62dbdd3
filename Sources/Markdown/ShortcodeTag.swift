import SiteModel

/// A shortcode's tag as it is typed: `{{< name argument key="value" >}}`.
struct ShortcodeTag {
  /// What it does.
  enum Form {
    case open
    case close
    /// `{{< name />}}`.
    case selfClosing
    /// `{{</* name */>}}`, which shows the tag itself.
    case escaped
    /// Something that begins like a tag and is none.
    case broken(Mistake)
  }

  /// Why a tag cannot be read.
  enum Mistake {
    case unclosed
    case unnamed
    case unclosedQuote
    case wrongQuote
    case emptyKey
    case endWithArguments
  }

  var form: Form
  var name = ""
  var nameRange = 0..<0
  var arguments: [TypedArgument] = []
  /// Where it stands in the text.
  ///
  /// For a shortcode that takes its inner text as it is typed, it goes on to the end of the closing
  /// tag.
  var range: Range<Int>
  var inner: Range<Int>?
  /// Whether only tags and the marks of quotations and lists are on its line.
  var isAlone = false

  var isBroken: Bool {
    if case .broken = form { true } else { false }
  }
}

/// An argument as it is typed.
struct TypedArgument {
  /// Nil for an argument that is known by its position.
  var key: String?
  var value: String
  /// Of the whole argument.
  var range: Range<Int>
  /// Of its value, without quotation marks.
  var valueRange: Range<Int>
}
