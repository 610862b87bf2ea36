import Model
import Testing

@testable import Analysis

/// Why chapters begin where they do.
struct EpisodeExplanationTests {
  static func explain(_ lines: [String]) -> (EpisodeAnalysis, EpisodeExplanation) {
    let episode = EpisodeAnalyzerTests.episode(EpisodeAnalyzerTests.timed(lines))
    let vocabulary = Vocabulary(language: "en")
    let analysis = EpisodeAnalyzer.analyze(episode, vocabulary: vocabulary)
    return (analysis, EpisodeAnalyzer.explain(analysis, of: episode, vocabulary: vocabulary))
  }

  @Test func everyChapterHasAReason() {
    let (analysis, why) = Self.explain(
      EpisodeAnalyzerTests.garden + EpisodeAnalyzerTests.read + EpisodeAnalyzerTests.compiler)
    let firsts = analysis.segments.compactMap(\.sentences.first)
    #expect(firsts == [0, 15])
    #expect(why.place(of: 0)?.fate == .talkBegins)
    #expect(why.place(of: 15)?.fate == .advertising)
    #expect(why.place(of: 15)?.evidence?.signs.map(\.name).first == "advertising lies before it")
    // What is advertising is no place.
    #expect(why.place(of: 13) == nil)
    #expect(why.place(of: 5)?.fate == .nothing)
  }

  @Test func aFoundBoundaryTellsHowItWasChosen() throws {
    let (analysis, why) = Self.explain(
      EpisodeAnalyzerTests.garden + ["Okay, let's talk about the compiler."]
        + EpisodeAnalyzerTests.compiler)
    let first = try #require(analysis.segments.dropFirst().first?.sentences.first)
    let place = try #require(why.place(of: first))
    #expect(place.fate == .found)
    #expect((place.pick?.around ?? 0) >= why.threshold)
  }

  @Test func aBoundaryBesideAdvertisingIsMovedThere() {
    // Two sentences of the compiler before the read: the subject changes there, the chapter begins
    // behind the read.
    let lines =
      EpisodeAnalyzerTests.garden + ["Okay, let's talk about the compiler, that inlines calls."]
      + EpisodeAnalyzerTests.read + EpisodeAnalyzerTests.compiler
    let (analysis, why) = Self.explain(lines)
    #expect(analysis.segments.compactMap(\.sentences.first) == [0, 16])
    #expect(why.place(of: 12)?.fate == .moved(to: 16))
  }

  @Test func aReadTellsItsPhrases() throws {
    let lines = EpisodeAnalyzerTests.garden + EpisodeAnalyzerTests.read
    let (analysis, _) = Self.explain(lines)
    let read = try #require(analysis.reads.first)
    let signs = SponsorReads.explain(read, of: analysis.sentences, seconds: analysis.seconds)
    #expect(
      signs.prefix(3).map { "\($0.sentence) \($0.what): \($0.words)" } == [
        "12 opens a read: episode is sponsored by", "12 may open a read: sponsored by",
        "12 a sponsor's name: kettle",
      ])
    #expect(signs.contains { $0.sentence == 14 && $0.what == "thanks a sponsor" })
  }

  @Test func openingsAndClosingsTellTheirPhrase() throws {
    let sentences = Sentences.ofCues([
      (nil, "Welcome to Tern Talk."), (nil, "Thanks for listening."),
    ])
    #expect(EpisodeAnalyzer.framePhrase(in: sentences[0], closing: false) == "welcome to")
    #expect(EpisodeAnalyzer.framePhrase(in: sentences[1], closing: true) == "thanks for listening")
    #expect(EpisodeAnalyzer.framePhrase(in: sentences[0], closing: true) == nil)
  }
}
