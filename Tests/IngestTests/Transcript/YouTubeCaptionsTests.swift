@testable import Ingest
import Model
import Testing

struct YouTubeCaptionsTests {
  @Test func readsEvents() {
    let read = transcript(
      """
      {"wireMagic": "pb3", "events": [{"tStartMs": 0, "dDurationMs": 9000},
        {"tStartMs": 500, "dDurationMs": 3000, "wWinId": 1, "segs": [{"utf8": "good"}, {"utf8": " day", "tOffsetMs": 9}]},
        {"tStartMs": 1990, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\\n"}]},
        {"tStartMs": 2000, "dDurationMs": 1000, "segs": [{"utf8": "two\\nlines"}]}]}
      """)
    #expect(read?.format == "youtube-json3")
    #expect(read?.cues == [cue(0.5, 2, nil, "good day"), cue(2, 3, nil, "two lines")])
  }

  @Test(arguments: [
    #"<?xml version="1.0"?><timedtext format="3"><head/><body><p t="500" d="1500"><s>it&amp;#39;s</s><s t="9"> me</s></p></body></timedtext>"#,
    #"<transcript><text start="0.5" dur="1.5">it&amp;#39;s me</text></transcript>"#,
    #"<timedtext><text t="500" d="1500">it&#39;s me</text></timedtext>"#,
  ])
  func readsXML(text: String) {
    #expect(transcript(text)?.cues == [cue(0.5, 2, nil, "it's me")])
  }
}
