import Testing

@testable import Analysis

/// The explanation of a summary is that of the summary that is made.
struct SelectionExplanationTests {
  static func text(_ posts: [(String, String)]) -> WeighedSentences {
    SentenceSalience.weigh(
      Sentences.ofPosts(posts), genre: .thread, title: "Cache keys",
      vocabulary: Vocabulary(language: "en"))
  }

  static let posts = [
    (
      "ann",
      "The cache keys hold the hash of the compiler. This makes every cache key change with each compiler release. The keys of the cache hold the compiler's hash."
    ),
    (
      "bo",
      "See https://example.org/keys for the numbers. Nobody has measured how large the folder of the server becomes when every branch has compiler keys of its own."
    ),
  ]

  @Test(arguments: [12, 20, 30, 90])
  func itChoosesTheSame(words: Int) {
    let text = Self.text(Self.posts)
    let why = Summarizer.explain(text, genre: .thread, words: words)
    let chosen = Summarizer.summarize(text, genre: .thread, words: words)
    #expect(why.chosen.map(\.index).sorted() == chosen)
    #expect(Set(why.lost.map(\.index)).union(chosen) == Set(text.sentences.indices))
    #expect(
      why.wordsLeft == words - chosen.reduce(0) { $0 + text.sentences[$1].words })
  }

  @Test func everyLossHasItsReason() {
    let text = Self.text(Self.posts)
    let why = Summarizer.explain(text, genre: .thread, words: 18)
    func loss(_ index: Int) -> SelectionExplanation.Loss? {
      why.lost.first { $0.index == index }?.loss
    }
    // Nine words are left: not enough for the sentence that leans on the first.
    #expect(why.chosen.map(\.index) == [0] && why.wordsLeft == 9)
    #expect(loss(1) == .room(words: 10, left: 9))
    #expect(loss(3) == .unquotable(.address))
    #expect(loss(4) == .room(words: 20, left: 18))
    guard case .alike(to: 0, let cosine)? = loss(2) else {
      Issue.record("the same in other words is too like: \(String(describing: loss(2)))")
      return
    }
    #expect(cosine > 0.8)
    #expect(why.lost.first { $0.index == 3 }?.score == nil)
  }

  @Test func aSentenceIsChosenWithTheOneThatItLeansOn() throws {
    let text = Self.text([
      (
        "ann",
        "The cache keys hold the hash of the compiler. This makes every cache key change with each compiler release."
      )
    ])
    let why = Summarizer.explain(text, genre: .thread, words: 60)
    #expect(why.chosen.count == 2)
    let alone = Summarizer.explain(text, genre: .thread, words: 60) { $0.place == 1 }
    #expect(alone.chosen.isEmpty)
    #expect(alone.lost.map(\.loss) == [.refused, .leans])
  }

  @Test func whatCouldHaveBeenChosenIsOutweighed() {
    let text = Self.text(Self.posts)
    let why = Summarizer.explain(text, genre: .thread, words: 90, sentences: 1)
    #expect(why.chosen.count == 1)
    #expect(why.lost.contains { $0.loss == .outweighed })
  }

  @Test func onePersonHasALimit() {
    let ann =
      "The cache keys hold the hash of the compiler. Old files are swept away on Sundays. "
      + "The linker writes its flags into the folder. Nobody reads what the server prints."
    let text = Self.text([("ann", ann), ("bo", "Windows needs a longer path than Linux.")])
    var limits = Summarizer.limits(.thread, words: 300)
    limits.perAuthor = 2
    let why = SentenceSelection.explain(text, limits: limits) { _ in true }
    #expect(why.lost.map(\.loss) == [.person(most: 2), .person(most: 2)])
  }

  @Test func aScoreIsTheSumOfItsParts() {
    let text = Self.text(Self.posts)
    for chosen in Summarizer.explain(text, genre: .thread, words: 90).chosen {
      let score = chosen.score
      #expect(score.weight == text.weights[chosen.index])
      #expect(score.likeness <= 0 && score.coverage >= 0)
      #expect(score.total == score.weight + score.likeness + score.coverage + score.newPerson)
    }
  }
}
