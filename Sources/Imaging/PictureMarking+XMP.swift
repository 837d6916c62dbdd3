extension PictureMarking {
  /// A packet of XMP (ISO 16684-1) that says this and nothing else.
  var xmp: [UInt8] {
    var attributes = ""
    var elements = ""
    if let credit { attributes += " photoshop:Credit=\"\(credit.escapedForXML)\"" }
    if let digitalSourceType {
      attributes += " Iptc4xmpExt:DigitalSourceType=\"\(digitalSourceType.escapedForXML)\""
    }
    if let copyright {
      elements =
        "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">\(copyright.escapedForXML)</rdf:li>"
        + "</rdf:Alt></dc:rights>"
    }
    let packet = """
      <?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>\
      <x:xmpmeta xmlns:x="adobe:ns:meta/">\
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" \
      xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"\(attributes)>\(elements)\
      </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
      """
    return Array(packet.utf8)
  }
}

extension String {
  /// As text or as an attribute's value in double quotes; what XML does not allow is left out.
  var escapedForXML: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      default:
        guard scalar.value >= 0x20, scalar.value != 0xfffe, scalar.value != 0xffff else { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
