import Content
import Foundation
import Imaging

/// Runs the picture engine by itself, for measurements and for tests that are not written in Swift.
///
///     swift run -c release pictures encode photo.jpg out/     renditions of one file
///     swift run -c release pictures encode photo.jpg out/ 480     those with a name that says 480
///     swift run -c release pictures inspect a.jpg b.png       what is known of each, as JSON lines
///     swift run -c release pictures sanitize drawing.svg      the drawing that may be published
///     swift run -c release pictures card out.png HEADLINE SECTION PUBLICATION [rtl | ltr] [LANGUAGE]
@main struct Pictures {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "encode" where arguments.count >= 3:
      try encode(arguments[1], into: arguments[2], only: arguments.dropFirst(3).first ?? "")
    case "inspect": for path in arguments.dropFirst() { print(try inspect(path)) }
    case "sanitize" where arguments.count == 2: try sanitize(arguments[1])
    case "card" where arguments.count >= 5: try card(Array(arguments.dropFirst()))
    default:
      print("usage: pictures encode FILE FOLDER | inspect FILE... | sanitize FILE | card FILE ...")
      exit(64)
    }
  }
}

extension Pictures {
  /// The renditions that pages ask for: four widths, three crops and the picture for sharing.
  private static func renditions(of picture: PictureInspection) -> [Rendition] {
    let fallback: PictureFormat = picture.hasAlpha ? .png : .jpeg
    let widths = [480, 768, 1_200, 1_600].filter { $0 < picture.size.width }
    let all = widths.count == 4 ? widths : widths + [picture.size.width]
    let focus = PictureFocus(x: 25, y: 75)
    let scaled = all.flatMap { width in
      [.avif, .webp, fallback].map { Rendition(.scaled(width: width), as: $0) }
    }
    let crops = [(1_200, 675), (1_200, 900), (1_200, 1_200)].map { width, height in
      Rendition(.cropped(width: width, height: height, focus: focus), as: fallback)
    }
    let shared = Rendition(.filled(width: 1_200, height: 630, focus: focus), as: .jpeg)
    return (scaled + crops + [shared]).filter { rendition in
      let size = rendition.shape.size(of: picture.size)
      return max(size.width, size.height) <= rendition.format.longestSide
    }
  }

  private static func encode(_ path: String, into folder: String, only part: String) throws {
    let bytes = try bytes(of: path)
    let picture = try PictureInspection(of: bytes, named: path)
    let renditions = renditions(of: picture).filter {
      part.isEmpty || name(of: $0, picture).contains(part)
    }
    let encoded = try PictureEncoder.encode(
      renditions, of: bytes, picture, marking: picture.marking)
    for (rendition, bytes) in zip(renditions, encoded) {
      guard let bytes else { continue }
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(name(of: rendition, picture))"))
    }
  }

  private static func name(of rendition: Rendition, _ picture: PictureInspection) -> String {
    let size = rendition.shape.size(of: picture.size)
    let kind =
      switch rendition.shape {
      case .scaled: "scaled"
      case .cropped: "cropped"
      case .filled: "filled"
      }
    return "\(kind)-\(size.width)x\(size.height).\(rendition.format.fileExtension)"
  }

  private static func inspect(_ path: String) throws -> String {
    var answer: [String: String] = ["file": URL(filePath: path).lastPathComponent]
    do {
      let picture = try PictureInspection(of: try bytes(of: path), named: path)
      answer["format"] = picture.format.rawValue
      answer["size"] = "\(picture.size.width)x\(picture.size.height)"
      answer["frames"] = String(picture.frames)
      answer["orientation"] = String(picture.orientation)
      answer["samples"] = "\(picture.bands)x\(picture.bitsPerBand)"
      answer["alpha"] = String(picture.hasAlpha)
      answer["profile"] = String(picture.hasProfile)
      answer["color"] = picture.color
      answer["credit"] = picture.marking.credit
      answer["copyright"] = picture.marking.copyright
      answer["digitalSourceType"] = picture.marking.digitalSourceType
    } catch let fault as PictureFault {
      answer["fault"] = "\(fault)"
      answer["summary"] = fault.summary
    }
    let options: JSONEncoder.OutputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let encoder = JSONEncoder()
    encoder.outputFormatting = options
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  private static func sanitize(_ path: String) throws {
    guard let drawing = SVGSanitizer.sanitize(try bytes(of: path)) else { exit(1) }
    FileHandle.standardOutput.write(Data(drawing))
  }

  private static func card(_ arguments: [String]) throws {
    var card = SocialCard(
      headline: arguments[1], section: arguments[2].isEmpty ? nil : arguments[2],
      publication: arguments[3], look: SocialCard.Look())
    card.isRightToLeft = arguments.contains("rtl")
    card.language = arguments.count > 5 ? arguments[5] : nil
    guard let bytes = card.encoded() else { exit(1) }
    try Data(bytes).write(to: URL(filePath: arguments[0]))
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let bytes = contents(ofFile: path) else { throw CocoaError(.fileReadNoSuchFile) }
    return bytes
  }
}
