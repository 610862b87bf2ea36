import Model
import Support
import Testing

@testable import Analysis

struct StandsAloneTests {
  @Test(arguments: [
    "This would break every build.", "But nobody reads the warning.", "He has measured it twice.",
    "It was slow.", "In that case the build stops.", "For example, the cache is empty.",
    "As such it cannot be cached.", "One of them fails on Windows.", "And so the file grows.",
    "What would you do about that?", "They are never updated.", "e.g. the lock file.",
    "It is slower than the other one.", "That’s why the build fails.", "Another way is a flag.",
  ])
  func leansOnWhatCameBefore(text: String) {
    #expect(StandsAlone.leans(text))
  }

  @Test(arguments: [
    "The cache that they wrote is fast.", "It is unclear whether the cache helps.",
    "It’s easy to see why builds fail.", "In the release's notes nothing of it stands.",
    "Sooner or later the disk is full.",
    "I like the idea.", "", "?", "Thesis: caches grow.",
  ])
  func standsAlone(text: String) {
    #expect(!StandsAlone.leans(text))
  }

  @Test func aThreadMayBeginWithThis() {
    #expect(!StandsAlone.leans("This is a write-up of two bugs.", opensThread: true))
    #expect(StandsAlone.leans("This is a write-up of two bugs."))
  }

  @Test func inTalkWhatFollowsTheFillersCounts() {
    #expect(!StandsAlone.leans("And so the linker writes one file.", isTalk: true))
    #expect(StandsAlone.leans("And so it writes one file.", isTalk: true))
    #expect(StandsAlone.leans("But the linker writes one file.", isTalk: true))
  }
}

struct QuotabilityTests {
  static func isQuotable(_ text: String) -> Bool? {
    Sentences.ofPosts([("a", text)]).first.map { Quotability.isQuotable($0) }
  }

  @Test(arguments: [
    "Jan Richards Access Software Designer", "Institute of Computer Science, Warsaw",
    "Write to ann@example.org for the file.", "See https://example.org/x for more of it.",
    "The formula is \\alpha + \\beta here.", "having added the rule to the file",
    "Fix the cache · Pull Request #12 · tern", "a{b} = <c> | ~d^e",
  ])
  func refuses(text: String) {
    #expect(Self.isQuotable(text) == false)
  }

  @Test(arguments: [
    "The cache is slow on Mondays.", "Nobody reads the warning", "\"Never\" is what he said to us.",
    "We meet at noon @ the usual place.",
  ])
  func takes(text: String) {
    #expect(Self.isQuotable(text) == true)
  }

  @Test func speechWithoutFullStopsIsNoNamePlate() {
    let sentence = Sentences.ofCues([(nil, "the cache is slow on mondays we think")]).first
    #expect(sentence.map { Quotability.isQuotable($0) } == true)
  }
}

struct TermSalienceTests {
  // Odds −1.8 + 0.7·ln 2 = −1.315 for "cache", twice from the start; −1.8 + 3 − 0.8 = 0.4 for "lock",
  // once, in the second of two sentences and in the title: chances 0.2117 and 0.5987.
  @Test func weighsByHand() {
    let weights = TermSalience.weigh([[0, 0], [1]], title: [1], count: 3)
    #expect(weights[1] == 1)
    #expect(abs(weights[0] - 0.2117 / 0.5987) < 1e-3)
    #expect(weights[2] == 0)
  }

  @Test func hasNothingForNothing() {
    #expect(TermSalience.weigh([], title: [], count: 0) == [])
  }
}

struct SentenceSelectionTests {
  static func chosen(_ posts: [(String, String)], words: Int) -> [String] {
    let text = SentenceSalience.weigh(
      Sentences.ofPosts(posts), genre: .thread, title: "Cache keys",
      vocabulary: Vocabulary(language: "en"))
    return Summarizer.summarize(text, genre: .thread, words: words).map { text.sentences[$0].text }
  }

  @Test func aLeaningSentenceComesBehindTheOneBefore() {
    let post =
      "The cache keys hold the hash of the compiler. This makes every cache key change with each "
      + "compiler release."
    let both = Self.chosen([("ann", post)], words: 60)
    #expect(both.count == 2 && both[0].hasPrefix("The cache keys"))
    #expect(
      Self.chosen([("ann", post)], words: 12) == [
        "The cache keys hold the hash of the compiler."
      ])
  }

  @Test func whatStoodBeforeAParagraphIsNotKnown() {
    let post =
      "The cache keys hold the hash of the compiler.\n\nThis makes every cache key change with each "
      + "compiler release."
    #expect(Self.chosen([("ann", post)], words: 60).count == 1)
  }

  @Test(arguments: [(" But it fails on Windows.", -0.3), (" It fails on Windows.", 0)])
  func halfAConcessionWeighsLess(next: String, difference: Double) {
    func weight(_ rest: String) -> Double {
      let text = SentenceSalience.weigh(
        Sentences.ofPosts([("ann", "The cache is fast on every server." + rest)]), genre: .thread,
        title: "", vocabulary: Vocabulary(language: "en"))
      return text.weights[0]
    }
    // What follows changes nothing else: in a paragraph of its own it takes nothing back.
    #expect(abs(weight(next) - weight("\n\n" + next) - difference) < 1e-9)
  }

  @Test func whoWasNotHeardYetComesFirst() {
    let ann =
      "Cache keys hold the hash of the compiler. The linker writes its flags into the folder."
    let bo = "Nobody has measured how large that folder of the server becomes."
    let chosen = Self.chosen([("ann", ann), ("bo", bo)], words: 22)
    #expect(chosen.contains(bo))
  }
}

struct RankingFeaturesTests {
  static let window = Window(
    firstDay: CalendarDay(daysSinceEpoch: 100), endDay: CalendarDay(daysSinceEpoch: 114),
    from: Timestamp(seconds: 100 * 86_400), until: Timestamp(seconds: 114 * 86_400))

  static func thread(_ title: String, _ days: [Int]) -> DiscussionThread {
    DiscussionThread(
      id: "t", title: title, url: "", source: "", site: "",
      posts: days.enumerated().map { index, day in
        Post(
          id: "\(index)", number: index + 1, author: "a", authorKey: "a",
          date: Timestamp(seconds: Int64(day) * 86_400), url: "", words: "some words here")
      })
  }

  @Test func whatIsTenDaysOldIsNoNews() {
    let features = Ranking.Features(Self.thread("T", [101, 112]), in: Self.window)
    #expect(features.isNew && !features.isFresh && features.recentPosts == 1)
    #expect(Ranking.Features(Self.thread("T", [110]), in: Self.window).isFresh)
  }

  // Three posts in the 50 days before let 0.6 be expected of ten days: 5 recent ones are (1+5)/1.6.
  @Test func aBurstIsMeasuredAgainstTheThreadsPast() {
    let thread = Self.thread("T", [50, 60, 70, 106, 107, 108, 109, 110])
    #expect(abs(Ranking.Features(thread, in: Self.window).burst - 6 / 1.6) < 1e-9)
  }

  @Test(arguments: [
    ("Proposal for a cache", true), ("CVE-2026-1 in the cache", true), ("The cache", false),
    ("Redrafting", false),
  ])
  func titlesAnnounce(title: String, isNews: Bool) {
    #expect(Ranking.Features(Self.thread(title, [110]), in: Self.window).hasNewsTitle == isNews)
  }
}
