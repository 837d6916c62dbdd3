import Hummingbird

/// What a page runs to follow the builds.
enum ReloadScript {
  static let path = "/__sitegen/reload.js"

  /// The element that brings the script into a page, and tells it from which build the page comes.
  static func element(version: String) -> String {
    "<script src=\"\(path)\" data-version=\"\(version)\" defer></script>"
  }

  static var response: Response {
    Response(
      status: .ok, headers: [.contentType: "text/javascript; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: source)))
  }

  /// Styles are set one by one, which a page's content security policy allows.
  private static let source = """
    (() => {
      "use strict";
      const version = document.currentScript.dataset.version;
      const panel = document.createElement("pre");
      panel.setAttribute("role", "alert");
      Object.assign(panel.style, {
        position: "fixed", inset: "auto 0 0 0", zIndex: 2147483647, maxHeight: "60vh",
        boxSizing: "border-box", margin: 0, padding: "1rem 1.5rem", overflow: "auto",
        borderTop: "4px solid #ff6b5e", background: "#1c1b22", color: "#f5f3f7",
        font: "14px/1.5 ui-monospace, monospace", textAlign: "left", whiteSpace: "pre",
      });
      const events = new EventSource("/__sitegen/events");
      events.addEventListener("built", (event) => {
        panel.remove();
        if (event.data !== version) location.reload();
      });
      events.addEventListener("failed", (event) => {
        panel.textContent = event.data;
        document.body.append(panel);
      });
    })();

    """
}
