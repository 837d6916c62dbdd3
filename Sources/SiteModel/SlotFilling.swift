/// Writes what the slots of a text are filled with.
struct SlotFilling {
  let base: BaseURL
  let style: LinkStyle

  /// Writes a link's address, or the whole element of a picture.
  func fill(
    _ slot: LinkSlot, with link: ResolvedLink, covering attributes: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) {
    switch slot.purpose {
    case .link: output.append(escaping: address(of: link))
    case .image:
      let picture: Picture? = if case .picture(let picture) = link { picture } else { nil }
      // Feed readers choose no file themselves.
      if style == .path, let set = picture?.set {
        return writeChoice(of: set, attributes, to: &output)
      }
      output += "<img".utf8
      write("src", address(of: link), to: &output)
      if let size = picture?.size { write(size, to: &output) }
      output += attributes
      output.append(UInt8(ascii: ">"))
    }
  }

  func address(of link: ResolvedLink) -> String {
    switch (link, style) {
    case (.site(let permalink, let suffix), .path): base.href(permalink) + suffix
    case (.site(let permalink, let suffix), .absolute): base.absolute(permalink) + suffix
    case (.picture(let picture), _): picture.address(base: base, style: style)
    case (.fragment(let fragment), .path): fragment
    case (.fragment(let fragment), .absolute(let page)): base.absolute(page) + fragment
    case (.unresolved(let destination), _): destination.replacing(" ", with: "%20")
    }
  }
}

extension SlotFilling {
  private func writeChoice(
    of set: PictureSet, _ attributes: ArraySlice<UInt8>, to output: inout [UInt8]
  ) {
    output += "<picture>".utf8
    for format in set.formats.dropLast() {
      output += "<source".utf8
      write("type", format.mediaType, to: &output)
      write("srcset", set.candidates(format, base: base), to: &output)
      write("sizes", PictureSet.sizesInText, to: &output)
      output.append(UInt8(ascii: ">"))
    }
    output += "<img".utf8
    write("src", base.href(set.permalink(width: set.mainWidth, set.fallback)), to: &output)
    write("srcset", set.candidates(set.fallback, base: base), to: &output)
    write("sizes", PictureSet.sizesInText, to: &output)
    write(set.size(atWidth: set.mainWidth), to: &output)
    if let name = set.placeholder { write("class", name, to: &output) }
    output += attributes
    output += "></picture>".utf8
  }

  private func write(_ size: PixelSize, to output: inout [UInt8]) {
    write("width", String(size.width), to: &output)
    write("height", String(size.height), to: &output)
  }

  private func write(_ name: String, _ value: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: " "))
    output += name.utf8
    output += "=\"".utf8
    output.append(escaping: value)
    output.append(UInt8(ascii: "\""))
  }
}
