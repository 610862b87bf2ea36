import Testing
import Text

@testable import Ingest

/// Bodies in plain text, block by block.
struct MailTextTests {
  static func quote(_ author: String?, _ text: String) -> TextBlock {
    TextBlock(.quote(author: author, post: nil), text)
  }

  @Test func joinsWrappedParagraphs() {
    let blocks = MailText.blocks(of: "Hi all,\n\nOne line\nand another   one.\n\n\nEnd.\n")
    #expect(blocks.words == "Hi all,\n\nOne line and another one.\n\nEnd.")
  }

  @Test func repliesBetweenQuotesKeepTheirAuthor() {
    let text = """
      On Mon, Jan 1, 2024 at 10:00 AM Jane Doe
      <jane@example.org> wrote:

      > We need a parser.
      > It must be fast.
      >
      >> Older words.

      I do not agree.

      > It can wait.

      No.
      """
    #expect(
      MailText.blocks(of: text) == [
        Self.quote("Jane Doe", "We need a parser. It must be fast."),
        Self.quote(nil, "Older words."),
        TextBlock(.paragraph, "I do not agree."),
        Self.quote("Jane Doe", "It can wait."),
        TextBlock(.paragraph, "No."),
      ])
  }

  @Test func eachDepthHasItsAuthor() {
    let text = """
      Jane Doe wrote:
      > On 1/1/2024, Bob wrote:
      >> Bob's words
      > Jane's words
      Mine.
      """
    #expect(
      MailText.blocks(of: text) == [
        Self.quote("Bob", "Bob's words"), Self.quote("Jane Doe", "Jane's words"),
        TextBlock(.paragraph, "Mine."),
      ])
  }

  @Test func anUnnamedQuoteIsNobodys() {
    let text = "Jane Doe wrote:\n> a\n\nThe manual says this:\n\n> b\n\nSo there."
    #expect(
      MailText.blocks(of: text) == [
        Self.quote("Jane Doe", "a"), TextBlock(.paragraph, "The manual says this:"),
        Self.quote(nil, "b"), TextBlock(.paragraph, "So there."),
      ])
  }

  @Test(arguments: [
    "-----Original Message-----\nFrom: Jane Doe\nSent: Monday\nTo: Bob\nSubject: x\n\n",
    "________________________________\nFrom: Jane Doe <jane@example.org>\nSent: Monday\nTo: Bob\n\n",
    "From: Jane Doe [mailto:jane@example.org]\nSent: Monday\nTo: Bob\nSubject: x\n\n",
    "On Mon, Jan 1, 2024 at 10:00 AM Jane Doe <jane@example.org> wrote:\n\n",
  ])
  func belowATopPostNothingIsOwn(head: String) {
    let blocks = MailText.blocks(of: "Own words.\n\n\(head)Her words.\n\nMore of them.\n")
    #expect(
      blocks == [
        TextBlock(.paragraph, "Own words."), Self.quote("Jane Doe", "Her words."),
        Self.quote("Jane Doe", "More of them."),
      ])
  }

  @Test(arguments: [
    "On Mon, 1 Jan 2024 at 10:00, Jane Doe wrote:", "Jane Doe\n<jane@example.org> wrote:",
    "On Mon, Jan 1,\n2024 at 10:00 AM Jane Doe\n<jane@example.org> wrote:",
    "2024-01-01 10:00 GMT+01:00 Jane Doe\n<jane@example.org>:",
  ])
  func anAttributionTakesNoWordsWithIt(attribution: String) {
    for own in ["Yes, do it", "On the other hand, I like it", "Hi all,"] {
      #expect(
        MailText.blocks(of: "\(own)\n\(attribution)\n\n> Her words.\n\nMine.\n") == [
          TextBlock(.paragraph, own), Self.quote("Jane Doe", "Her words."),
          TextBlock(.paragraph, "Mine."),
        ])
    }
  }

  @Test func aPromptBelowAnAttributionIsAQuote() {
    #expect(
      MailText.blocks(of: "Jane wrote:\n>>> deep words\n\nMine.\n\n>>> print(1)\n1\n") == [
        Self.quote(nil, "deep words"), TextBlock(.paragraph, "Mine."),
        TextBlock(.code, "print(1)\n1"),
      ])
  }

  @Test func aHeadMayBeQuotedWithMarks() {
    let text =
      "Hello.\n\n> Subject: x\n> From: jane@example.org\n> To: Bob\n> Date: Monday\n>\n> Hi.\n"
    #expect(
      MailText.blocks(of: text) == [TextBlock(.paragraph, "Hello."), Self.quote("jane", "Hi.")])
  }

  @Test func readsLists() {
    let text = """
      First:
       * one that
         goes on
       * two
      Plain again?

      1. a
      2) b

      The number is
      2. So what - and
      - this is a dash.
      """
    #expect(
      MailText.blocks(of: text).words
        == """
        First:

        * one that goes on

        * two

        Plain again?

        * a

        * b

        The number is 2. So what - and - this is a dash.
        """)
  }

  @Test(arguments: [
    "    def f():\n        return 1\n", "\tmake\n\tmake install\n", "```\nx = 1\n\ny = 2\n```\n",
    ">>> f(1)\n2\n", "$ make\nok\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
    " x.c | 3 ++-\n 1 file changed, 2 insertions(+), 1 deletion(-)\n",
    "--------------------\n", "=====\n", "Signed-off-by: Jane Doe <jane@example.org>\n",
    "Sent from my telephone\n",
    "-------------- next part --------------\nAn HTML attachment was scrubbed...\nURL: <https://example.org/x>\n",
  ])
  func whatIsNoWordsIsLeftOut(text: String) {
    #expect(MailText.blocks(of: "Before.\n\n\(text)\nAfter.\n").words == "Before.\n\nAfter.")
  }

  @Test func anIndentedFirstLineIsNoCode() {
    #expect(MailText.blocks(of: "    It began\nlong ago.\n").words == "It began long ago.")
  }

  @Test func anUnclosedFenceHidesNothing() {
    #expect(MailText.blocks(of: "```\nstill words\n").words == "``` still words")
  }

  @Test(arguments: [
    "-- \nJane\nhttps://example.org\n", "--\nJane\n", "-- \n\nJane\n\n\nmore\n",
    "--Jane Doe\nExample, Inc.\n", "-- Jane\n",
  ])
  func signaturesAreLeftOut(signature: String) {
    #expect(MailText.blocks(of: "Words.\n\n\(signature)").words == "Words.")
  }

  @Test func aQuotedSignatureIsLeftOut() {
    let text = "Jane wrote:\n> Her words.\n>\n> -- \n> Jane Doe\n>\n> Example\n\nMine.\n\n> More.\n"
    #expect(
      MailText.blocks(of: text) == [
        Self.quote("Jane", "Her words."), TextBlock(.paragraph, "Mine."),
        Self.quote("Jane", "More."),
      ])
  }

  @Test func dashesThatDivideATextAreNoSignature() {
    let more = (1...30).map { "Line \($0)." }.joined(separator: "\n")
    let words = (1...30).map { "Line \($0)." }.joined(separator: " ")
    #expect(MailText.blocks(of: "Words.\n\n--\n\(more)\n").words == "Words.\n\n\(words)")
  }

  @Test func theMessagesOfADigestAreTheirAuthors() {
    let text = """
      Today's topics.

      ------------------------------

      Message: 1
      Date: Mon, 1 Jan 2024 10:00:00 +0000
      From: Jane Doe <jane@example.org>
      To: list@example.org
      Subject: A plan

      Her words.

      ------------------------------

      Message: 2
      Date: Mon, 1 Jan 2024 11:00:00 +0000
      From: Bob Smith <bob@example.org>
      Subject: Another

      His words.
      """
    #expect(
      MailText.blocks(of: text) == [
        TextBlock(.paragraph, "Today's topics."), Self.quote("Jane Doe", "Her words."),
        Self.quote("Bob Smith", "His words."),
      ])
  }

  @Test func aQuoteBelowASignatureIsStillAQuote() {
    let text = "Words.\n-- \nJane\n\nBob wrote:\n> his words\n"
    #expect(
      MailText.blocks(of: text) == [
        TextBlock(.paragraph, "Words."), Self.quote("Bob", "his words"),
      ])
  }

  @Test func longLinesAreParagraphsOfTheirOwn() {
    let line = String(repeating: "words ", count: 30) + "end."
    #expect(MailText.blocks(of: "\(line)\n\(line)\n").count == 2)
  }
}
