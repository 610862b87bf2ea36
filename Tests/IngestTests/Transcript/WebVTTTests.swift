@testable import Ingest
import Model
import Testing

struct WebVTTTests {
  @Test func readsWebVTT() {
    let read = transcript(
      """
      WEBVTT - a title

      STYLE
      ::cue { color: red }

      NOTE a remark
      over two lines

      1
      00:01.000 --> 00:02.500 align:start
      <v Ann Lee>Hello <b>you</b> &amp; me</v>

      01:00:00.000 --> 01:00:01.000
      two
      lines

      bad --> cue
      lost
      """)
    #expect(read?.format == "vtt")
    #expect(
      read?.cues == [
        Cue(start: 1, end: 2.5, speaker: "Ann Lee", text: "Hello you & me"),
        Cue(start: 3600, end: 3601, speaker: nil, text: "two lines"),
      ])
    #expect(
      read?.warnings == [Diagnostic(line: 17, "cue was left out: its times cannot be read")])
  }

  @Test(arguments: [
    "00:01.000-->00:02.000line:0", "\t00:00:01.000\t-->\t0000:00:02.000",
    "id\n00:01.000 --> 00:02.000 align:start",
  ])
  func readsTimesAsTheStandardDoes(timing: String) {
    #expect(transcript("WEBVTT\n\n\(timing)\nx")?.cues == [cue(1, 2, nil, "x")])
  }

  @Test(arguments: [
    "0:01.000 --> 00:02.000", "00:01.00 --> 00:02.000", "00:61.000 --> 00:62.000",
    "00:01,000 --> 00:02,000", "00:01.000 -> 00:02.000", "1.000 --> 2.000",
  ])
  func readsNoOtherTimes(timing: String) {
    #expect(transcript("WEBVTT\n\n\(timing)\nx")?.cues == [])
  }

  @Test func readsLooselyWhatNoBrowserReads() {
    let read = transcript(
      "WEBVTT\n\n0.500 --> 2.250\n<v Ann>a\n\n1:35.000 --> 1:41.400\nb\n\n10:00.000 --> 10:01.000\nc"
    )
    #expect(
      read?.cues == [cue(0.5, 2.25, "Ann", "a"), cue(95, 101.4, nil, "b"), cue(600, 601, nil, "c")])
    #expect(
      read?.warnings == [
        Diagnostic(line: 1, "times are not written as WebVTT has them; they were read loosely")
      ])
  }

  @Test func namesNobodyWhereSeveralSpeak() {
    let read = transcript("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>a</v>\n<v.loud Bo>b")
    #expect(read?.cues == [cue(1, 2, nil, "a b")])
  }

  @Test func endsATagWithTheCue() {
    let read = transcript(
      "WEBVTT\n\n00:01.000 --> 00:02.000\na &lt;b&gt; <i>c <lost\n\n00:03.000 --> 00:04.000\nd")
    #expect(read?.cues.map(\.text) == ["a <b> c", "d"])
  }

  @Test func beginsACueAtAnArrow() {
    let read = transcript("WEBVTT\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb")
    #expect(read?.cues.map(\.text) == ["a", "b"])
  }

  @Test func forgivesASignatureThatIsNotTheFirst() {
    let cues = "00:01.000 --> 00:02.000\n<v Ann>a\n\n00:02.000 --> 00:03.000\nb"
    let read = transcript("\n WEBVTT\n\n\(cues)")
    #expect(read?.format == "vtt")
    #expect(read?.cues == [cue(1, 2, "Ann", "a"), cue(2, 3, nil, "b")])
    #expect(read?.warnings == [Diagnostic(line: 2, "the signature is not as WebVTT has it")])
  }
}
