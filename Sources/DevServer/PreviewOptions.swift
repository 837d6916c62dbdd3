package import SiteModel

/// How a publication is previewed.
package struct PreviewOptions: Hashable, Sendable {
  /// The ports that may be listened on.
  package enum Port: Hashable, Sendable {
    /// This one; 0 lets the system choose.
    case exactly(Int)
    /// The first one from here up that no other program uses.
    case firstFree(from: Int)
  }

  /// The folder with `sitegen.yaml`, `Content/` and `Templates/`.
  package var source: String
  /// The folder that is built into and served, never the one that is deployed.
  package var folder: String
  /// The address of this machine to listen at; the loopback address keeps other machines out.
  package var bind = "127.0.0.1"
  package var port = Port.firstFree(from: 1_313)
  /// The address to build for, if it is not the one that is served; its path is where pages are.
  package var baseURL: BaseURL?
  /// Whether pages reload themselves after a build.
  package var reloads = true
  /// Whether browsers go to the page whose source was changed.
  package var navigatesToChanged = false
  package var limits = ServerLimits()
  package var watching = Watching.byNotices

  package init(source: String, folder: String) {
    self.source = source
    self.folder = folder
  }
}

extension PreviewOptions {
  /// The address that browsers on this machine use.
  func address(onPort port: Int) -> BaseURL {
    let host =
      switch bind {
      case "127.0.0.1", "::1", "0.0.0.0", "::": "localhost"
      default: bind.contains(":") ? "[\(bind)]" : bind
      }
    return BaseURL(origin: "http://\(host):\(port)", path: baseURL?.path ?? "")
  }
}
