@testable import Ingest
import Model
import Testing

/// Which of an episode's transcripts is read, and what is no transcript.
struct TranscriptChoiceTests {
  /// The address of the transcript chosen among tags, each `type address`.
  static func choice(_ tags: [String]) throws -> String? {
    let tags = tags.map { tag -> String in
      let parts = tag.split(separator: " ", omittingEmptySubsequences: false)
      let type = parts[0].isEmpty ? "" : " type=\"\(parts[0])\""
      return "<podcast:transcript url=\"https://t.example/\(parts[1])\"\(type)/>"
    }
    let feed = """
      <rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>P</title><item>
      <title>E</title><guid>e</guid><enclosure url="https://t.example/e.mp3" type="audio/mpeg"/>
      \(tags.joined())</item></channel></rss>
      """
    return try SourceReader.read(
      Array(feed.utf8), source: Source(address: "s"), address: "https://t.example/feed"
    ).episodes.first?.transcript
  }

  @Test(
    arguments: [
      (["text/html a", "application/json b", "text/vtt c"], "c"),
      (["text/html a", "application/srt b", "application/json c"], "c"),
      (["text/plain a", "application/x-subrip b"], "b"), (["text/html a", "text/plain b"], "b"),
      (["application/octet-stream a.bin", "text/html b"], "b"),
      ([" a.srt", " b.vtt?x=1"], "b.vtt?x=1"),
      (["text/vtt;charset=utf-8 a.txt", "text/plain b.vtt"], "a.txt"), (["x/y a"], "a"),
      (["text/vtt a", "text/vtt b"], "a"),
    ])
  func prefersTheFormThatSaysMost(tags: [String], chosen: String) throws {
    #expect(try Self.choice(tags) == "https://t.example/\(chosen)")
  }

  @Test func anEpisodeWithoutOneHasNone() throws {
    #expect(try Self.choice([]) == nil)
  }

  @Test(arguments: [
    "<rss><channel>\n<description>\n0:01 a\n0:02 b\n0:03 c</description></channel></rss>",
    "<?xml version='1.0'?><feed><content><p><cite>A:</cite><time>0:01</time><p>a</p></content></feed>",
    "<opml><body><outline text='a'/></body></opml>",
    "<rss><channel><podcast:transcript url='x'/><p>a</p></channel></rss>",
  ])
  func aFeedIsNoTranscript(text: String) {
    #expect(transcript(text) == nil)
  }
}
