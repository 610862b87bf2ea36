import Testing

@testable import Analysis

struct SentenceTests {
  static func sentences(_ cues: [String]) -> [Sentence] {
    Sentences.ofCues(cues.map { (nil, $0) })
  }

  @Test func aOneWordCueBeginsTheSentence() {
    let found = Self.sentences(["We", "build", "it.", "Then", "we", "rest."])
    #expect(found.map(\.text) == ["We build it.", "Then we rest."])
    #expect(found.map(\.unit) == [0, 3])
    #expect(found.map(\.isVerbatim) == [true, true])
  }

  @Test func aSentenceInTheMiddleOfACueBeginsInThatCue() {
    let found = Self.sentences(["It ends. It", "", "begins here. And", "again."])
    #expect(found.map(\.text) == ["It ends.", "It begins here.", "And again."])
    #expect(found.map(\.unit) == [0, 0, 2])
    // "It ends. " is 9 of 11 bytes.
    #expect(found.map { ($0.elapsed * 100).rounded() } == [0, 82, 81])
  }

  @Test func captionsThatRollAreReadOnce() {
    let found = Self.sentences([
      "the cache is", "the cache is shared by every", "shared by every",
      "shared by every build. The lock", "build. The lock", "build. The lock file is not.",
    ])
    #expect(found.map(\.text) == ["the cache is shared by every build.", "The lock file is not."])
    #expect(found.map(\.unit) == [0, 3])
    // Between the two halves of the first, the stored cues say something else again.
    #expect(found.map(\.isVerbatim) == [false, true])
  }

  @Test func whatStandsInTheStoredCuesIsVerbatimAlthoughTheyRoll() {
    let found = Self.sentences([
      "The cache is", "The cache is shared.", "is shared.", "is shared. It", "is shared. It helps.",
    ])
    #expect(found.map(\.text) == ["The cache is shared.", "It helps."])
    #expect(found.first?.isVerbatim == true)
  }

  @Test func aMarkInsideMakesASentenceUnquotable() {
    let found = Self.sentences([
      "[Music] We build it with care [laughs] every day. It really helps us."
    ])
    #expect(found.map(\.text) == ["We build it with care every day.", "It really helps us."])
    #expect(found.map(\.isVerbatim) == [false, true])
    #expect(found.map { Quotability.isQuotable($0) } == [false, true])
  }

  @Test func aMarkBetweenSentencesHarmsNeither() {
    let found = Self.sentences([
      "We build it.", "(laughs)", "It helps. [inaudible 00:12:03]", "Yes.",
    ])
    #expect(found.map(\.text) == ["We build it.", "It helps.", "Yes."])
    #expect(found.map(\.unit) == [0, 2, 3])
    #expect(!found.contains { !$0.isVerbatim })
  }

  @Test func aSpeakerIsCarriedOn() {
    let found = Sentences.ofCues([
      ("Ann", "We build"), (nil, "it. It helps."), ("Bo", "Does it?"), (nil, "I doubt it."),
    ])
    #expect(found.map(\.author) == ["Ann", "Ann", "Bo", "Bo"])
    #expect(found.map(\.text) == ["We build it.", "It helps.", "Does it?", "I doubt it."])
  }

  // 75 words without a stop, in cues of 25.
  @Test func whatRunsOnIsCutAtCuesAndNotQuoted() {
    let cue = String(repeating: "and so we go ", count: 6) + "on"
    let found = Self.sentences([cue, cue, cue + ".", "A sentence. Another. One more. And one."])
    #expect(found.prefix(3).map(\.unit) == [0, 1, 2])
    #expect(found.prefix(4).map(\.isVerbatim) == [false, false, false, true])
  }

  @Test func withoutAnyStopRunsOfCuesAreQuoted() {
    let cue = String(repeating: "and so we go ", count: 6) + "on"
    let found = Self.sentences([cue, cue, cue])
    #expect(found.map(\.isVerbatim) == [true, true, true])
    #expect(found.map(\.text) == [cue, cue, cue])
  }

  @Test func thanksThatRunOnAreCut() {
    let words =
      "that's kettle.example/show thank you as always to kettle for supporting the long show maybe "
      + String(repeating: "the next thing we want to talk about is the lock file ", count: 6)
    let found = Self.sentences([words + ".", "Yes. No. Well. And so on."])
    #expect(
      found.first?.text
        == "that's kettle.example/show thank you as always to kettle for supporting the long show")
  }

  @Test func hasNothingForNothing() {
    #expect(Self.sentences([]) == [])
    #expect(Self.sentences(["", " ", "[Music]"]) == [])
  }
}
