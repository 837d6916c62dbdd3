import Imaging
import SiteModel

/// What can be wrong with pictures as a whole.
enum PictureMessage {
  /// Nothing can be read or written.
  static func isMissing(_ problem: String) -> Diagnostic {
    .warning(
      .pictureSupport, "pictures are published as they are: \(problem)",
      hint: "Install it: bin/setup does so on Debian, brew install vips on a Mac.")
  }

  /// Copies in some formats are left out.
  static func lacksEncoders(_ formats: [PictureEncoding]) -> Diagnostic {
    let names = formats.map(\.rawValue).joined(separator: " and ")
    return .warning(
      .pictureSupport, "the installed libvips cannot write \(names), so these copies are left out",
      hint: "Install a libvips that can, or leave them out of images: {formats: …}.")
  }

  /// A file was changed between being looked at and being used.
  static func hasChanged(_ plan: PicturePlan) -> Diagnostic {
    .error(
      plan.use.rule, "Content/\(plan.source) was changed while the publication was built",
      hint: "Build again.", at: plan.place)
  }

  static func isFaulty(_ fault: PictureFault, _ plan: PicturePlan) -> Diagnostic {
    .error(plan.use.rule, fault.summary, hint: fault.hint, at: plan.place)
  }

  /// A file that was encoded a moment ago is gone.
  static func isLost(_ permalink: Permalink) -> Diagnostic {
    .error(
      .outputWrite, "\(permalink.path) was encoded, but is not in .sitegen/images any more",
      hint: "Build again, and leave .sitegen/ alone meanwhile.")
  }

  static func cannotDraw(_ card: SocialCardPlan) -> Diagnostic {
    .error(
      .pictureSupport, "the card of \"\(card.headline)\" cannot be drawn",
      hint: "Install a libvips with Pango, or set images: {cards: false}.")
  }

  static func cannotEncode(_ rendition: PictureRendition, _ plan: PicturePlan) -> Diagnostic {
    .error(
      plan.use.rule, "the picture cannot be written as \(rendition.format.rawValue)",
      hint: "Open it in an image program and save it again.", at: plan.place)
  }
}

extension PictureUse {
  fileprivate var rule: Diagnostic.Identifier { role == .cover ? .contentCover : .contentImage }
}
