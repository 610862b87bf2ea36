@testable import Ingest
import Model
import Testing

struct PodcastHTMLTests {
  @Test func readsTheForm() {
    let read = transcript(
      "<cite>Ann :</cite>\n<time>0:01</time>\n<p>Good <b>d</b>ay &amp; all</p><p>again\n<cite>Bo:</cite><time>1:00:02</time><p>Bye"
    )
    #expect(read?.format == "podcast-html")
    #expect(read?.cues.first == cue(1, nil, "Ann", "Good day & all"))
    #expect(read?.cues.last?.text == "Bye")
  }

  @Test func hasNoTimeOrSpeakerWhereNoneIsGiven() {
    #expect(
      transcript("<!DOCTYPE html><body><cite>Ann:</cite><p>a</p><p>b</p><cite>Bo:</cite><p>c</p>")?
        .cues == [cue(nil, nil, "Ann", "a"), cue(nil, nil, "Ann", "b"), cue(nil, nil, "Bo", "c")])
    #expect(transcript("<time>0:05</time><p>a</p>")?.cues == [cue(5, nil, nil, "a")])
  }

  @Test func readsStampedParagraphs() {
    let read = transcript("<p>1:59</p><p>a</p><p>2:12</p><p>b</p><p>2:14</p><p>c</p>")
    #expect(
      read?.cues == [cue(119, nil, nil, "a"), cue(132, nil, nil, "b"), cue(134, nil, nil, "c")])
  }

  @Test(arguments: [
    "<html><body><p>See <cite>A Book</cite> and</p><p>more</p><p>words</p></body></html>",
    "<article><time datetime='2026-01-01'>1 January</time><p>words</p></article>", "<p>", "<",
  ])
  func refusesOtherPages(text: String) {
    #expect(transcript(text) == nil)
  }

  @Test func isLinear() {
    _ = transcript(String(repeating: "<div>", count: 300_000) + "<cite>A:</cite><p>x")
    _ = transcript(String(repeating: "<cite><time><p", count: 100_000))
  }
}
