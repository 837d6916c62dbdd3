/// A list of fonts as `font-family` has it.
struct FontFamilies {
  private let names: [String]

  init(inCSS list: String) {
    names = list.split(separator: ",").map { name in
      String(name.filter { $0 != "\"" && $0 != "'" }.split(separator: " ").joined(separator: " "))
    }
  }

  /// The same for Pango, which knows the generic families of CSS under names of its own.
  var forPango: String {
    let known = names.filter { !$0.hasPrefix("-") && !$0.hasPrefix("var(") && !$0.isEmpty }
    let families = known.map { name in
      switch name {
      case "sans-serif", "system-ui", "ui-sans-serif": "Sans"
      case "serif", "ui-serif": "Serif"
      case "monospace", "ui-monospace": "Monospace"
      default: name
      }
    }
    // The comma at the end keeps a family such as "Foo Bold" apart from the style that follows.
    return families.map { "\($0)," }.joined()
  }
}
