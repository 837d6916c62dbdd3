import SiteModel

/// Reads a page of the output and finds what is wrong with it alone.
struct PageReader {
  let addresses: SiteAddresses
  let collectsExternalLinks: Bool
  var scanner: HTMLScanner
  var contents: PageContents
  var headings: [PageHeading] = []
  var head = PageHead()
  private let ownAddress: String
  private var ids: Set<NameHash> = []
  private var isInMain = false
  private var hasMain = false

  init(_ file: String, _ bytes: [UInt8], _ addresses: SiteAddresses, external: Bool) {
    self.addresses = addresses
    collectsExternalLinks = external
    ownAddress = addresses.fullAddress(of: file)
    scanner = HTMLScanner(bytes)
    contents = PageContents(file: file)
    contents.isPage = true
  }

  /// Everything that there is to know of the page.
  consuming func read() -> PageContents {
    while let tag = scanner.next() {
      if tag.isClosing {
        if tag.name == .main { isInMain = false }
        continue
      }
      readIdentifier(of: tag)
      if let name = tag.name { read(name, tag) }
    }
    checkHeadings(onlyInMain: hasMain)
    checkHead()
    checkParts()
    contents.ids = ids.sorted()
    return contents
  }

  private mutating func read(_ name: HTMLName, _ tag: HTMLTag) {
    if let level = name.headingLevel {
      headings.append(
        PageHeading(
          level: level, tag: tag.range, textStart: scanner.position, isInMain: isInMain))
      return
    }
    switch name {
    case .main: (isInMain, hasMain) = (true, true)
    case .a, .area: checkLink(.href, tag)
    case .link: readLink(tag)
    case .meta: readMeta(tag)
    case .img: readPicture(tag)
    case .source, .audio, .video, .iframe:
      for attribute in [HTMLName.sourceAddress, .dataSource, .poster] { checkAsset(attribute, tag) }
      checkSourceSet(.sourceSet, tag)
    case .form: checkLink(.action, tag)
    case .script: readScript(tag)
    case .style: _ = scanner.skipText(of: .style)
    case .title where head.title == nil: readTitle(tag)
    default: break
    }
  }
}

/// A heading as it stands on a page.
struct PageHeading {
  var level: Int
  var tag: Range<Int>
  var textStart: Int
  var isInMain: Bool
}

extension PageReader {
  /// Judges the links to parts of the page itself; others wait for the other pages.
  private mutating func checkParts() {
    var others: [PageContents.PartLink] = []
    for link in contents.partLinks {
      if link.target != contents.file {
        others.append(link)
      } else if !PageContents.has(link.fragment, among: ids.contains) {
        contents.findings.append(.missingPart(link, in: contents.file))
      }
    }
    contents.partLinks = others
  }

  /// Ids are found on every element, whatever it is.
  private mutating func readIdentifier(of tag: HTMLTag) {
    for index in scanner.attributes.indices {
      let (name, value) = (scanner.attributes[index].name, scanner.attributes[index].value)
      guard name == .id || name == .name && tag.name == .a, !value.isEmpty,
        !ids.insert(scanner.digest(value)).inserted, name == .id
      else { continue }
      let id = scanner.text(value)
      report(
        Finding(
          .checkID, "the id \"\(id)\" is on the page twice",
          hint: "Links and labels find the first one only: give one of them another id.",
          in: contents.file), .id(id), tag)
    }
  }

  private mutating func readTitle(_ tag: HTMLTag) {
    let range = scanner.skipText(of: .title)
    head.title = HTMLText.words(of: scanner.bytes[range])
    head.titleElement = scanner.source(tag.range)
  }

  private mutating func readMeta(_ tag: HTMLTag) {
    guard let content = scanner.value(of: .content) else { return }
    if let equivalent = scanner.value(of: .httpEquivalent) {
      if scanner.text(equivalent).lowercased() == "refresh" {
        contents.isRedirect = true
        readRefresh(content, tag)
      }
      return
    }
    let name = (scanner.value(of: .name) ?? scanner.value(of: .property)).map(scanner.text) ?? ""
    switch name {
    case "description":
      head.description = scanner.text(content)
      head.descriptionElement = scanner.source(tag.range)
    case "robots": contents.isHidden = scanner.text(content).contains("noindex")
    case "og:image", "og:url", "twitter:image": checkAsset(.content, tag)
    default: break
    }
  }

  /// `0; url=/somewhere/`.
  private mutating func readRefresh(_ content: Range<Int>, _ tag: HTMLTag) {
    let text = scanner.text(content)
    guard let sign = text.firstIndex(of: "=") else { return }
    let address = text[text.index(after: sign)...].filter { !"'\" ".contains($0) }
    judge(address, as: .checkLink, tag)
  }

  private mutating func readLink(_ tag: HTMLTag) {
    let relation = scanner.value(of: .rel).map(scanner.text)?.lowercased() ?? ""
    let relations = relation.split(separator: " ")
    switch relation {
    case "canonical":
      guard let value = scanner.value(of: .href) else { return }
      let address = scanner.text(value)
      contents.canonical = address == ownAddress ? .own : .other(address)
    case "alternate", "prev", "next", "author", "license", "search", "help": checkLink(.href, tag)
    case "preconnect", "dns-prefetch": break
    default:
      checkAsset(.href, tag)
      checkSourceSet(.imageSourceSet, tag)
    }
    guard relations.contains("stylesheet"), let value = scanner.value(of: .href) else { return }
    if let file = file(at: value) { contents.styles.append(file) }
  }

  private mutating func readPicture(_ tag: HTMLTag) {
    checkAsset(.sourceAddress, tag)
    checkSourceSet(.sourceSet, tag)
    guard scanner.value(of: .alt) == nil, scanner.value(of: .role) == nil else { return }
    let address = scanner.value(of: .sourceAddress).map(scanner.text) ?? ""
    report(
      Finding(
        .checkAlternative, "the picture has no alternative text",
        hint: "Write alt=\"…\" with what it shows, or alt=\"\" if it is decoration.",
        in: contents.file), .address(address), tag)
  }

  /// The file of this site that is loaded from the address in a range; nil if there is none.
  private func file(at range: Range<Int>) -> String? {
    if let file = addresses.file(atPlain: scanner.bytes[range]) { return file }
    guard case .file(let file, _) = addresses.target(of: scanner.text(range), on: contents.file)
    else { return nil }
    return file
  }

  /// Scripts are loaded; data for search engines names addresses of the site.
  private mutating func readScript(_ tag: HTMLTag) {
    checkAsset(.sourceAddress, tag)
    checkAsset(.dataSource, tag)
    if let value = scanner.value(of: .sourceAddress),
      let file = file(at: value)
    {
      contents.scripts.append(file)
    }
    let isData = scanner.value(of: .type).map(scanner.text)?.hasSuffix("json") ?? false
    let range = scanner.skipText(of: .script)
    guard isData else { return }
    let found = AddressScan(addresses, in: contents.file).missing(in: scanner.bytes[range])
    contents.findings += found.map { address in
      Finding(
        .checkLink, "the structured data names \(address), which is not there", in: contents.file
      ).because(of: .address(address))
    }
  }

  mutating func report(_ finding: Finding, _ clue: Finding.Clue, _ tag: HTMLTag) {
    contents.findings.append(finding.because(of: clue, in: scanner.source(tag.range)))
  }
}
