/// The page or article that a link stands on.
struct LinkOrigin {
  /// Relative to `Content/`.
  var source: String
  var permalink: Permalink
  var fragments: Set<String>

  /// The folder of the source, relative to `Content/`.
  var folder: [Substring] { pathParts(source).dropLast() }
}

/// The parts of a path between its slashes.
private func pathParts(_ path: String) -> [Substring] {
  path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
}

/// Finds what links within the site lead to.
struct LinkResolver {
  let addresses: AddressBook
  let unpublished: [String: String]
  let broken: Set<String>
  /// The pictures of `Content/`, and what is to be made of them.
  private(set) var pictures: PictureShelf
  /// Nil when broken links are not to be reported.
  let severity: Diagnostic.Severity?
  private(set) var diagnostics: [Diagnostic] = []
  /// Finding the nearest name takes time in proportion to the site, so only so many are sought.
  private var hintsLeft = 40

  init(
    addresses: AddressBook, unpublished: [String: String], broken: Set<String>,
    pictures: PictureShelf,
    severity: Diagnostic.Severity?
  ) {
    self.addresses = addresses
    self.unpublished = unpublished
    self.broken = broken
    self.pictures = pictures
    self.severity = severity
  }

  mutating func resolve(_ slots: [LinkSlot], from origin: LinkOrigin) -> [ResolvedLink] {
    slots.map { slot in
      switch slot.purpose {
      case .link: link(slot, from: origin)
      case .image:
        picture(
          Located(slot.destination, at: slot.place), from: origin, for: PictureUse(.figure)
        )
        .map { .picture($0) } ?? .unresolved(slot.destination)
      }
    }
  }

  /// The picture that a front matter or a text names; nil, with a diagnostic, if it is not there.
  mutating func picture(
    _ image: Located<String>, from origin: LinkOrigin, for use: PictureUse
  ) -> Picture? {
    let rule: Diagnostic.Identifier = use.role == .cover ? .contentCover : .contentImage
    if image.value.contains("://") || image.value.hasPrefix("//") {
      return Picture(location: .elsewhere(image.value))
    }
    let destination = LinkDestination(image.value)
    if let entry = target(of: destination, from: origin), let source = entry.source {
      if let defect = pictures.defect(of: source) {
        diagnostics.append(.error(rule, defect.problem, hint: defect.remedy, at: image.place))
      }
      return pictures.take(source, at: entry.permalink, for: use, namedAt: image.place)
    }
    let hint =
      "Put the file beside the article, or write its path from the root of Content/, with a slash."
    report(rule, "there is no picture \"\(image.value)\"", hint: hint, at: image.place)
    return nil
  }
}

extension LinkResolver {
  private mutating func link(_ slot: LinkSlot, from origin: LinkOrigin) -> ResolvedLink {
    let destination = LinkDestination(slot.destination)
    if destination.path.isEmpty {
      checkFragment(destination, in: origin.fragments, of: "this text", at: slot.place)
      return .fragment(destination.suffix)
    }
    guard let entry = target(of: destination, from: origin) else {
      reportMissing(destination, from: origin, at: slot.place)
      return .unresolved(slot.destination)
    }
    if let fragments = entry.fragments {
      checkFragment(destination, in: fragments, of: entry.description, at: slot.place)
    }
    return .site(entry.permalink, suffix: destination.suffix)
  }

  /// Source paths first, then files beside the text, then addresses relative to the page's own.
  func target(
    of destination: LinkDestination, from origin: LinkOrigin
  ) -> AddressBook.Entry? {
    if destination.isFromRoot {
      return addresses.entry(from: String(Substring(destination.path.utf8.dropFirst())))
        ?? addresses.entry(at: destination.path)
    }
    if let path = resolved(destination.path, from: origin.folder) {
      if let entry = addresses.entry(from: path) ?? addresses.entry(from: "\(path)/index.md") {
        return entry
      }
    }
    let page = pathParts(origin.permalink.path)
    guard let path = resolved(destination.path, from: page) else { return nil }
    return addresses.entry(at: "/\(path)")
  }

  /// Joins a relative path to a folder; nil when it climbs out of the root.
  private func resolved(_ path: String, from folder: [Substring]) -> String? {
    var parts = folder
    for part in pathParts(path) {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private mutating func checkFragment(
    _ destination: LinkDestination, in fragments: Set<String>, of target: String, at place: Place
  ) {
    let id = destination.fragment
    guard !id.isEmpty, !fragments.contains(id), !["top", "main"].contains(id) else { return }
    report(
      .contentLink, "\(target) has no heading \"#\(id)\"",
      hint: nearest(to: id, in: fragments.sorted()), at: place)
  }

  private mutating func reportMissing(
    _ destination: LinkDestination, from origin: LinkOrigin, at place: Place
  ) {
    let source =
      destination.isFromRoot
      ? String(Substring(destination.path.utf8.dropFirst()))
      : resolved(destination.path, from: origin.folder)
    if let source, let reason = unpublished[source] ?? unpublished["\(source)/index.md"] {
      report(
        .contentLink, "the link leads to Content/\(source), which is \(reason)",
        hint: "Readers would find nothing there: link to it once it is published.", at: place)
      return
    }
    if let source, broken.contains(source) || broken.contains("\(source)/index.md") { return }
    let isMarkdown = destination.path.hasSuffix(".md")
    report(
      .contentLink, "the link leads to \"\(destination.path)\", which is not there",
      hint: isMarkdown ? nearest(to: source ?? "", in: addresses.allSources) : nil, at: place)
  }

  private mutating func nearest(to name: String, in known: [String]) -> String? {
    guard hintsLeft > 0 else { return nil }
    hintsLeft -= 1
    return nearestName(to: name, in: known).map { "Did you mean \"\($0)\"?" }
  }

  private mutating func report(
    _ rule: Diagnostic.Identifier, _ summary: String, hint: String?, at place: Place
  ) {
    guard let severity else { return }
    diagnostics.append(Diagnostic(severity, rule, summary, hint: hint, at: place))
  }
}
