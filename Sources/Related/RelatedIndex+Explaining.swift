extension RelatedIndex {
  /// Explains the list of a document.
  package func explain(document: Int) -> RelatedExplanation? {
    guard let (index, position) = place(of: document) else { return nil }
    var finder = RelatedFinder(index, Postings(index, for: position))
    let finding = finder.find(position)
    var explanation = RelatedExplanation(
      document: document, language: documents[document].language,
      articleCount: index.documents.count, milestone: index.statistics.milestone.size,
      termLimit: index.statistics.milestone.termLimit)
    explanation.entries = zip(finding.picks, finding.positions).map { pick, other in
      entry(pick, index, position, other)
    }
    explanation.dropped = dropped(finding, finder.sameStory(as: finding), index)
    explanation.next = finding.next.map { index.pick($0, .similar) }
    return explanation
  }

  /// Says why `other` stands in the list of `document`, or does not.
  package func whyNot(_ other: Int, under document: Int) -> RelatedVerdict? {
    guard let (index, position) = place(of: document), documents.indices.contains(other) else {
      return nil
    }
    guard other != document else { return .itself }
    guard let otherPosition = index.documents.position(of: other) else { return .otherLanguage }
    guard documents[other].isCandidate else { return .notCandidate }
    guard !documents[document].excluded.contains(other) else { return .excluded }
    guard !index.barred(position).contains(otherPosition) else { return .translation }
    var finder = RelatedFinder(index, Postings(index, for: position))
    let finding = finder.find(position)
    if let place = finding.positions.firstIndex(of: otherPosition) {
      return .listed(place: place + 1)
    }
    if let alike = finding.alike.first(where: { $0.candidate.position == otherPosition }) {
      return .tooAlike(
        pick: index.documents.order[alike.pick], cosine: TermVectors.millionths(alike.cosine))
    }
    let candidate = finder.candidate(otherPosition, for: finding)
    let cosine = TermVectors.millionths(candidate.cosine)
    guard candidate.cosine <= index.options.sameStory else { return .sameStory(cosine: cosine) }
    guard candidate.cosine >= Int(index.minimumCosine) else { return .notSimilar(cosine: cosine) }
    let rank = finder.rank(of: candidate, for: finding)
    return .outranked(rank: rank, score: TermVectors.millionths(candidate.score), cosine: cosine)
  }
}

extension RelatedIndex {
  private func place(of document: Int) -> (LanguageIndex, Int)? {
    for language in languages {
      if let position = language.documents.position(of: document) { return (language, position) }
    }
    return nil
  }

  private func dropped(
    _ finding: RelatedFinder.Finding, _ sameStory: [SimilarityScan.Candidate],
    _ index: LanguageIndex
  ) -> [RelatedExplanation.Dropped] {
    let listed = Set(finding.positions)
    let same = sameStory.filter { !listed.contains($0.position) }.map {
      RelatedExplanation.Dropped(
        document: index.documents.order[$0.position],
        cosine: TermVectors.millionths($0.cosine), pick: nil)
    }
    let alike = finding.alike.filter { !listed.contains($0.candidate.position) }.map {
      RelatedExplanation.Dropped(
        document: index.documents.order[$0.candidate.position],
        cosine: TermVectors.millionths($0.cosine), pick: index.documents.order[$0.pick])
    }
    return same + alike
  }

  private func entry(
    _ pick: RelatedPick, _ index: LanguageIndex, _ position: Int, _ other: Int
  ) -> RelatedExplanation.Entry {
    let dates = (index.date(position), index.date(other))
    let tags = Set(source.text(pick.document).tags.map { TermHash.hash(of: $0, .tag) })
    return RelatedExplanation.Entry(
      pick: pick, daysApart: abs(dates.0 - dates.1) / 86_400,
      nearness: index.nearness.factor(dates.0, dates.1) * 1000 / Nearness.unit,
      terms: sharedTerms(index, position, other),
      sharedTags: source.text(index.documents.order[position]).tags.filter {
        tags.contains(TermHash.hash(of: $0, .tag))
      })
  }

  private static let termsShown = 8

  private func sharedTerms(
    _ index: LanguageIndex, _ position: Int, _ other: Int
  ) -> [RelatedExplanation.SharedTerm] {
    let own = Dictionary(uniqueKeysWithValues: index.weights(position))
    let shares = index.weights(other).compactMap { term, weight in
      own[term].map { (name: index.statistics.name(of: term), share: $0 * weight) }
    }
    let described = DescribedTerms(
      source.text(index.documents.order[other]), weights: index.options.weights)
    return
      shares
      .sorted { ($0.share, $1.name) > ($1.share, $0.name) }
      .prefix(Self.termsShown)
      .compactMap { name, share in
        described[name].map {
          RelatedExplanation.SharedTerm(
            text: $0.text, fields: $0.fields, share: TermVectors.millionths(share))
        }
      }
  }
}

extension LanguageIndex {
  /// The terms of a document with their weights.
  fileprivate func weights(_ position: Int) -> [(term: Int, weight: Int)] {
    let (rare, frequent) = (vectors.rare, vectors.frequent)
    return rare.range(position).map { (Int(rare.terms[$0]), Int(rare.weights[$0])) }
      + frequent.entries[frequent.range(position)].map {
        let place = Int($0 >> TermVectors.weightBits)
        return (statistics.frequent.term(at: place), Int($0 & TermVectors.weightMask))
      }
  }
}
