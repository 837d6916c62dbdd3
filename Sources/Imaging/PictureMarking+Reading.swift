import CVips

extension PictureMarking {
  /// What the metadata of an open picture says: XMP first, then IPTC, then EXIF.
  init(in picture: borrowing VipsPicture) {
    self.init()
    let xmp = picture.block("xmp-data")
    if !xmp.isEmpty { self = completed(by: PictureMarking(xmp: xmp)) }
    let iptc = picture.block("iptc-data")
    if !iptc.isEmpty { self = completed(by: PictureMarking(iptc: iptc)) }
    let exif = picture.block("exif-data")
    if copyright == nil, !exif.isEmpty { copyright = EXIFBlock(exif)?.copyright }
  }

  /// Reads a packet of XMP.
  init(xmp: [UInt8]) {
    self.init()
    // Some writers fill the packet up with a zero byte.
    var scanner = XMLScanner(Array(xmp.prefix { $0 != 0 }))
    var path: [String] = []
    while let token = scanner.next() {
      switch token {
      case .start(let element):
        for attribute in element.attributes {
          let isReference = attribute.name == "rdf:resource"
          note(attribute.value, as: isReference ? element.localName : attribute.name.withoutPrefix)
        }
        if !element.isEmpty { path.append(element.localName) }
      case .text(let text):
        // Texts in several languages are lists: rights, Alt, li.
        let name = path.last { !["li", "Alt", "Bag", "Seq"].contains($0) }
        if let name { note(text, as: name) }
      case .end: _ = path.popLast()
      case .aside: break
      }
    }
  }

  /// Reads the records of IPTC's Information Interchange Model (IIM 4.2, 2:110 and 2:116), which
  /// lie in a block of Photoshop's or by themselves.
  init(iptc: [UInt8]) {
    self.init()
    var position = 0
    while position + 5 <= iptc.count {
      guard iptc[position] == 0x1c, iptc[position + 1] == 2 else {
        position += 1
        continue
      }
      let (start, size) = (position + 5, Int(iptc[position + 3]) << 8 | Int(iptc[position + 4]))
      guard start + size <= iptc.count else { return }
      let text = String(decoding: iptc[start..<start + size], as: UTF8.self)
      switch iptc[position + 2] {
      case 110: note(text, as: "Credit")
      case 116: note(text, as: "rights")
      default: break
      }
      position = start + size
    }
  }

  private mutating func note(_ text: String, as name: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    switch name {
    case "Credit": credit = credit ?? text
    case "rights": copyright = copyright ?? text
    case "DigitalSourceType": digitalSourceType = digitalSourceType ?? text
    default: break
    }
  }
}

/// The one thing that is read of a block of EXIF, which is a TIFF without pixels.
private struct EXIFBlock {
  let copyright: String?

  init?(_ block: [UInt8]) {
    let tiff = block.starts(with: "Exif\0\0".utf8) ? Array(block.dropFirst(6)) : block
    guard tiff.count >= 8 else { return nil }
    let isLittleEndian = tiff.starts(with: "II".utf8)
    func number(at offset: Int, bytes count: Int) -> Int? {
      guard offset >= 0, offset + count <= tiff.count else { return nil }
      let bytes = tiff[offset..<offset + count]
      let ordered = isLittleEndian ? Array(bytes.reversed()) : Array(bytes)
      return ordered.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(at: 4, bytes: 4), let entries = number(at: start, bytes: 2) else {
      return nil
    }
    var found: String?
    for entry in (0..<entries).map({ start + 2 + $0 * 12 }) {
      guard number(at: entry, bytes: 2) == 0x8298, let count = number(at: entry + 4, bytes: 4)
      else { continue }
      let place = count <= 4 ? entry + 8 : number(at: entry + 8, bytes: 4) ?? tiff.count
      guard place + count <= tiff.count else { continue }
      // Behind a zero stands whose the edition is; a blank there means nobody's.
      let text = tiff[place..<place + count].prefix { $0 != 0 }
      found = String(decoding: text, as: UTF8.self).trimmed
    }
    copyright = found.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

extension VipsPicture {
  /// A block of metadata; empty if there is none.
  fileprivate borrowing func block(_ name: String) -> [UInt8] {
    var count = 0
    guard let block = sitegen_picture_block(handle, name, &count) else { return [] }
    return Array(UnsafeRawBufferPointer(start: block, count: count))
  }
}
