import Testing

@testable import Analysis

struct SpeechTests {
  static func turns(_ cues: [(String?, String)]) -> [String] {
    Sentences.ofCues(cues.map { (speaker: $0.0, text: $0.1) }).map {
      "\($0.author ?? "?"): \($0.text)"
    }
  }

  @Test func readsLabelsAtTheHeadsOfCues() {
    #expect(
      Self.turns([
        (nil, "Ann Lee: We build it."), (nil, "It helps."), (nil, "Bo: Does it?"),
        (nil, "Ann Lee: Yes."),
      ]) == ["Ann Lee: We build it.", "Ann Lee: It helps.", "Bo: Does it?", "Ann Lee: Yes."])
  }

  @Test func aLabelInsideASentenceIsNotQuoted() {
    let found = Sentences.ofCues([
      (nil, "ANN: We build it with"), (nil, "ANN: great care."), (nil, "BO: Ah."),
    ])
    #expect(found.map(\.author) == ["ANN", "ANN", "BO"])
    #expect(found.map(\.text) == ["We build it with", "great care.", "Ah."])
  }

  @Test func aMarkOfATurnEndsTheSpeaker() {
    #expect(
      Self.turns([
        (nil, ">> ANN: We build it."), (nil, "It helps. >> Does it?"), (nil, ">> ANN: It does."),
      ]) == ["ANN: We build it.", "ANN: It helps.", "?: Does it?", "ANN: It does."])
  }

  @Test func sentencesDoNotGoOverAMark() {
    #expect(
      Self.turns([(nil, ">> so we build"), (nil, "it >> does it help")])
        == ["?: so we build it", "?: does it help"])
  }

  @Test func dashesAreMarksWhereCuesBeginWithThem() {
    #expect(
      Self.turns([(nil, "- We build it. - Does it help?"), (nil, "- Yes – it does - really.")])
        == ["?: We build it.", "?: Does it help?", "?: Yes – it does - really."])
    #expect(
      Self.turns([(nil, "We build it"), (nil, "- Mostly - at night.")])
        == ["?: We build it - Mostly - at night."])
  }

  @Test func cuesWithoutSpeakersAreOneTurn() {
    #expect(Speech([(nil, "a"), (nil, "b")]).turns.map(\.range) == [0..<4])
    #expect(Speech([]).turns.isEmpty)
  }

  @Test func knowsTheCueOfEachByte() {
    let speech = Speech([(nil, "ab"), (nil, ""), (nil, "c")])
    #expect((0..<6).map { speech.cue(at: $0) } == [0, 0, 0, 1, 2, 2])
  }
}
