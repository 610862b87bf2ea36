import Testing
import Text

@testable import Ingest

struct MailHTMLTests {
  static func quote(_ author: String?, _ text: String) -> TextBlock {
    TextBlock(.quote(author: author, post: nil), text)
  }

  @Test func anAttributionNamesTheAuthorOfTheQuote() {
    let html = """
      <div>Own words.</div><div class="gmail_quote"><div>On Mon, Jan 1, 2024 at 10:00 AM Jane Doe \
      &lt;<a href="mailto:jane@example.org">jane@example.org</a>&gt; wrote:<br></div>\
      <blockquote><div>Her words.</div></blockquote></div>
      """
    #expect(
      MailHTML.blocks(of: html) == [
        TextBlock(.paragraph, "Own words."), Self.quote("Jane Doe", "Her words."),
      ])
  }

  @Test func belowAHeadNothingIsOwn() {
    let html = """
      <p>Own words.</p><p><b>From:</b> Jane Doe<br><b>Sent:</b> Monday<br><b>To:</b> Bob<br>\
      <b>Subject:</b> x</p><p>Her words.</p>
      """
    #expect(
      MailHTML.blocks(of: html) == [
        TextBlock(.paragraph, "Own words."), Self.quote("Jane Doe", "Her words."),
      ])
  }

  @Test func signaturesFootersAndMarksAreKnown() {
    let html = """
      <p>Own words.</p><p>&gt; quoted</p><p>-- <br>Jane</p>
      <p>_______________________________________________<br>Foo mailing list<br>foo@example.org</p>
      """
    #expect(
      MailHTML.blocks(of: html) == [TextBlock(.paragraph, "Own words."), Self.quote(nil, "quoted")])
  }
}
