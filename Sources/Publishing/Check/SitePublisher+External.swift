import Checking
import SiteModel

/// What came of the links to other sites.
struct ExternalResult: Sendable {
  var findings: [Finding] = []
  /// How many addresses there are, and how many of them were asked for now.
  var addresses = 0
  var asked = 0
}

extension SitePublisher {
  /// Asks other sites for what is linked, as far as their answers are not known.
  func ask(_ check: ExternalCheck?, for contents: [PageContents]) async -> Checked<ExternalResult> {
    guard let check else { return Checked(value: ExternalResult()) }
    let addresses = Set(contents.flatMap { $0.externalLinks.map(\.address) })
    var known = ExternalAnswers(at: check.cache)
    var answers: [String: ExternalCheck.Answer] = [:]
    for address in addresses {
      answers[address] = known.answer(for: address, at: options.now, validFor: check.validity)
    }
    let new = await check.answers(for: addresses.filter { answers[$0] == nil })
    answers.merge(new) { _, new in new }
    known.keep(new, of: addresses, at: options.now)
    var diagnostics = known.write() ? [] : [CheckMessage.cannotKeepAnswers]
    for case .impossible(let reason) in new.values.prefix(1) {
      diagnostics.append(CheckMessage.cannotAsk(reason))
    }
    var result = ExternalResult(addresses: addresses.count, asked: new.count)
    result.findings = contents.flatMap { contents in
      contents.externalLinks.compactMap { link in
        answers[link.address]?.problem.map { problem in
          Finding(
            .checkExternal, "\(link.address) \(problem)",
            hint: "Link to where it is now, or take the link out.", in: contents.file
          ).because(of: .address(link.address), in: link.element)
        }
      }
    }
    return Checked(value: result, diagnostics: diagnostics)
  }
}
