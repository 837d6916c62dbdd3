import Testing

@testable import Related

/// How text becomes words, in the scripts that publications are written in.
@Suite struct TokenizerTests {
  @Test(
    "Text is split into folded words",
    arguments: [
      ("It's 2025: GPT-5 ships!", "it 2025 gpt ships"),
      ("The C++ and C# teams, R&D", "the and teams"),
      ("naïve café Ünïted", "naïve café ünïted"),
      ("Die Straße nach Köln, Übergröße", "die straße nach köln übergröße"),
      ("Cafe\u{301} is Café", "café is café"),
      ("e\u{323}\u{308}tc and Vie\u{302}\u{323}t", "ẹ\u{308}tc and viê\u{323}t"),
      ("人工智能改变世界", "人工 工智 智能 能改 改变 变世 世界"),
      ("人 工", "人 工"),
      ("東京タワーへ行く", "東京 タワー へ行 行く"),
      ("ｶﾞｲﾄﾞ と ガイド", "ガイド ガイド"),
      ("それはこれです", ""),
      ("인공지능 기술", "인공 공지 지능 기술"),
      ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글"),
      ("fun 👩‍👩‍👧‍👦 time 🎉🎉 now", "fun time now"),
      ("ＡＩ２０２５ ﬁnal x²", "ai2025 final x2"),
      ("soft\u{AD}hyphen zero\u{200D}width", "soft\u{AD}hyphen zero\u{200D}width"),
      ("see https://example.com/a-b?c=d now", "see now"),
      ("see www.example.org/page, then", "see then"),
      ("let x = compute(42)", "let compute 42"),
      ("snake_case camelCase kebab-case", "snake case camelcase kebab case"),
      ("ОТКРЫТЫЙ код Ελλάδα", "открытый код ελλάδα"),
      ("ไทย ภาษา", "ไท ทย ภา าษ ษา"),
      ("", ""),
    ])
  func words(text: String, expected: String) {
    var tokenizer = Tokenizer()
    tokenizer.read(text)
    #expect(tokenizer.words.map(tokenizer.text(of:)).joined(separator: " ") == expected)
  }

  @Test("Words that are written in one way or another have the same hash")
  func folding() {
    for (one, other) in [
      ("CAFÉ", "cafe\u{301}"), ("ＡＩ", "ai"), ("ﬂow", "FLOW"), ("ｶﾞｲﾄﾞ", "ガイド"),
    ] {
      #expect(hashes(one) == hashes(other))
    }
    #expect(hashes("swift") != hashes("swiss"))
    #expect(TermHash.hash(of: "swift", .tag) != TermHash.hash(of: "swift", .author))
  }

  @Test(
    "A word has the same hash at the end of a text and inside it",
    arguments: [
      "ai", "seven77", "eightful", "ninefolds", "sixteenletters16", "seventeenletters7",
      "Übergrößenträger", "naïveté", "a1b2c3d4é5f6g7h8i9",
    ])
  func places(word: String) {
    let alone = hashes(word)
    #expect(alone.count == 1)
    for before in ["", "a ", "of ", "seventy "] {
      #expect(hashes("\(before)\(word)").suffix(1) == alone)
      #expect(hashes("\(before)\(word), as they say").dropLast(3).suffix(1) == alone)
    }
  }

  @Test("Eight characters are told apart as one is")
  func eight() {
    let alphanumerics = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var text = Array("aZ0zA9mM".utf8)
        text[place] = byte
        let characters = EightCharacters(at: 0, of: text.span)
        #expect(characters?.wordLength == (alphanumerics.contains(byte) ? 8 : place))
        #expect(characters?.areASCII == (byte < 0x80))
      }
    }
    #expect(EightCharacters(at: 1, of: Array("aZ0zA9mM".utf8).span) == nil)
    #expect(hashes("A1B2C3D4 ") == hashes("a1b2c3d4"))
  }

  private func hashes(_ text: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    tokenizer.read(text)
    return tokenizer.words.map(\.hash)
  }
}
