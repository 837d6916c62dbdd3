import Hummingbird

/// What a page runs to follow the builds.
enum ReloadScript {
  /// Below this nothing of a publication can be.
  static let path = "/__sitegen/reload.js"
  static let eventsPath = "/__sitegen/events"

  /// The element that brings the script into a page, and tells it the version of the page.
  static func element(for version: PageVersion) -> String {
    element(text: version.text, files: version.files, styles: version.styles)
  }

  /// How long the element is, whatever the version.
  static let elementLength = {
    let digest = String(repeating: "0", count: PageVersion.digestLength)
    return element(text: digest, files: digest, styles: digest).utf8.count
  }()

  private static func element(text: String, files: String, styles: String) -> String {
    "<script src=\"\(path)\" data-text=\"\(text)\" data-files=\"\(files)\" data-styles=\"\(styles)\" defer></script>"
  }

  static var response: Response {
    Response(
      status: .ok, headers: [.contentType: "text/javascript; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: source)))
  }
}
