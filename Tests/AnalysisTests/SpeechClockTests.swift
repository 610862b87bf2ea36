import Model
import Testing

@testable import Analysis

struct SpeechClockTests {
  static func seconds(_ cues: [Cue]) -> [Double] {
    SpeechClock.seconds(Sentences.ofCues(cues.map { ($0.speaker, $0.text) }), of: cues)
  }

  static func cue(_ start: Double?, _ end: Double?, _ text: String) -> Cue {
    Cue(start: start, end: end, speaker: nil, text: text)
  }

  // "One here. " is 10 of 19 bytes, so the second sentence begins at 10/19 of 19 seconds.
  @Test func goesOnInsideACue() {
    #expect(
      Self.seconds([Self.cue(100, nil, "One here. Two here."), Self.cue(119, 120, "Three.")])
        == [100, 110, 119])
  }

  @Test func overlappingCuesHaveTheirOwnBeginnings() {
    #expect(
      Self.seconds([Self.cue(10, 14, "One."), Self.cue(12, 16, "Two."), Self.cue(11, 13, "Three.")])
        == [10, 12, 11])
  }

  @Test func aCueWithoutATimeHasTheOneBefore() {
    #expect(Self.seconds([Self.cue(10, nil, "One."), Self.cue(nil, nil, "Two.")]) == [10, 10])
  }

  // Two and a half words a second.
  @Test func wordsCountWhereNothingHasATime() {
    #expect(
      Self.seconds([Self.cue(nil, nil, "One two three four five."), Self.cue(nil, nil, "Six.")])
        == [0, 2])
  }
}
