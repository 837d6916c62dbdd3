import DevServer
import Testing

@Suite("QR codes")
struct QRCodeTests {
  @Test("a code is the one that a reader (zbar) was seen to read")
  func golden() throws {
    let code = try #require(QRCode("http://192.168.1.7:1313/"))
    #expect(
      code.text(.none) == """
        █████████████████████████████
        ██ ▄▄▄▄▄ ██▄▄ ▀ ▀█▄█ ▄▄▄▄▄ ██
        ██ █   █ █▀▄  █▀ ▀ █ █   █ ██
        ██ █▄▄▄█ █▄▀ █▄ ▄█▀█ █▄▄▄█ ██
        ██▄▄▄▄▄▄▄█▄▀▄█ █▄█▄█▄▄▄▄▄▄▄██
        ██▄▄▀▀▀ ▄▄▀▄ █▄▄█  ▀██  ▀▀███
        ██▄█████▄▄█▄▀ ▄█▀ ▀█▄▄▀ █▄ ██
        ██▀▀ ▄▀█▄ ▄▄ █▀█ ▀▄▄▄████▀▄██
        ██ █▀█ ▀▄▀▀███▀▄█▄▀▄█▄▀▄▀▄ ██
        ██▄█▄█▄█▄█▀█▀█▄▄▀▀ ▄▄▄ █ ████
        ██ ▄▄▄▄▄ █ █▄▀▄▄ █ █▄█ ▄██ ██
        ██ █   █ ██  ▄ ▄█▄▄▄  ▄ ▄▀▀██
        ██ █▄▄▄█ █▀█▄▀█▄▀▀▀▄▀▀▀█▄█ ██
        ██▄▄▄▄▄▄▄█▄▄▄█▄█▄▄▄█▄██▄██▄██
        █████████████████████████████
        """)
  }

  @Test(
    "the size follows the length", arguments: [(1, 21), (17, 21), (18, 25), (53, 29), (106, 37)])
  func size(length: Int, size: Int) {
    #expect(QRCode(String(repeating: "a", count: length))?.size == size)
  }

  @Test("more does not fit")
  func tooLong() {
    #expect(QRCode(String(repeating: "a", count: 107)) == nil)
  }
}
