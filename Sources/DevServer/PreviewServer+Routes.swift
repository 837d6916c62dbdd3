import Hummingbird
import SiteModel

extension PreviewServer {
  /// Who answers what; a middleware stands before everything that is added after it.
  func makeRouter() -> Router<BasicRequestContext> {
    let folder = PreviewFolder(path: options.folder)
    let router = Router()
    router.add(middleware: RequestGuard(options))
    if options.reloads {
      router.get("/__sitegen/reload.js") { _, _ in ReloadScript.response }
      router.get("/__sitegen/events") { request, _ in session.events(for: request) }
      router.add(middleware: ReloadScriptInsertion(session: session))
    }
    router.add(middleware: GeneratedHeaders(folder: folder))
    router.add(
      middleware: PreviewPages(folder: folder, session: session, base: options.baseURL?.path ?? ""))
    router.add(middleware: folder.middleware(under: options.baseURL?.path ?? ""))
    return router
  }
}
