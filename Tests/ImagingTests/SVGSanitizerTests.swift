import Imaging
import Testing

/// What runs, links or loads goes; what draws stays.
@Suite struct SVGSanitizerTests {
  @Test(
    "What could run or load something is taken out",
    arguments: [
      ("<script>alert(1)</script>", ""),
      ("<script><![CDATA[alert(1)]]></script><g/>", "<g/>"),
      ("<SCRIPT>alert(1)</SCRIPT>", ""),
      ("<svg:script>alert(1)</svg:script>", ""),
      ("<rect onload=\"alert(1)\" width=\"3\"/>", "<rect width=\"3\"/>"),
      ("<rect OnClick='alert(1)'/>", "<rect/>"),
      (
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><b>x</b></body></foreignObject>",
        ""
      ),
      ("<a href=\"javascript:alert(1)\"><text>x</text></a>", ""),
      ("<use href=\"https://elsewhere.example/a.svg#b\"/>", "<use/>"),
      ("<use xlink:href=\"other.svg#b\"/>", "<use/>"),
      ("<image href=\"https://elsewhere.example/pixel.png\"/>", "<image/>"),
      ("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "<image/>"),
      ("<image href=\"&#106;avascript:alert(1)\"/>", "<image/>"),
      ("<rect fill=\"url(https://elsewhere.example/p#a)\"/>", "<rect/>"),
      (
        "<rect style=\"fill:url(//elsewhere.example/p);stroke:red\"/>",
        "<rect style=\"fill:none;stroke:red\"/>"
      ),
      ("<rect style=\"fill:u\\72l(//elsewhere.example)\"/>", "<rect/>"),
      (
        "<style>@import url(https://elsewhere.example/a.css); a{fill:red}</style>",
        "<style> a{fill:red}</style>"
      ),
      ("<style>@im/**/port 'x';</style>", "<style>@im port 'x';</style>"),
      ("<style>&#64;import 'x';b{}</style>", "<style>b{}</style>"),
      (
        "<style>a{background:URL('http://elsewhere.example')}</style>",
        "<style>a{background:none}</style>"
      ),
      ("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", ""),
      ("<animate attributeName=\"onload\" to=\"alert(1)\"/>", ""),
      ("<animate attributeName=\"xlink:href\" values=\"javascript:alert(1)\"/>", ""),
      ("<iframe src=\"https://elsewhere.example\"/>", ""),
      ("<g xmlns=\"http://www.w3.org/1999/xhtml\"><style>x</style></g>", ""),
      ("<handler type=\"text/javascript\">alert(1)</handler>", ""),
      ("<metadata><rdf:RDF/></metadata><sodipodi:namedview/>", ""),
      ("<!-- --><?xml-stylesheet href=\"https://elsewhere.example\"?><g/>", "<g/>"),
    ])
  func takenOut(drawing: String, left: String) {
    #expect(sanitized("<svg>\(drawing)</svg>") == "<svg \(namespace)>\(left)</svg>")
  }

  @Test(
    "What draws stays as it is",
    arguments: [
      "<rect width=\"3\" height=\"4\" fill=\"#abc\" class=\"a\" id=\"b\"/>",
      "<path d=\"M0 0L10 10z\" style=\"fill:url(#g);stroke:#000\"/>",
      "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient>",
      "<use href=\"#b\"/>", "<use xlink:href=\"#b\"/>",
      "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>",
      "<text x=\"1\" font-family=\"serif\">A &amp; B &lt; C – 日本</text>",
      "<style>.a &gt; .b{fill:red}</style>",
      "<animate attributeName=\"r\" from=\"1\" to=\"2\" dur=\"1s\"/>",
      "<svg:g/>",
    ])
  func leftAlone(drawing: String) {
    #expect(sanitized("<svg \(namespace)>\(drawing)</svg>") == "<svg \(namespace)>\(drawing)</svg>")
  }

  @Test("What a document declares unfolds to nothing")
  func entities() {
    let drawing = """
      <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "<script>x</script>"><!ENTITY b '&a;&a;'>]>
      <svg><text>1&b;2</text></svg>
      """
    #expect(sanitized(drawing) == "<svg \(namespace)><text>12</text></svg>")
  }

  @Test(
    "What is no well-formed drawing is refused",
    arguments: [
      "", "text", "<svg>", "<svg></g></svg>", "<svg><g></svg></g>", "<html><svg/></html>",
      "<svg/><svg/>", "<svg a=b/>", "<svg a=\"1/>", "<svg>&#xd800;</svg>", "<svg><!-- </svg>",
      "<svg/>more", "<svg><" + "</svg>",
    ])
  func refused(drawing: String) {
    #expect(sanitized(drawing) == nil)
  }

  @Test("A drawing as deep as none is drawn is refused, and no depth exhausts the sanitizer")
  func depth() {
    let deep = 100_000
    let drawing =
      "<svg>" + String(repeating: "<g>", count: deep) + String(repeating: "</g>", count: deep)
      + "</svg>"
    #expect(sanitized(drawing) == nil)
  }

  @Test("What was sanitized stays as it is")
  func idempotence() throws {
    let drawing =
      "<svg><style>a{b:url( 'x' )}</style><g onload=\"x\" fill=\"url(#a)\">é&quot;</g></svg>"
    let once = try #require(sanitized(drawing))
    #expect(sanitized(once) == once)
  }

  private let namespace = "xmlns=\"http://www.w3.org/2000/svg\""

  private func sanitized(_ drawing: String) -> String? {
    SVGSanitizer.sanitize(Array(drawing.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }
}
