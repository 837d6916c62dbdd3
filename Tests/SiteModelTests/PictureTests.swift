import Testing

@testable import SiteModel

/// Which files a picture becomes, and under which addresses.
@Suite struct PictureTests {
  static func file(
    _ width: Int, _ height: Int, fallback: PictureEncoding? = .jpeg
  ) -> PictureFile {
    var file = PictureFile(size: PixelSize(width: width, height: height))
    file.fallback = fallback
    file.isOpaque = fallback != .png
    file.digest = 7
    file.color = 0x3070c0
    return file
  }

  static func set(
    _ file: PictureFile, _ role: PictureUse.Role = .cover,
    _ change: (inout ImageSettings) -> Void = { _ in }
  ) -> PictureSet? {
    var settings = ImageSettings()
    change(&settings)
    return PictureSet(
      of: file, at: Permalink("/ai/story/cover.jpg"), for: PictureUse(role), settings)
  }

  @Test(
    "Widths that the original has pixels for, and its own if it is the smaller one",
    arguments: [
      (4_000, [480, 768, 1_200, 1_600]), (1_600, [480, 768, 1_200, 1_600]),
      (1_599, [480, 768, 1_200, 1_599]), (1_200, [480, 768, 1_200]), (1_250, [480, 768, 1_250]),
      (800, [480, 800]), (480, [480]), (1, [1]),
    ])
  func widths(original: Int, expected: [Int]) {
    #expect(Self.set(Self.file(original, original))?.widths == expected)
  }

  @Test("A portrait is never shown large")
  func portrait() {
    let set = Self.set(Self.file(2_000, 2_000), .portrait)
    #expect(set?.widths == [160, 320])
    #expect(set?.crops == [])
  }

  @Test("The best format first, and last the one that every program reads")
  func formats() {
    #expect(Self.set(Self.file(900, 500))?.formats == [.avif, .webp, .jpeg])
    #expect(Self.set(Self.file(900, 500, fallback: .png))?.formats == [.avif, .webp, .png])
    #expect(Self.set(Self.file(900, 500)) { $0.formats = [] }?.formats == [.jpeg])
    #expect(Self.set(Self.file(900, 500, fallback: .png))?.placeholder == nil)
  }

  @Test("An animation or a drawing is published as it is, and without processing everything is")
  func asItIs() {
    #expect(Self.set(Self.file(900, 500, fallback: nil)) == nil)
    #expect(Self.set(Self.file(900, 500)) { $0.makesCopies = false } == nil)
    #expect(Self.set(PictureFile()) == nil)
  }

  @Test("Addresses say what they lead to, and change with the picture and its use")
  func addresses() throws {
    let set = try #require(Self.set(Self.file(1_200, 675)))
    let base = BaseURL(origin: "https://news.example", path: "/tech")
    #expect(
      set.candidates(.avif, base: base)
        == [480, 768, 1_200].map {
          "/tech/assets/pictures/ai/story/cover-\($0).\(set.version).avif \($0)w"
        }.joined(separator: ", "))
    #expect(
      set.permalink(of: .wide).path == "/assets/pictures/ai/story/cover-16x9.\(set.version).jpg")
    #expect(set.version.utf8.count == 8)
    var other = Self.file(1_200, 675)
    other.digest = 8
    var use = PictureUse(.cover)
    use.focus = FocalPoint(x: 10, y: 50)
    let versions = Set([
      set.version, use.version(of: Self.file(1_200, 675), ImageSettings()),
      PictureUse(.cover).version(of: other, ImageSettings()),
    ])
    #expect(versions.count == 3)
  }

  @Test("What is shown where no browser chooses has at most 1,200 pixels, and its own size")
  func main() throws {
    let picture = Picture(try #require(Self.set(Self.file(3_000, 2_000))))
    #expect(picture.size == PixelSize(width: 1_200, height: 800))
    #expect(
      picture.address(base: BaseURL(origin: "https://n.example", path: "")).contains("-1200."))
  }

  @Test(
    "The largest crop of each shape, never enlarged; cards have one size",
    arguments: [
      (PictureCrop.wide, 1_200, 675, 1_200, 675), (.classic, 1_200, 675, 900, 675),
      (.square, 1_200, 675, 675, 675), (.wide, 4_000, 3_000, 1_200, 675),
      (.square, 100, 3, 3, 3), (.wide, 1, 1, 1, 1), (.share, 700, 400, 1_200, 630),
    ])
  func crops(crop: PictureCrop, width: Int, height: Int, cropWidth: Int, cropHeight: Int) {
    #expect(
      crop.size(within: PixelSize(width: width, height: height))
        == PixelSize(width: cropWidth, height: cropHeight))
  }

  @Test("A cover that would have to be enlarged much makes no card")
  func smallCover() {
    #expect(Self.set(Self.file(600, 315))?.crops == PictureCrop.allCases)
    #expect(Self.set(Self.file(599, 400))?.crops == PictureCrop.forSearchEngines)
    #expect(Self.set(Self.file(2_000, 300))?.crops == PictureCrop.forSearchEngines)
  }

  @Test("One of 64 classes stands for the dominant color")
  func placeholder() {
    #expect(Self.set(Self.file(900, 500))?.placeholder == "tint-013")
  }

  @Test("One picture that is used twice is made once")
  func shelf() {
    var shelf = PictureShelf(["a.jpg": Self.file(1_200, 675)], ImageSettings())
    let place = Place(file: "Content/a.md", line: 3)
    for role in [PictureUse.Role.figure, .cover, .portrait] {
      _ = shelf.take("a.jpg", at: Permalink("/a.jpg"), for: PictureUse(role), namedAt: place)
    }
    #expect(shelf.plans.count == 1)
    #expect(shelf.plans[0].set.widths == [160, 320, 480, 768, 1_200])
    #expect(shelf.plans[0].set.crops == PictureCrop.allCases)
    #expect(shelf.plans[0].place == place)
  }
}
