import Imaging
import Testing

/// Formats told by names, and by content whatever the name.
@Suite struct PictureFormatTests {
  @Test(
    "A name promises a format",
    arguments: [
      ("a.jpg", .jpeg), ("a.JPEG", .jpeg), ("a/b.c.png", .png), ("a.tif", .tiff), ("a.svg", .svg),
      ("a.heic", nil), ("jpg", nil), ("a.md", nil), ("a.", nil),
    ] as [(String, PictureFormat?)])
  func byName(name: String, expected: PictureFormat?) {
    #expect(PictureFormat(ofName: name) == expected)
  }

  @Test(
    "Content shows a format",
    arguments: [
      ("GIF89a", .gif), ("GIF88a", nil), ("RIFF\0\0\0\0WEBP", .webp), ("RIFF\0\0\0\0WAVE", nil),
      ("\0\0\0\u{18}ftypmif1\0\0\0\0mif1avif", .avif), ("\0\0\0\u{14}ftypheic\0\0\0\0heic", nil),
      ("II*\0", .tiff), ("MM\0*", .tiff),
      ("<svg/>", .svg), ("\u{feff}<?xml version='1.0'?>\n<!-- a --><svg:svg>", .svg),
      ("<!DOCTYPE svg [<!ENTITY a '>'>]><svg>", .svg),
      ("<html><svg/>", nil), ("text <svg/>", nil), ("", nil), ("%PDF-1.4", nil),
    ] as [(String, PictureFormat?)])
  func byContent(text: String, expected: PictureFormat?) {
    #expect(PictureFormat(ofContent: Array(text.utf8)) == expected)
  }

  @Test("A JPEG and a PNG begin with bytes that are no text")
  func marks() {
    #expect(PictureFormat(ofContent: [0xff, 0xd8, 0xff, 0xe0]) == .jpeg)
    #expect(PictureFormat(ofContent: [0x89] + Array("PNG\r\n\u{1a}\n".utf8)) == .png)
    #expect(PictureFormat(ofContent: [0xff, 0xd8]) == nil)
  }
}
