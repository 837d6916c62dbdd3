import Foundation
import SiteModel

/// What a browser finds at each path of the publication.
struct ShownPages: Sendable {
  let folder: PreviewFolder
  /// The path below which the publication lies, without a final slash.
  let base: String

  /// The page at a path as a browser's address bar has it, which may be the one for what is not there.
  func page(at path: String) -> [UInt8] {
    let file = file(at: path)
    let page =
      file?.attributes?.isFolder == true
      ? folder.getFileIdentifier("\(local(path))index.html") : file
    return (page ?? folder.getFileIdentifier("/404.html"))?.contents() ?? []
  }

  /// The version of a page.
  func version(of html: [UInt8]) -> PageVersion {
    PageVersion(of: html, stamp: stamp)
  }

  private func stamp(_ address: String) -> String? {
    // A page names hundreds of files that are made of pictures. The address of each has a digest of
    // all that it is made of, so there is no need to open it.
    if address.hasPrefix("\(base)\(PictureSet.folder)/") { return address }
    guard address.hasPrefix("/"), !address.hasPrefix("//"),
      let attributes = file(at: String(address.prefix { !"?#".contains($0) }))?.attributes,
      !attributes.isFolder
    else { return nil }
    return "\(attributes.size) \(attributes.modificationDate.timeIntervalSince1970)"
  }

  /// The file at a path, without that for what is not there.
  func file(at path: String) -> ServedFile? {
    path.hasPrefix("\(base)/") ? folder.getFileIdentifier(local(path)) : nil
  }

  /// The path below the base path, decoded.
  private func local(_ path: String) -> String {
    let local = String(path.dropFirst(base.count))
    return local.removingPercentEncoding ?? local
  }
}
