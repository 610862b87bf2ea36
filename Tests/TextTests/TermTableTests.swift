import Testing

@testable import Text

/// Texts that tokens could go wrong in: cut sequences, bad bytes, NUL, marks, words without end.
enum HostileText {
  private static let pieces: [[UInt8]] = [
    "don't", "it’s", "IT'S", "café", "cafe\u{301}", "CAFÉ’S", "étés", "e\u{301}te\u{301}s",
    "İstanbul", "ẞtraße", "the", "Running", "runs", "abc's", "C++", "c#", "1.2.3", "2024",
    "CVE-2026-1234", "free-threaded", "a@b.c", "\\frac", "µ", "×", "漢字", "、", "है।", "l'été",
    "l’eau", "dell’anno", "Python'da", "națiunile", "，", "؟", "🎉", "’", "a\u{37E}b",
    "\u{1FEF}x", "_x_", "..", "-", "+", "#", "abcdefg", "abcdefgh", "internationalization",
    String(repeating: "x", count: 39), String(repeating: "x", count: 40),
    "U.S.", "p.m.", "3.", "am", "т.", "е.", "Sra.", "« Non ! »", "。", "！", "--no-cache", "PEP",
    "751",
    "* ", "# ", "\n", "\n\n", "?", "…", "e.g.",
    String(repeating: "ab’", count: 30) + "c", String(repeating: "é", count: 25),
    String(repeating: "Q", count: 81), String(repeating: "z", count: 300),
  ].map { Array($0.utf8) }

  /// So many texts, the same for the same seed.
  static func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    return (0..<count).map { _ in
      (0..<random(40)).flatMap { _ -> [UInt8] in
        let piece = pieces[random(pieces.count)]
        switch random(6) {
        case 0: return [UInt8(random(256))]
        case 1: return Array(piece.prefix(random(6) + 1))
        case 2: return [[0, 0xC3, 0xE2, 0x80, 0x99, 0xF0, 0xE3, 0xC2, 0xFF, 0xCC][random(10)]]
        case 3: return piece
        default: return piece + [0x20]
        }
      }
    }
  }
}

/// Terms by strings and dictionaries: slow, and plain to read.
private final class PlainTerms {
  private var ids: [String: Int32] = [:]
  private var stemmers: [String: Stemmer] = [:]
  private let language: String

  init(language: String) { self.language = language }

  func terms(in bytes: [UInt8], language other: String? = nil) -> [Int32] {
    let language = other ?? language
    let stemmer = stemmers[language] ?? Stemmer(language: language)
    stemmers[language] = stemmer
    return PlainTokenizer.tokens(in: bytes).compactMap { token in
      let word = Tokenizer.term(bytes[token], language: language)
      guard ContentWords(language: language).contains(word) else { return nil }
      let stem = stemmer.stem(word)
      let id = ids[stem] ?? Int32(ids.count)
      ids[stem] = id
      return id
    }
  }
}

struct TermTableTests {
  @Test(arguments: ["en", "de", "fr", "it", "ro", "tr", "xx"])
  func givesTheSameAsStrings(language: String) {
    let plain = PlainTerms(language: language)
    var table = TermTable(language: language)
    for text in HostileText.texts(3000, seed: 7) {
      var terms: [Int32] = []
      table.appendTerms(of: text.span, to: &terms)
      #expect(terms == plain.terms(in: text), "\(text)")
    }
  }

  @Test func findsTokensLikeTheLoop() {
    for text in HostileText.texts(5000, seed: 3) {
      #expect(Tokenizer.tokens(in: text) == PlainTokenizer.tokens(in: text), "\(text)")
    }
  }

  @Test func givesEveryPrefixOfATextItsTerms() {
    let text = Array("Naïve “lock-files” don’t; CVE-2026-1 C++ 漢字\0x café’s".utf8)
    let plain = PlainTerms(language: "en")
    var table = TermTable(language: "en")
    for count in 0...text.count {
      let prefix = Array(text[..<count])
      var terms: [Int32] = []
      table.appendTerms(of: prefix.span, to: &terms)
      #expect(terms == plain.terms(in: prefix))
    }
  }

  @Test func namesTerms() {
    var table = TermTable(language: "en")
    var terms: [Int32] = []
    table.appendTerms(of: Array("Running the Threads, threading 3.12 CAFÉ".utf8).span, to: &terms)
    #expect(terms == [0, 1, 1, 2])
    #expect(terms.map { table.names[$0] } == ["run", "thread", "thread", "café"])
  }

  /// What shards find, merged in order, is what one table finds.
  @Test(arguments: [1, 2, 5])
  func mergesShards(count: Int) {
    let texts = HostileText.texts(2000, seed: 11)
    var whole = TermTable(language: "en")
    var expected: [Int32] = []
    for text in texts { whole.appendTerms(of: text.span, to: &expected) }
    var merged = TermTable(language: "en")
    var found: [Int32] = []
    for part in 0..<count {
      var shard = TermTable(language: "en", isShard: true)
      var terms: [Int32] = []
      for text in texts[(part * 2000 / count)..<((part + 1) * 2000 / count)] {
        shard.appendTerms(of: text.span, to: &terms)
      }
      let numbers = merged.merge(shard.names)
      found += terms.map { numbers[Int($0)] }
    }
    #expect(found == expected)
    #expect(merged.names.count == whole.names.count)
    #expect(
      (0..<Int32(whole.names.count)).allSatisfy {
        Array(merged.names[$0].utf8) == Array(whole.names[$0].utf8)
      })
  }

  private static let languages = ["en", "fr", "und", "tr", "ro"]

  private static func language(of index: Int) -> String { languages[index * 7 % 13 % 5] }

  @Test func readsEachTextInItsLanguage() {
    let plain = PlainTerms(language: "en")
    var table = TermTable(language: "en")
    for (index, text) in HostileText.texts(3000, seed: 13).enumerated() {
      var terms: [Int32] = []
      table.use(language: Self.language(of: index))
      table.appendTerms(of: text.span, to: &terms)
      #expect(terms == plain.terms(in: text, language: Self.language(of: index)), "\(text)")
    }
  }

  @Test func givesTheSameStemTheSameNumberInEachLanguage() {
    var table = TermTable(language: "en")
    func terms(_ text: String) -> [Int32] {
      var result: [Int32] = []
      table.appendTerms(of: Array(text.utf8).span, to: &result)
      return result
    }
    #expect(terms("the wheels die") == [0, 1])
    table.use(language: "de-AT")
    #expect(table.language == "de")
    // In German "die" is an article, and "the" is none.
    #expect(terms("die Wheel the") == [0, 2])
    table.use(language: "en")
    #expect(terms("the wheels die") == [0, 1])
    table.use(language: "pl")
    #expect(table.language == Language.none)
    #expect(terms("wheels the wheel") == [3, 2, 0])
    #expect((0..<4).map { table.names[$0] } == ["wheel", "die", "the", "wheels"])
  }

  /// What shards find in texts of many languages, merged in order, is what one table finds.
  @Test(arguments: [2, 5])
  func mergesShardsOfManyLanguages(count: Int) {
    let texts = HostileText.texts(2000, seed: 17)
    var whole = TermTable(language: "en")
    var expected: [Int32] = []
    for (index, text) in texts.enumerated() {
      whole.use(language: Self.language(of: index))
      whole.appendTerms(of: text.span, to: &expected)
    }
    var merged = TermTable(language: "de")
    var found: [Int32] = []
    for part in 0..<count {
      var shard = TermTable(language: "fr", isShard: true)
      var terms: [Int32] = []
      for index in (part * 2000 / count)..<((part + 1) * 2000 / count) {
        shard.use(language: Self.language(of: index))
        let text = texts[index]
        shard.appendTerms(of: text.span, to: &terms)
      }
      let numbers = merged.merge(shard.names)
      found += terms.map { numbers[Int($0)] }
    }
    #expect(merged.language == "de")
    #expect(found == expected)
    #expect(
      (0..<Int32(whole.names.count)).map { Array(whole.names[$0].utf8) }
        == (0..<Int32(merged.names.count)).map { Array(merged.names[$0].utf8) })
  }
}
