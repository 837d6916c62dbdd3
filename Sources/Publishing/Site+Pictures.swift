import SiteModel

extension Site {
  /// The files that are made of pictures.
  var renditionFiles: [PlannedFile] {
    var files: [PlannedFile] = []
    for (index, plan) in pictures.enumerated() {
      for rendition in plan.set.renditions(quality: configuration.images.quality) {
        // The address changes with all that decides the bytes.
        var print = Fingerprint("rendition")
        print.add(rendition.permalink.path)
        print.add(plan.file.digest)
        files.append(
          PlannedFile(
            permalink: rendition.permalink, content: .rendition(rendition, of: index),
            fingerprint: print.value))
      }
    }
    return files
  }

  /// The cards that social networks show of articles without a cover.
  var cardFiles: [PlannedFile] {
    cards.enumerated().map { index, card in
      var print = Fingerprint("card")
      print.add(card.permalink.path)
      return PlannedFile(
        permalink: card.permalink, content: .card(index), fingerprint: print.value)
    }
  }

  /// Whether a file is a drawing that may hold scripts.
  func isDrawing(_ file: ContentFile) -> Bool {
    configuration.images.makesCopies && file.source.lowercased().hasSuffix(".svg")
  }
}
