import SiteModel

/// The custom properties of the theme's style sheets: browsers pass over a `var(--name)` that nothing
/// defines, so that after a slip in `tokens.css` colors or sizes are gone from every page.
struct CustomProperties {
  /// Defined whatever the medium is, and defined within `@media` alone.
  private var defined: Set<String> = []
  private var definedForMedia: Set<String> = []
  /// Where each is used first without a value to fall back on, outside of `@media` and within.
  private var uses: [String: Place] = [:]
  private var usesForMedia: [String: Place] = [:]

  init(_ sheets: [String: String]) {
    for (path, text) in sheets.sorted(by: { $0.key < $1.key }) {
      var scanner = StyleSheetScanner(text)
      while let word = scanner.next() { note(word, in: path) }
    }
  }

  /// Warnings, since a script may define what no style sheet does.
  var diagnostics: [Diagnostic] {
    let missing = uses.filter { !defined.contains($0.key) }
    let missingForMedia = usesForMedia.filter {
      !defined.contains($0.key) && !definedForMedia.contains($0.key)
    }
    return missing.merging(missingForMedia) { first, _ in first }.map { name, place in
      let isForMedia = definedForMedia.contains(name)
      return .warning(
        .templateProperty,
        "no style sheet defines \(name)\(isForMedia ? " outside of @media" : "")",
        hint: nearestName(to: name, in: defined.sorted()).map { "Did you mean \"\($0)\"?" }
          ?? "Define it in :root, or give a value to fall back on: var(\(name), 1rem).",
        at: place)
    }
  }

  private mutating func note(_ word: StyleSheetScanner.Property, in path: String) {
    if word.isDefinition {
      if word.isForMedia { definedForMedia.insert(word.name) } else { defined.insert(word.name) }
      return
    }
    let place = Place(
      file: "Templates/assets/\(path)", line: word.line, column: word.column,
      length: word.name.utf8.count)
    if word.isForMedia {
      if usesForMedia[word.name] == nil { usesForMedia[word.name] = place }
    } else if uses[word.name] == nil {
      uses[word.name] = place
    }
  }
}
