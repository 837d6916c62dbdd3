package import SiteModel

package struct StructuredData: Sendable {
  package init(site: Site, assets: [String: Permalink]) {}
  package func script(for page: SitePage) -> String { "" }
}
package struct MachineFile: Hashable, Sendable {
  package var permalink: Permalink
  package var bytes: [UInt8]
}
package struct MachineFiles: Sendable {
  package init(site: Site) {}
  package func files() -> [MachineFile] { [] }
}
