@testable import Ingest
import Model
import Testing

struct PodcastJSONTests {
  @Test func readsTheForm() {
    let read = transcript(
      """
      {"version": "1.0.0", "segments": [{"speaker": "Ann", "startTime": 0.5, "endTime": 1.25, "body": "Good day"},
        {"startTime": "2.5", "body": "again\\n"}, {"startTime": 3, "body": " "}, {"startTime": 4}]}
      """)
    #expect(read?.format == "podcast-json")
    #expect(read?.cues == [cue(0.5, 1.25, "Ann", "Good day"), cue(2.5, nil, nil, "again")])
    #expect(read?.warnings == [Diagnostic("segments without a body were left out: 1")])
  }

  @Test func readsNoTimeWhereThereIsNone() {
    let read = transcript(
      """
      {"segments": [{"startTime": -5, "endTime": "NaN", "body": "a"}, {"startTime": [], "body": "b"}]}
      """)
    #expect(read?.cues == [cue(nil, nil, nil, "a"), cue(nil, nil, nil, "b")])
  }

  @Test func readsUpToTheDamage() {
    let read = transcript(
      """
      {"segments": [{"startTime": 1, "body": "a"}, {"startTime": 2, "body": "b"}, {"startTime": 3, "bo
      """)
    #expect(read?.cues.map(\.text) == ["a", "b"])
    #expect(
      read?.warnings == [
        Diagnostic("is no whole JSON document; what stands before the damage was read")
      ])
  }

  @Test(arguments: ["{}", "[]", #"{"segments": {"0": {"body": {}}}}"#, #"{"segments": []}"#, "{{"])
  func refusesOtherDocuments(text: String) {
    #expect(transcript(text) == nil)
    #expect(transcript(String(repeating: text, count: 10_000)) == nil)
  }

  @Test func isNoFeedAndAFeedIsNone() throws {
    let text = #"{"version": "1.0.0", "segments": [{"startTime": 1, "body": "a"}]}"#
    #expect(throws: FeedParser.Failure.self) { try FeedParser.parse(Array(text.utf8)) }
    #expect(transcript(#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#) == nil)
    #expect(transcript("<rss><channel><item><title>0:01 a</title></item></channel></rss>") == nil)
  }
}
