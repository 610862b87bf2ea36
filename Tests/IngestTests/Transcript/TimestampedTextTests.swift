@testable import Ingest
import Model
import Testing

struct TimestampedTextTests {
  @Test func readsTimestampedText() {
    let read = transcript(
      "00:00:00 Hello there.\n\n00:08:31 First\nand more.\n\n01:02:03.5 Last.\n")
    #expect(read?.format == "timestamped-text")
    #expect(
      read?.cues == [
        Cue(start: 0, end: nil, speaker: nil, text: "Hello there."),
        Cue(start: 511, end: nil, speaker: nil, text: "First and more."),
        Cue(start: 3723.5, end: nil, speaker: nil, text: "Last."),
      ])
  }

  @Test func keepsTimeThatGoesBackWithAWarning() {
    let read = transcript("0:10 a\n0:05 b\n")
    #expect(read?.cues.map(\.start) == [10, 5])
    #expect(read?.warnings == [Diagnostic(line: 2, "time goes back")])
  }

  @Test(
    arguments: [
      ("[8:31] a\n[8:32] b", nil, 511.0), ("(0:08:31): a\n(0:08:32): b", nil, 511.0),
      ("[Speaker 1] [08:31] a\n[Speaker 2] [08:32] b", "Speaker 1", 511.0),
      ("Ann Lee (00:08:31):\na\n\nBo (00:08:32):\nb", "Ann Lee", 511.0),
      ("ann lee (00:08:31):\na\n\nbo (00:08:32):\nb", "ann lee", 511.0),
      ("[ann lee] [8:31] a\n[bo] [8:32] b", "ann lee", 511.0),
      ("Ann Lee  8:31\na\n\nBo  8:32\nb", "Ann Lee", 511.0),
      ("**Ann Lee** [8:31]: a\n**Bo** [8:32]: b", "Ann Lee", 511.0),
      ("00:08:31:15 a\n00:08:32:00 b", nil, 511.5),
    ] as [(String, String?, Double)])
  func readsStampsInAllTheirDress(text: String, speaker: String?, start: Double) {
    let read = transcript(text)
    #expect(read?.format == "timestamped-text")
    #expect(read?.cues.first == cue(start, nil, speaker, "a"))
    #expect(read?.cues.map(\.text) == ["a", "b"])
  }

  @Test func readsRangesInBrackets() {
    let read = transcript("[0.50 --> 2.60]  a\n[00:02.600 --> 01:00:04.000]  b\n")
    #expect(read?.cues == [cue(0.5, 2.6, nil, "a"), cue(2.6, 3604, nil, "b")])
  }

  @Test func keepsTheSpeakerOverStampsWithoutAName() {
    let read = transcript("Ann (00:01):\na\n\n(00:05):\nb, at 10:30\n\nBo (00:09):\nc\n")
    #expect(read?.cues.map(\.speaker) == ["Ann", "Ann", "Bo"])
    #expect(read?.cues[1].text == "b, at 10:30")
  }

  @Test func passesWhatStandsBeforeADocument() {
    let read = transcript("---\ntitle: x\nat: 1:00\n---\n\n# Title\n\n0:01 a\n## Part\n0:02 b")
    #expect(read?.cues.map(\.text) == ["a", "b"])
  }

  @Test func readsSixtySecondsAsTheNextMinute() {
    #expect(transcript("0:59 a\n0:60 b\n1:01 c")?.cues.map(\.start) == [59, 60, 61])
  }
}
