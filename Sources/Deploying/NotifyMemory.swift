import SiteModel

/// Where it is noted what others were told of.
package enum NotifyMemory {
  /// At the target, so that all machines that deploy see the same.
  case target(Deployer)
  /// In sitegen's own folder, if there is no target.
  case folder(String)

  /// Nil if nobody was ever told of anything.
  package func read() throws(DeployFailure) -> NotifyList? {
    let bytes: [UInt8]?
    switch self {
    case .target(let deployer): bytes = try deployer.contents(of: NotifyList.fileName)
    case .folder(let path): bytes = try ScratchFolder(path).contents(NotifyList.fileName)
    }
    return bytes.flatMap { NotifyList($0) }
  }

  package func write(_ list: NotifyList) throws(DeployFailure) {
    switch self {
    case .target(let deployer): try deployer.put(list.text, as: NotifyList.fileName)
    case .folder(let path): try ScratchFolder(path).write(NotifyList.fileName, list.text)
    }
  }
}
