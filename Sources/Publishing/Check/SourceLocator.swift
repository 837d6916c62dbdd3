import Checking
import Content
import Rendering
import SiteModel

/// Finds the line of a source that is to blame for what a page shows.
///
/// In this order: the link or picture of the Markdown text that leads there; the text of the page's
/// own source; a tag of a template that says it word for word; the configuration; a tag of a template
/// that looks like the one on the page; and at last the page's source as a whole.
struct SourceLocator {
  private let site: Site
  private let listing: SourceListing
  private let reader: ContentReader
  /// Those that have faults, by path in the output.
  private let pages: [String: SitePage]
  /// Nearly all faults are in texts, and then nobody asks for the theme.
  private lazy var theme = TemplateTags(
    listing.templates.map { [reader] in ($0, reader.bytes(of: $0)) })
  private var texts: [String: SourceLines] = [:]

  init(
    _ site: Site, _ listing: SourceListing, _ reader: ContentReader, pages: [String: SitePage]
  ) {
    self.site = site
    self.listing = listing
    self.reader = reader
    self.pages = pages
  }

  /// The findings with their places; one that many files share is told once.
  mutating func diagnostics(for findings: [Finding]) -> [Diagnostic] {
    let located = findings.map { LocatedFinding(finding: $0, cause: cause(of: $0)) }
    // Where a line is known, what follows from it elsewhere says nothing new.
    let known = Set(located.filter(\.cause.isExact).map(\.fault))
    let telling = located.filter { $0.cause.isExact || !known.contains($0.fault) }
    return Dictionary(grouping: telling, by: \.message).map { message, located in
      Diagnostic(
        .error, message.rule, message.summary + shown(located.map(\.finding.file), message.place),
        hint: located.first?.finding.hint, at: message.place)
    }
  }

  /// Where the fault shows, unless its place says it.
  private func shown(_ files: [String], _ place: Place?) -> String {
    let files = Array(Set(files)).sorted()
    let first = files.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? ""
    if files.count > 1 { return " (in \(files.count) files, \(first) for one)" }
    if let place, place.file == document(of: first)?.path || place.file == asset(of: first) {
      return ""
    }
    return " (in \(first))"
  }
}

/// What is to blame for a fault, as far as that is found out.
private enum Cause: Hashable {
  case line(Place)
  case file(String)
  case unknown

  var isExact: Bool { if case .line = self { true } else { false } }

  var place: Place? {
    switch self {
    case .line(let place): place
    case .file(let file): Place(file: file)
    case .unknown: nil
    }
  }
}

/// A finding with what is to blame for it.
private struct LocatedFinding {
  /// What makes two findings one message.
  struct Message: Hashable {
    var rule: Diagnostic.Identifier
    var summary: String
    var place: Place?
  }

  /// What makes one finding follow from another.
  struct Fault: Hashable {
    var rule: Diagnostic.Identifier
    var what: String
  }

  var finding: Finding
  var cause: Cause

  var message: Message {
    Message(rule: finding.rule, summary: finding.summary, place: cause.place)
  }

  var fault: Fault {
    switch finding.clue {
    case .address(let what), .words(let what): Fault(rule: finding.rule, what: what)
    default: Fault(rule: finding.rule, what: finding.summary)
    }
  }
}

extension SourceLocator {
  private struct Document {
    var path: String
    var places: KeyPlaces
    var text: ExpandedBody?
    var cover: (picture: Picture, place: Place)?
  }

  private mutating func cause(of finding: Finding) -> Cause {
    let document = document(of: finding.file)
    if let document, let place = place(of: finding.clue, in: document) { return .line(place) }
    let words: String
    switch finding.clue {
    case .address(let address): words = address
    case .heading(let text), .id(let text), .words(let text): words = text
    case .key, .layout, .none: words = ""
    }
    let match = theme.match(finding.element, naming: words)
    if let match, match.isLiteral { return .line(match.place) }
    if case .words(let words) = finding.clue,
      let place = configuration().place(ofWords: words) ?? theme.place(ofWords: words)
    {
      return .line(place)
    }
    if case .address(let address) = finding.clue {
      if let place = configuration().place(ofAddress: address) { return .line(place) }
      if let asset = asset(of: finding.file),
        let place = lines(of: asset).place(ofAddress: address)
      {
        return .line(place)
      }
    }
    if let match { return .line(match.place) }
    if let source = finding.source { return .file(source) }
    // What sitegen writes by itself has no tag, and the page's source is not to blame for it.
    if finding.isAboutData { return .unknown }
    if case .layout = finding.clue, let page = pages[finding.file] {
      return .file("Templates/\(site.layoutName(of: page)).mustache")
    }
    return (document?.path ?? asset(of: finding.file)).map { .file($0) } ?? .unknown
  }

  private mutating func place(of clue: Finding.Clue, in document: Document) -> Place? {
    switch clue {
    case .address(let address):
      if let place = link(to: address, in: document) { return place }
      return lines(of: document.path).place(ofAddress: address)
    case .heading(let words): return lines(of: document.path).place(ofHeading: words)
    case .key(let key): return document.places[key] ?? document.places["title"]
    case .words(let words): return lines(of: document.path).place(ofWords: words)
    case .id(let id):
      let heading = document.text?.body.headings.first { $0.id == id }
      return heading.flatMap { lines(of: document.path).place(ofHeading: $0.text) }
    case .layout, .none: return nil
    }
  }

  /// The link or picture of a text that leads to an address.
  private func link(to address: String, in document: Document) -> Place? {
    let base = site.configuration.baseURL
    if let cover = document.cover, cover.picture.isFound(at: address, from: base) {
      return cover.place
    }
    guard let text = document.text else { return nil }
    for (slot, link) in zip(text.body.slots, text.links) {
      let isIt =
        switch link {
        case .site(let permalink, let suffix): base.href(permalink) + suffix == address
        case .fragment(let fragment): fragment == address
        case .unresolved(let written): written == address
        case .picture(let picture): picture.isFound(at: address, from: base)
        }
      if isIt { return slot.place }
    }
    return nil
  }

  private func document(of file: String) -> Document? {
    guard let page = pages[file] else { return nil }
    let source: String?
    var places = KeyPlaces()
    var cover: (Picture, Place)?
    switch page {
    case .article(let index):
      source = site.articles[index].source
      places = site.articles[index].frontMatter.places
      if let picture = site.articles[index].cover,
        let written = site.articles[index].frontMatter.cover
      {
        cover = (picture, written.image.place)
      }
    case .standing(let index):
      source = site.pages[index].source
      places = site.pages[index].frontMatter.places
    case .section(let index, _):
      source = site.sections[index].page?.source
      places = site.sections[index].page?.frontMatter.places ?? places
    case .author(let index, _): source = site.authors[index].page?.source
    case .removed(let index): source = site.removals[index].source
    default: source = nil
    }
    return source.map {
      Document(path: "Content/\($0)", places: places, text: site.text(of: page), cover: cover)
    }
  }

  /// The file of the theme that a file of the output is.
  private func asset(of file: String) -> String? {
    guard file.hasPrefix("assets/") else { return nil }
    var parts = file.dropFirst("assets/".count).split(
      separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2 { parts.remove(at: parts.count - 2) }
    let path = "Templates/assets/\(parts.joined(separator: "."))"
    return listing.stamps[path] == nil ? nil : path
  }

  private mutating func configuration() -> SourceLines {
    lines(of: ContentReader.configurationPath)
  }

  private mutating func lines(of file: String) -> SourceLines {
    if let known = texts[file] { return known }
    let lines = SourceLines(file: file, reader.bytes(of: file))
    texts[file] = lines
    return lines
  }
}

extension Finding {
  fileprivate var isAboutData: Bool {
    if case .address = clue { element.isEmpty } else { false }
  }
}

extension ContentReader {
  /// The bytes of a source; none if it is gone, and then nothing stands in it.
  fileprivate func bytes(of file: String) -> [UInt8] {
    if case .success(let bytes) = read(file) { bytes } else { [] }
  }
}

extension Picture {
  /// Whether an address of a page is one of its files.
  fileprivate func isFound(at address: String, from base: BaseURL) -> Bool {
    if let set, address.hasPrefix("\(base.href(Permalink(set.stem)))-") { return true }
    return switch location {
    case .elsewhere(let written): written == address
    case .site(let permalink):
      base.href(permalink) == address || base.absolute(permalink) == address
    }
  }
}
