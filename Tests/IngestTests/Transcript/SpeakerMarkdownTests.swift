@testable import Ingest
import Model
import Testing

struct SpeakerMarkdownTests {
  @Test func readsTheForm() {
    let read = transcript(
      """
      **Ann Lee:** \\[00:01:02.15\\] Good *day* to [you](https://a.example/b_(c)).

      and **on**

      **Break:** \\[00:02:00.00\\]

      **Bo:** \\[laughs\\] `x_y` &amp; z
      """)
    #expect(read?.format == "markdown-speakers")
    #expect(
      read?.cues == [
        cue(62.5, nil, "Ann Lee", "Good day to you."), cue(nil, nil, "Ann Lee", "and on"),
        cue(nil, nil, "Bo", "[laughs] x_y & z"),
      ])
  }

  @Test(arguments: [
    "Break:", "**Break**", "## Outro", "**Break:** \\[00:12:34.56\\]", "Break: [1:02]",
  ])
  func aBreakIsNobodysWords(mark: String) {
    let read = transcript("**Ann:** a\n\n\(mark)\n\n**Bo:** Break it.\n\nBreak it again: now.")
    #expect(read?.cues.map(\.text) == ["a", "Break it.", "Break it again: now."])
  }

  @Test func cutsWhereStampsStand() {
    let read = transcript("**Ann:** a [0:05] b\n\n**Bo (1:00):** c")
    #expect(
      read?.cues == [cue(nil, nil, "Ann", "a"), cue(5, nil, "Ann", "b"), cue(60, nil, "Bo", "c")])
  }

  @Test func readsFractionsThatAreNoFrames() {
    #expect(
      transcript("**Ann:** [0:01.75] a\n\n**Bo:** [0:02.15] b")?.cues.map(\.start) == [1.75, 2.15])
  }

  @Test(
    arguments: [
      ("a **b** c", "a b c"), ("__a__ _b_ *c*", "a b c"),
      ("2*3*4 snake_case_x", "2*3*4 snake_case_x"),
      ("** a ** *b", "** a ** *b"), ("![pic](x.png \"t\")", "pic"), ("[a] (b)", "[a] (b)"),
      ("\\*a\\* \\_", "*a* _"), ("`a` `b", "a `b"), ("\u{2014}*a*\u{2014}", "\u{2014}a\u{2014}"),
    ])
  func makesPlainText(markdown: String, plain: String) {
    #expect(MarkdownText.plain(markdown) == plain)
  }

  @Test(arguments: ["**", "*a", "[", "[a](", "[a](b \"", "`", "\\", "_a _"])
  func isLinear(part: String) {
    _ = MarkdownText.plain(String(repeating: part, count: 60_000))
  }
}
