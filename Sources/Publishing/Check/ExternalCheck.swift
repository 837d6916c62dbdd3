/// How other sites are asked whether what is linked is there.
package struct ExternalCheck: Sendable {
  /// What a request came to.
  package enum Answer: Hashable, Sendable {
    /// The status of the last page that redirects led to.
    case status(Int)
    /// There was no answer: why, as the end of a sentence.
    case failure(String)
    /// Nothing can be asked at all: why.
    case impossible(String)
  }

  /// The two ways to ask.
  package enum Method: String, Hashable, Sendable {
    case head = "HEAD"
    case get = "GET"
  }

  /// Asks for one address.
  package var fetch: @Sendable (_ method: Method, _ address: String) async -> Answer
  /// The file that keeps the answers; nil forgets them.
  package var cache: String?
  /// How long a host is left alone after each answer.
  package var pause = Duration.seconds(1)
  /// How many hosts are asked at once.
  package var hosts = 8
  /// For how long a good answer holds, in seconds; a bad one is asked for again.
  package var validity = 7 * 86_400

  package init(fetch: @escaping @Sendable (_ method: Method, _ address: String) async -> Answer) {
    self.fetch = fetch
  }
}

extension ExternalCheck {
  /// The answers for all addresses, one request at a time to each host.
  func answers(for addresses: Set<String>) async -> [String: Answer] {
    let byHost = Dictionary(grouping: addresses.sorted(), by: Self.host)
    return await withTaskGroup(of: [String: Answer].self) { group in
      var waiting = byHost.sorted { $0.key < $1.key }[...]
      for _ in 0..<hosts {
        guard let next = waiting.popFirst() else { break }
        group.addTask { await answers(oneByOne: next.value) }
      }
      var all: [String: Answer] = [:]
      for await answers in group {
        all.merge(answers) { _, new in new }
        guard let next = waiting.popFirst() else { continue }
        group.addTask { await self.answers(oneByOne: next.value) }
      }
      return all
    }
  }

  private func answers(oneByOne addresses: [String]) async -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for (number, address) in addresses.enumerated() {
      // Sleeping ends early when the check is cancelled, and then there is no hurry either.
      if number > 0 { try? await Task.sleep(for: pause) }
      answers[address] = await answer(for: address)
      if case .impossible = answers[address] { break }
    }
    return answers
  }

  /// Many servers know nothing of HEAD, and say so with all kinds of errors.
  private func answer(for address: String) async -> Answer {
    let short = await fetch(.head, address)
    if case .status(let status) = short, status >= 400 { return await fetch(.get, address) }
    return short
  }

  /// `news.example:8080` of an address.
  static func host(of address: String) -> String {
    let rest = address.firstRange(of: "//").map { address[$0.upperBound...] } ?? address[...]
    return rest.prefix { !"/?#".contains($0) }.lowercased()
  }
}

extension ExternalCheck.Answer {
  /// What is wrong with a link, as the end of a sentence; nil if there is nothing, or if it cannot be
  /// known: some hosts tell programs nothing.
  var problem: String? {
    switch self {
    case .status(401), .status(403), .status(407), .status(429), .status(999): nil
    case .status(404): "is not there any more (404)"
    case .status(410): "was removed (410)"
    case .status(let status): status < 400 ? nil : "is answered with an error (\(status))"
    case .failure(let reason): reason
    case .impossible: nil
    }
  }
}
