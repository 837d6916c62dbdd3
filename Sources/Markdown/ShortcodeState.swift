import SiteModel

/// The shortcodes of a text while its HTML is written.
struct ShortcodeState {
  /// Nil for a text without any tag.
  let scan: ShortcodeScan?
  /// In the order in which they begin.
  var calls: [ShortcodeCall] = []
  /// Those whose closing tag is still to come, the innermost last.
  var open: [OpenShortcode] = []
  /// Which tags have been come to, be it in code.
  var met: [Bool]
  /// Whether a paragraph was divided to let a block stand between its parts.
  var hasDividedParagraph = false
  /// Whether `<iframe>` was written in another form, so that `</iframe>` goes too.
  var hasReplacedFrame = false

  init(_ scan: ShortcodeScan?) {
    self.scan = scan
    met = Array(repeating: false, count: scan?.tags.count ?? 0)
  }

  /// Shortcodes within one another, at most.
  static let mostLevels = 16

  /// Where the element of raw HTML stands that was found last.
  var lastElement = -1
  /// The last offset of the HTML at which a shortcode begins or ends: what was written before it must
  /// not be taken away again.
  var protectedEnd = 0
}

/// A shortcode whose inner text is being written.
struct OpenShortcode {
  var name: String
  /// The position of its call; nil for one that is unknown or wrong, which needs its end all the same.
  var call: Int?
  var container: Node?
  /// The place of the opening tag.
  var place: Place
}
