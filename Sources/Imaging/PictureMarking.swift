/// What a picture says about where it comes from: all that is kept of its metadata.
package struct PictureMarking: Hashable, Sendable {
  /// Whom to name (IPTC Credit Line).
  package var credit: String?
  /// Whose it is (IPTC Copyright Notice).
  package var copyright: String?
  /// How it came to be, as an address of IPTC's vocabulary.
  package var digitalSourceType: String?

  package init(credit: String? = nil, copyright: String? = nil, digitalSourceType: String? = nil) {
    self.credit = credit
    self.copyright = copyright
    self.digitalSourceType = digitalSourceType
  }

  package var isEmpty: Bool { credit == nil && copyright == nil && digitalSourceType == nil }

  /// Made by a trained model (IPTC NewsCodes, Digital Source Type).
  package static let trainedAlgorithmicMedia =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

  /// This marking, and where it says nothing, what another one says.
  package func completed(by other: PictureMarking) -> PictureMarking {
    PictureMarking(
      credit: credit ?? other.credit, copyright: copyright ?? other.copyright,
      digitalSourceType: digitalSourceType ?? other.digitalSourceType)
  }
}
