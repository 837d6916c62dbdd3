package import SiteModel

/// Finds what is wrong with pages beside one another: parts that are linked and not there, titles
/// that two pages have, addresses that contradict one another.
package struct SiteRules: Sendable {
  private let addresses: SiteAddresses
  private let budget: PageBudget

  /// - Parameters:
  ///   - addresses: what is found at which address.
  ///   - budget: what a page may weigh.
  package init(_ addresses: SiteAddresses, budget: PageBudget) {
    self.addresses = addresses
    self.budget = budget
  }

  /// What is wrong with files beside one another, in whatever order they come.
  package func findings(in files: [PageContents]) -> [Finding] {
    var pages: [String: Int] = [:]
    pages.reserveCapacity(files.count)
    // What is known of a file is large, so its parts are asked for one by one, and it is not copied.
    for index in files.indices where files[index].isPage { pages[files[index].file] = index }
    let canonicals = CanonicalRules(addresses, listed: Set(files.flatMap(\.listed))) { file in
      pages[file].map { files[$0] }
    }
    let heads = HeadRules(files)
    var findings: [Finding] = []
    for index in files.indices {
      for link in files[index].partLinks {
        guard let target = pages[link.target],
          !PageContents.has(link.fragment, among: files[target].ids.contains)
        else { continue }
        findings.append(.missingPart(link, in: files[index].file))
      }
      guard files[index].isPage else { continue }
      if !files[index].isShown || files[index].canonical != .own {
        findings += canonicals.findings(of: files[index])
      }
      if files[index].isShown {
        findings += heads.findings(
          of: files[index].file, files[index].title, files[index].description)
      }
    }
    return findings
  }

  /// What is wrong with files one by one, with what they load.
  package func findings(inEach files: [PageContents]) -> [Finding] {
    var weights = WeightRules(of: addresses.files, budget: budget)
    var findings: [Finding] = []
    for index in files.indices {
      findings += files[index].findings
      if files[index].isPage {
        findings += weights.findings(
          of: files[index].file, files[index].styles, files[index].scripts)
      }
    }
    return findings
  }
}
