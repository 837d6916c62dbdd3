import Imaging
import Testing

/// Sizes of renditions, which pages state before a pixel is made.
@Suite struct RenditionTests {
  @Test(
    "A scaled picture keeps its proportions and is never enlarged",
    arguments: [
      (size(1_600, 900), 768, size(768, 432)),
      (size(1_200, 675), 1_600, size(1_200, 675)),
      (size(1_001, 667), 480, size(480, 320)),
      (size(20_000, 10), 480, size(480, 1)),
      (size(1, 1), 480, size(1, 1)),
      (size(10, 20_000), 480, size(10, 20_000)),
    ])
  func scaled(original: PictureSize, width: Int, expected: PictureSize) {
    #expect(Rendition.Shape.scaled(width: width).size(of: original) == expected)
  }

  @Test(
    "A crop has its proportions and is never enlarged; a filled one is enlarged",
    arguments: [
      (size(1_600, 900), size(1_200, 1_200), size(900, 900)),
      (size(4_000, 3_000), size(1_200, 675), size(1_200, 675)),
      (size(1_000, 1_000), size(1_200, 675), size(1_000, 562)),
      (size(1, 1), size(1_200, 675), size(1, 1)),
      (size(20_000, 10), size(1_200, 900), size(13, 10)),
    ])
  func cropped(original: PictureSize, wanted: PictureSize, expected: PictureSize) {
    let (width, height) = (wanted.width, wanted.height)
    let cropped = Rendition.Shape.cropped(width: width, height: height, focus: .center)
    #expect(cropped.size(of: original) == expected)
    let filled = Rendition.Shape.filled(width: width, height: height, focus: .center)
    #expect(filled.size(of: original) == wanted)
  }

  @Test("Everything in a recipe changes its text")
  func recipes() {
    let base = Rendition(.scaled(width: 480), as: .avif)
    let here = PictureFocus(x: 10, y: 20)
    var renditions = [base, Rendition(.scaled(width: 768), as: .avif)]
    renditions.append(Rendition(.scaled(width: 480), as: .webp))
    renditions.append(Rendition(.scaled(width: 480), as: .avif, quality: 1))
    renditions.append(Rendition(.cropped(width: 480, height: 1, focus: here), as: .avif))
    renditions.append(Rendition(.cropped(width: 480, height: 1, focus: .center), as: .avif))
    renditions.append(Rendition(.filled(width: 480, height: 1, focus: here), as: .avif))
    var recipes = renditions.map { Recipe($0) }
    recipes.append(Recipe(base, marking: PictureMarking(credit: "A")))
    recipes.append(Recipe(base, marking: PictureMarking(copyright: "A")))
    recipes.append(Recipe(base, marking: PictureMarking(digitalSourceType: "A")))
    recipes.append(Recipe(base, marking: PictureMarking(credit: "A\n-")))
    #expect(Set(recipes.map(\.text)).count == recipes.count)
  }

  @Test("A focus outside of the picture is its edge")
  func focus() {
    #expect(PictureFocus(x: -3, y: 250) == PictureFocus(x: 0, y: 100))
  }

  private static func size(_ width: Int, _ height: Int) -> PictureSize {
    PictureSize(width: width, height: height)
  }
}
