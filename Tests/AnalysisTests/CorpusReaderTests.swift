import Testing

@testable import Analysis

struct CorpusReaderTests {
  static let texts = (0..<200).map { number in
    "Post \(number): the lock\(number % 7) files of café\(number % 3) and cafe\u{301}\(number % 4)’s"
      + String(repeating: " word\(number * 7919 % 101)", count: number % 9)
  }

  @Test(arguments: [1, 2, 3, 500])
  func givesTheSameOnAnyNumberOfCores(width: Int) async {
    let plain = Vocabulary(language: "en")
    let expected = TermLists(Self.texts.map { plain.terms(in: $0) })
    let vocabulary = Vocabulary(language: "en")
    let lists = await CorpusReader.read(Self.texts, vocabulary: vocabulary, width: width)
    #expect(lists == expected)
    #expect(vocabulary.count == plain.count)
    #expect(
      (0..<Int32(plain.count)).allSatisfy { vocabulary.name(of: $0) == plain.name(of: $0) })
  }

  @Test(arguments: [1, 2, 3, 500])
  func readsEachTextInItsLanguageOnAnyNumberOfCores(width: Int) async {
    let languages = Self.texts.indices.map { ["en", "fr", "und", "de"][$0 * 5 % 7 % 4] }
    let plain = Vocabulary(language: "en")
    let expected = TermLists(
      zip(Self.texts, languages).map { plain.terms(in: $0, language: $1) })
    let vocabulary = Vocabulary(language: "en")
    let lists = await CorpusReader.read(
      Self.texts, languages: languages, vocabulary: vocabulary, width: width)
    #expect(lists == expected)
    #expect(
      (0..<Int32(plain.count)).map(vocabulary.name) == (0..<Int32(plain.count)).map(plain.name))
  }

  @Test func goesOnWithAVocabulary() async {
    let vocabulary = Vocabulary(language: "en")
    #expect(vocabulary.terms(in: "beta") == [0])
    let lists = await CorpusReader.read(["alpha", "beta"], vocabulary: vocabulary, width: 2)
    #expect(lists == TermLists([[1], [0]]))
  }

  @Test func readsNothing() async {
    let lists = await CorpusReader.read([], vocabulary: Vocabulary(language: "en"), width: 2)
    #expect(lists.count == 0)
  }
}

struct ShardsTests {
  @Test(arguments: [
    ([Int](), 2, [0..<0]), ([10, 20], 2, [0..<1, 1..<2]), ([10, 20], 1, [0..<2]),
    ([100, 101, 102], 3, [0..<1, 1..<3]), ([0, 0, 0], 2, [0..<1, 1..<3]),
    ([1, 2], 5, [0..<1, 1..<2]), ([5], 0, [0..<1]),
  ])
  func cutsIntoRuns(ends: [Int], width: Int, ranges: [Range<Int>]) {
    #expect(Shards.ranges(ends: ends, width: width) == ranges)
  }
}
