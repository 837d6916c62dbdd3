import Hummingbird
import SiteModel

extension PreviewServer {
  /// Who answers what; a middleware stands before everything that is added after it.
  func makeRouter() -> Router<BasicRequestContext> {
    let folder = PreviewFolder(path: options.folder)
    let pages = ShownPages(folder: folder, base: options.baseURL?.path ?? "")
    let events = BrowserEvents(
      session: session, pages: pages, navigates: options.navigatesToChanged)
    let router = Router()
    router.add(middleware: RequestGuard(options))
    if options.reloads {
      router.get("\(ReloadScript.path)") { _, _ in ReloadScript.response }
      router.get("\(ReloadScript.eventsPath)") { request, _ in events.response(to: request) }
      router.add(middleware: ReloadScriptInsertion(pages: pages))
    }
    router.add(middleware: GeneratedHeaders(folder: folder))
    router.add(
      middleware: PreviewPages(folder: folder, session: session, base: options.baseURL?.path ?? ""))
    router.add(middleware: CompressedFiles(pages: pages, changesPages: options.reloads))
    router.add(middleware: folder.middleware(under: options.baseURL?.path ?? ""))
    return router
  }
}
