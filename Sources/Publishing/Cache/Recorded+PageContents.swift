import Checking
import SiteModel

/// The file is the one that the record is of, and links to other sites are of no concern to a build.
extension PageContents: Recorded {
  static var blank: PageContents { PageContents(file: "") }

  mutating func record(with coder: inout some RecordCoder) {
    file = coder.file
    coder.code(&findings)
    coder.code(&ids)
    coder.code(&partLinks)
    coder.code(&title)
    coder.code(&description)
    coder.code(&canonical)
    coder.code(&isHidden)
    coder.code(&isRedirect)
    coder.code(&styles)
    coder.code(&scripts)
    coder.code(&listed)
    coder.code(&isPage)
  }
}

extension PageContents.Canonical: Recorded {
  static var blank: PageContents.Canonical { .missing }

  mutating func record(with coder: inout some RecordCoder) {
    var (kind, address) = (0, "")
    switch self {
    case .missing: break
    case .own: kind = 1
    case .other(let other): (kind, address) = (2, other)
    }
    coder.code(&kind)
    if kind == 2 { coder.code(&address) }
    self = kind == 0 ? .missing : kind == 1 ? .own : .other(address)
  }
}

extension NameHash: Recorded {
  static var blank: NameHash { NameHash(number: 0) }

  mutating func record(with coder: inout some RecordCoder) {
    var number = number
    coder.code(&number)
    self = NameHash(number: number)
  }
}

extension PageContents.PartLink: Recorded {
  static var blank: PageContents.PartLink {
    PageContents.PartLink(target: "", fragment: "", element: "", address: "")
  }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&target)
    coder.code(&fragment)
    coder.code(&element)
    coder.code(&address)
  }
}

extension Finding: Recorded {
  static var blank: Finding { Finding(.checkLink, "", in: "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&rule)
    coder.code(&summary)
    coder.code(&hint)
    coder.code(&file)
    coder.code(&element)
    coder.code(&clue)
    coder.code(&source)
  }
}

extension Finding.Clue: Recorded {
  static var blank: Finding.Clue { .none }

  mutating func record(with coder: inout some RecordCoder) {
    var (kind, text) = (kind.rawValue, text)
    coder.code(&kind)
    coder.code(&text)
    self = Kind(rawValue: kind).map { Finding.Clue($0, text) } ?? .none
  }
}

extension Finding.Clue {
  private enum Kind: String {
    case address, heading, key, id, words, layout, none
  }

  private init(_ kind: Kind, _ text: String) {
    self =
      switch kind {
      case .address: .address(text)
      case .heading: .heading(text)
      case .key: .key(text)
      case .id: .id(text)
      case .words: .words(text)
      case .layout: .layout
      case .none: .none
      }
  }

  private var kind: Kind {
    switch self {
    case .address: .address
    case .heading: .heading
    case .key: .key
    case .id: .id
    case .words: .words
    case .layout: .layout
    case .none: .none
    }
  }

  private var text: String {
    switch self {
    case .address(let text), .heading(let text), .key(let text), .id(let text), .words(let text):
      text
    case .layout, .none: ""
    }
  }
}
