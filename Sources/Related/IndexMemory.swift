/// What an index remembers, taken apart.
struct IndexMemory: Sendable {
  /// What it remembers of a language.
  struct Language: Sendable {
    var words = WordMemory()
    /// Of the documents in the base.
    var terms: TermMemory?
    var lists = ListMemory()

    /// How many documents and words of `words` stand in the base.
    var baseDocuments: Int { terms?.isCounted.count ?? 0 }
    var baseWords: Int { terms?.frequencies.count ?? 0 }
  }

  var languages: [String: Language] = [:]
  /// The bytes of the base; empty if there is none yet.
  var base: [UInt8] = []
}

extension IndexMemory {
  /// What `state` says; nothing if it is damaged, or was made by other rules.
  init(_ state: RelatedState, options: RelatedOptions) {
    if let opened = state.opened, opened.options == options {
      self = opened.memory
      return
    }
    let weights = FieldWeights(options.weights)
    guard var base = Self.content(of: state.base), base.fixed() == Self.rules(weights) else {
      return
    }
    for _ in 0..<base.count() {
      var language = Language()
      let name = base.text()
      guard language.words.readBase(from: &base) else { return }
      guard
        let terms = TermMemory(
          from: &base, documents: language.words.digests.count,
          words: language.words.table.count)
      else { return }
      language.terms = terms
      languages[name] = language
    }
    guard Self.add(state, to: &languages, options) else {
      languages = [:]
      return
    }
    self.base = state.base
  }

  /// The state that says this.
  func state(options: RelatedOptions) -> RelatedState {
    let languages = languages.sorted { $0.key < $1.key }
    var base = base
    if base.isEmpty {
      let rules = Self.rules(FieldWeights(options.weights))
      let write = { (writer: inout ByteWriter) in
        writer.write(fixed: rules)
        writer.write(languages.count)
        for (name, language) in languages {
          writer.write(name)
          language.words.writeBase(words: language.baseWords, to: &writer)
          (language.terms ?? TermMemory()).write(to: &writer)
        }
      }
      base = Self.sealed(ByteWriter(for: write), write)
    }
    let changes = Self.sealed { writer in
      writer.write(fixed: Self.seal(of: base))
      writer.write(fixed: Self.rules(options))
      writer.write(languages.count)
      for (name, language) in languages {
        writer.write(name)
        language.words.writeLater(words: language.baseWords, to: &writer)
        language.lists.write(to: &writer)
      }
    }
    var opened = OpenedState(memory: self, options: options)
    opened.memory.base = base
    return RelatedState(opened, base: base, changes: changes)
  }
}

extension IndexMemory {
  private static let version: UInt64 = 4

  /// Adds the changes to what the base says; false if they are not for this base, or damaged.
  private static func add(
    _ state: RelatedState, to languages: inout [String: Language], _ options: RelatedOptions
  ) -> Bool {
    guard var changes = content(of: state.changes), changes.fixed() == seal(of: state.base) else {
      return false
    }
    let hasSameRules = changes.fixed() == rules(options)
    for _ in 0..<changes.count() {
      let name = changes.text()
      guard languages[name, default: Language()].words.readLater(from: &changes),
        let lists = ListMemory(from: &changes)
      else { return false }
      if hasSameRules { languages[name]?.lists = lists }
    }
    return true
  }

  /// What words are read, and what they weigh, depends on what the fields count.
  private static func rules(_ weights: FieldWeights) -> UInt64 {
    var digest = Digest()
    digest.add(version)
    for weight in weights.words + weights.pairs {
      digest.add(UInt64(weight))
    }
    return digest.value
  }

  /// What is in a list depends on every option.
  private static func rules(_ options: RelatedOptions) -> UInt64 {
    let weights = FieldWeights(options.weights)
    var digest = Digest()
    digest.add(version)
    let fallback = RelatedOptions.Fallback.allCases.firstIndex(of: options.fallback) ?? 0
    for value in [options.count, options.halfLife, options.minimumCosine, fallback]
      + weights.words + weights.pairs
    {
      digest.add(UInt64(truncatingIfNeeded: value))
    }
    return digest.value
  }

  /// Bytes and the digest of them.
  private static func sealed(
    _ writer: consuming ByteWriter = ByteWriter(), _ write: (inout ByteWriter) -> Void
  ) -> [UInt8] {
    write(&writer)
    writer.write(fixed: Digest.ofMany(writer.bytes.span))
    return writer.bytes
  }

  /// A reader of what was sealed; nil if it was not, or is damaged.
  private static func content(of bytes: [UInt8]) -> ByteReader? {
    guard bytes.count > 8 else { return nil }
    let digest = Digest.ofMany(bytes.span.extracting(droppingLast: 8))
    return digest == seal(of: bytes) ? ByteReader(bytes, tail: 8) : nil
  }

  private static func seal(of bytes: [UInt8]) -> UInt64 {
    var reader = ByteReader(Array(bytes.suffix(8)))
    return reader.fixed()
  }
}
