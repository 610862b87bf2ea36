@testable import Ingest
import Model
import Testing

struct RollingCaptionsTests {
  static let rolling = """
    WEBVTT

    00:01.000 --> 00:01.990
    \u{20}
    one<00:01.500><c> two</c>

    00:01.990 --> 00:02.000
    one two
    \u{20}

    00:02.000 --> 00:02.990
    one two
    three<00:02.500><c> four</c>

    00:02.990 --> 00:03.000
    three four
    \u{20}

    00:03.000 --> 00:03.990
    three four
    three four

    00:03.990 --> 00:04.000
    three four
    \u{20}
    """

  @Test func keepsEachLineOnce() {
    #expect(
      transcript(Self.rolling)?.cues == [
        cue(1, 2, nil, "one two"), cue(2, 3, nil, "three four"), cue(3, 4, nil, "three four"),
      ])
  }

  @Test func keepsKaraokeAsItIs() {
    let cues = (1...8).map { "\($0)\n00:00:0\($0),000 --> 00:00:0\($0),900\n<u>la</u> la\n" }
    #expect(transcript(cues.joined(separator: "\n"))?.cues.count == 8)
  }

  @Test func isLinearInTheLinesOfACue() {
    let lines = String(repeating: "a\n", count: 100_000)
    let cues = (1...6).map { "00:0\($0).000 --> 00:0\($0).900\n\(lines)" }
    #expect(transcript("WEBVTT\n\n" + cues.joined(separator: "\n"))?.cues.isEmpty == false)
  }
}
