import SiteModel
import TestSupport
import Testing

@testable import Publishing

/// The pictures of the theme that the configuration names.
@Suite struct ThemePictureTests {
  /// The head of a JPEG: an application segment, and a frame of 630 lines of 1,200 pixels.
  private static let jpeg: [UInt8] = [
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46, 0xff, 0xc4, 0, 3, 0,
    0xff, 0xc2, 0, 17, 8, 0x02, 0x76, 0x04, 0xb0, 3, 1, 0x22,
  ]

  @Test("M-41: the head of a PNG or JPEG file says how large the picture is")
  func sizes() throws {
    let png = PNG.black(side: 40)
    #expect(PixelSize(headOf: png) == PixelSize(width: 40, height: 40))
    #expect(PixelSize(headOf: Self.jpeg) == PixelSize(width: 1_200, height: 630))
    for length in 0..<Self.jpeg.count - 5 {
      #expect(PixelSize(headOf: Array(Self.jpeg.prefix(length))) == nil)
    }
    #expect(PixelSize(headOf: Array(png.prefix(23))) == nil)
    #expect(PixelSize(headOf: Array("<svg/>".utf8)) == nil)
  }
}
