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
    for (index, contents) in files.enumerated() where contents.isPage {
      pages[contents.file] = index
    }
    let canonicals = CanonicalRules(addresses, listed: Set(files.flatMap(\.listed))) { file in
      pages[file].map { files[$0] }
    }
    let heads = HeadRules(files)
    var findings: [Finding] = []
    for contents in files {
      for link in contents.partLinks {
        guard let target = pages[link.target].map({ files[$0] }),
          !PageContents.has(link.fragment, among: target.ids.contains)
        else { continue }
        findings.append(.missingPart(link, in: contents.file))
      }
      if !contents.isPage { continue }
      findings += canonicals.findings(of: contents) + heads.findings(of: contents)
    }
    return findings
  }

  /// What is wrong with files one by one, with what they load.
  package func findings(inEach files: [PageContents]) -> [Finding] {
    var weights = WeightRules(of: addresses.files, budget: budget)
    return files.flatMap { contents in
      contents.findings + (contents.isPage ? weights.findings(of: contents) : [])
    }
  }
}
