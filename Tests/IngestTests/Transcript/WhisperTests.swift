@testable import Ingest
import Model
import Testing

struct WhisperTests {
  @Test func readsJSON() {
    let read = transcript(
      """
      {"text": " a b", "segments": [{"id": 0, "start": 0.0, "end": 2.5, "text": " a", "speaker": "S1", "avg_logprob": NaN},
        {"start": 2.5, "end": 3, "text": " b", "speakerLabel": "S2"}], "speakers": {"S1": "Ann"}}
      """)
    #expect(read?.format == "whisper-json")
    #expect(read?.cues == [cue(0, 2.5, "Ann", "a"), cue(2.5, 3, "S2", "b")])
    #expect(read?.warnings.count == 1)
  }

  @Test func readsOffsetsInMilliseconds() {
    let read = transcript(
      #"{"transcription": [{"offsets": {"from": 500, "to": 1500}, "text": " a"}]}"#)
    #expect(read?.cues == [cue(0.5, 1.5, nil, "a")])
  }

  @Test func readsTSV() {
    let read = transcript("start\tend\ttext\n0\t1500\ta\tb\n1500\t2500\tc\nlost\n")
    #expect(read?.format == "whisper-tsv")
    #expect(read?.cues == [cue(0, 1.5, nil, "a b"), cue(1.5, 2.5, nil, "c")])
    #expect(
      read?.warnings == [Diagnostic(line: 4, "row was left out: it is not two times and words")])
  }
}
