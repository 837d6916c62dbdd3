import Content
import Foundation
import SiteModel

extension SitePublisher {
  /// The list of published addresses; nil if the publication keeps none.
  func readLedger() -> AddressLedger? {
    guard let path = options.ledger?.path, let bytes = FileManager.default.contents(atPath: path)
    else { return nil }
    return AddressLedger(Array(bytes))
  }

  /// The list, with what would vanish of it.
  func compareWithLedger(_ site: Site) -> Checked<AddressLedger?> {
    let ledger = readLedger()
    let diagnostics = ledger.map { $0.diagnostics(for: site) + $0.advice(on: site) } ?? []
    return Checked(value: ledger, diagnostics: diagnostics)
  }

  /// Notes what is published now, after it was written.
  ///
  /// - Returns: The digest of the list as it is then, with what went wrong.
  func keep(_ ledger: AddressLedger?, of site: Site) -> Checked<UInt64?> {
    guard let ledger, let use = options.ledger, use.isExtended,
      let bytes = ledger.adding(site.permanentAddresses)
    else { return Checked(value: ledger?.digest) }
    do {
      try Data(bytes).write(to: URL(filePath: use.path), options: .atomic)
      return Checked(value: AddressLedger(bytes).digest)
    } catch {
      return Checked(
        value: nil,
        diagnostics: [OutputMessage.cannotKeepAddresses(error.localizedDescription)])
    }
  }
}

extension PublishingOptions {
  /// The file that lists the published addresses, and what is done with it.
  package struct Ledger: Hashable, Sendable {
    package var path: String
    /// Whether new addresses are added: not by a build that shows more than is published.
    package var isExtended: Bool

    package init(path: String, isExtended: Bool) {
      self.path = path
      self.isExtended = isExtended
    }
  }
}
