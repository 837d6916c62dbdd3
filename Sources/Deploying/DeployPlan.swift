package import SiteModel

/// What is brought to a target and what is removed there, in which order.
package struct DeployPlan: Hashable, Sendable {
  /// Steps in the order in which they are taken: nothing is named anywhere before it is there.
  package enum Step: Int, CaseIterable, Sendable {
    case assets
    /// Before the lists and articles that link to them.
    case newPages
    case changedPages
    /// Feeds, sitemaps and what the host reads: they name pages.
    case machineFiles
  }

  /// Sorted by path within each step.
  package var uploads: [Step: [PublishedFile]] = [:]
  package var unchanged: [PublishedFile] = []
  /// Files of earlier deploys that are no longer published.
  package var deletions: [String] = []

  /// Compares the publication with what is at the target; nil stands for a target to which sitegen
  /// has brought nothing.
  package init(_ files: [PublishedFile], over list: DeployList?) {
    let list = list ?? DeployList()
    let known = list.paths
    for file in files.sorted(by: { $0.path < $1.path }) {
      if list.digests[file.path] == file.digest {
        unchanged.append(file)
      } else {
        uploads[Step(file.path, isNew: !known.contains(file.path)), default: []].append(file)
      }
    }
    deletions = known.subtracting(files.map(\.path)).sorted()
  }

  package var allUploads: [PublishedFile] { Step.allCases.flatMap { uploads[$0] ?? [] } }
  package var isEmpty: Bool { uploads.isEmpty && deletions.isEmpty }
}

extension DeployPlan {
  /// The list that holds while files are on their way.
  var listMeanwhile: DeployList {
    var list = DeployList(of: unchanged)
    list.uncertain = Set(allUploads.map(\.path)).union(deletions)
    return list
  }

  /// The list that holds when all is done.
  var listAfterwards: DeployList { DeployList(of: unchanged + allUploads) }
}

extension DeployPlan.Step {
  /// The step in which a file is brought.
  package init(_ path: String, isNew: Bool) {
    let path = path.withoutCompression
    let name = path.split(separator: "/").last ?? ""
    if path.hasSuffix(".html") {
      self = isNew ? .newPages : .changedPages
    } else if path.hasPrefix("assets/") {
      self = .assets
    } else if Self.isNamingPages(path, name) {
      self = .machineFiles
    } else {
      self = .assets
    }
  }

  private static func isNamingPages(_ path: String, _ name: Substring) -> Bool {
    FeedFormat.allCases.contains { $0.fileName == name }
      || !path.contains("/") && (path.hasSuffix(".xml") || name.hasPrefix("_"))
      || ["robots.txt", "llms.txt", "vercel.json", ".htaccess"].contains(path)
      || path.hasPrefix(".hosting/")
  }

  /// What editors call the files of a step.
  package var title: String {
    switch self {
    case .assets: "styles, pictures and other files"
    case .newPages: "new pages"
    case .changedPages: "changed pages"
    case .machineFiles: "feeds, sitemaps and what the host reads"
    }
  }
}

extension String {
  /// The path of the file that a compressed one stands for, or this one.
  var withoutCompression: String {
    let ending = [".gz", ".br"].first(where: hasSuffix)
    return ending.map { String(dropLast($0.count)) } ?? self
  }
}
