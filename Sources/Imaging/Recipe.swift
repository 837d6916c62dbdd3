/// Everything besides the source's bytes that decides what a rendition's bytes are.
package struct Recipe: Hashable, Sendable {
  package var rendition: Rendition
  /// What is written into the file.
  package var marking: PictureMarking

  package init(_ rendition: Rendition, marking: PictureMarking = PictureMarking()) {
    self.rendition = rendition
    self.marking = marking
  }

  /// The same text for the same recipe in every process, to derive keys and addresses from.
  package var text: String {
    let marks = [marking.credit, marking.copyright, marking.digitalSourceType]
    let parts =
      ["\(Self.version)", rendition.format.rawValue, "q\(rendition.quality)", rendition.shape.text]
      + marks.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }
    return parts.joined(separator: "\n")
  }

  /// Raised only if renditions must have new addresses; see ``EncoderSupport/version``.
  private static let version = 1
}

extension Rendition.Shape {
  fileprivate var text: String {
    switch self {
    case .scaled(let width): "scaled \(width)"
    case .cropped(let width, let height, let focus):
      "cropped \(width) \(height) \(focus.x) \(focus.y)"
    case .filled(let width, let height, let focus):
      "filled \(width) \(height) \(focus.x) \(focus.y)"
    }
  }
}
