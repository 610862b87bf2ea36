import Model
import Testing

@testable import Analysis

/// What explains a score adds up to it.
struct ScorePartTests {
  static var vocabulary: Vocabulary { Vocabulary(language: "en") }

  @Test func aRankIsTheSumOfItsParts() {
    let thread = RankingFeaturesTests.thread("Proposal: a cache?", [50, 101, 108, 112, 113])
    let features = Ranking.Features(
      thread, in: RankingFeaturesTests.window, proposals: 3, decisions: 1)
    let parts = Ranking.explain(features)
    #expect(parts.reduce(0) { $0 + $1.share } == Ranking.score(features))
    // Three proposals count as two; a title may ask and announce at once.
    let shares = Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0) })
    #expect(shares["proposals"]?.counted == 3 && shares["proposals"]?.value == 2)
    #expect(shares["a question for a title"]?.share == -0.5)
    #expect(shares["a title that announces"]?.share == 0.5)
  }

  @Test(arguments: [SentenceSalience.Genre.thread, .episode])
  func aSentencesWeightIsTheSumOfItsParts(genre: SentenceSalience.Genre) {
    let sentences = Sentences.ofPosts([
      ("ann", "The cache keys hold the hash of the compiler. But nobody reads the keys?"),
      ("bo", "- thanks for the cache keys\n\nI would measure the cache before we change its keys."),
    ])
    let weighed = SentenceSalience.weigh(
      sentences, genre: genre, title: "Cache keys", vocabulary: Self.vocabulary)
    let why = SentenceSalience.explain(
      sentences, genre: genre, title: "Cache keys", vocabulary: Self.vocabulary)
    #expect(why.map { $0.parts.reduce(0) { $0 + $1.share } } == weighed.weights)
    #expect(why[0].parts.contains { $0.name == "holds the title's terms" && $0.value == 1 })
  }

  @Test func termsAreToldByTheirStems() {
    let sentences = Sentences.ofPosts([
      ("ann", "Caches of caches grow. The disks are full of them.")
    ])
    let terms = SentenceSalience.explain(
      sentences, genre: .thread, title: "", vocabulary: Self.vocabulary)[0].terms
    #expect(terms.map(\.name) == ["cach", "grow"])
    #expect(terms.map(\.count) == [2, 1] && terms.map(\.sentences) == [1, 1])
    // Both stand in one of two sentences: 1 + ln 2 against 1, at length 1.
    #expect(abs((terms.first?.weight ?? 0) - 1.6931 / (1.6931 * 1.6931 + 1).squareRoot()) < 1e-3)
  }

  @Test func aMemorableSentenceIsTheSumOfItsParts() throws {
    let sentence = try #require(
      Sentences.ofPosts([("ann", "Nobody should ever trust a cache in Berlin that has 3 keys.")])
        .first)
    let parts = Memorability.explain(sentence, isLast: true, quoted: 5)
    #expect(
      parts.reduce(0) { $0 + $1.share } == Memorability.score(sentence, isLast: true, quoted: 5))
    #expect(parts.first { $0.name == "others quote its post" }?.value == 3)
    #expect(parts.first { $0.name == "numbers" }?.share == -0.3)
  }

  @Test(arguments: [
    ("I am concerned that this breaks the cache.", "i am concerned"),
    ("Why does the cache need so many different compiler keys?", nil),
  ])
  func anActNamesItsCue(text: String, cue: String?) throws {
    let sentence = try #require(Sentences.ofPosts([("ann", text)]).first)
    let why = try #require(SpeechActs.explain(sentence))
    #expect(why.cue == cue)
    #expect(why.act == SpeechActs.act(of: sentence))
  }
}
