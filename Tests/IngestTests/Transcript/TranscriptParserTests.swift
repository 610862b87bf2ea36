@testable import Ingest
import Model
import Testing

struct TranscriptParserTests {
  @Test func readsCarriageReturnsAndAByteOrderMark() {
    let read = TranscriptParser.parse(
      [0xEF, 0xBB, 0xBF] + Array("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nx\r\n".utf8))
    #expect(read?.cues == [Cue(start: 1, end: 2, speaker: nil, text: "x")])
  }

  @Test(arguments: ["", "plain words\nwithout stamps", "12:99 no\n12:98 no", "<rss/>"])
  func refusesWhatIsNone(text: String) {
    #expect(transcript(text) == nil)
  }

  @Test func readsEveryPrefixOfAFile() {
    let whole = Array("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>b &amp; c</v>\n".utf8)
    for length in whole.indices {
      let cues = TranscriptParser.parse(Array(whole[..<length]))?.cues ?? []
      #expect(cues.count <= 1)
      #expect(cues.allSatisfy { $0.start == 1 && $0.end == 2 })
    }
  }

  /// One small file of each form.
  static let forms = [
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>b</v>\n\n00:03.000 --> 00:04.000\nc",
    "1\n00:00:01,000 --> 00:00:02,000\n<i>a</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nb\n",
    "0:01 a\nAnn (0:02):\nb\n[Bo] [0:03] c\n",
    #"{"segments": [{"speaker": "A", "startTime": 1, "body": "a"}, {"startTime": 2, "body": "b"}]}"#,
    #"{"events": [{"tStartMs": 1, "dDurationMs": 2, "segs": [{"utf8": "a"}]}]}"#,
    "<tt><body begin='1s'><div><p begin='1s' end='2s'>a<br/>b</p></div></body></tt>",
    "<cite>Ann:</cite><time>0:01</time><p>a</p><time>0:02</time><p>b</p>",
    "**Ann:** \\[0:01.10\\] a [b](c)\n\n**Bo:** _d_",
    "start\tend\ttext\n0\t1\ta\n1\t2\tb\n",
  ]

  @Test(arguments: forms)
  func endsWithEveryPrefixAndWithNULs(text: String) {
    let whole = Array(text.utf8)
    for length in whole.indices {
      for bytes in [Array(whole[..<length]), whole[..<length] + [0, 0] + whole[length...]] {
        for cue in TranscriptParser.parse(bytes)?.cues ?? [] {
          #expect(!cue.text.isEmpty && [cue.start, cue.end].allSatisfy { ($0 ?? 0) >= 0 })
        }
      }
    }
  }

  @Test(arguments: forms)
  func readsALineOfTenMegabytes(text: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 10_000_000)
    _ = TranscriptParser.parse(bytes)
  }
}
