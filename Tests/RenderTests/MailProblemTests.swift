// The words about what cannot stand in a message.

import Testing

@testable import Render

struct MailProblemTests {
  @Test func aMessageNamesTheThingAndTheRemedy() {
    #expect(
      MailProblem.foreignDomain("bücher.example").message
        == "the domain 'bücher.example' has letters beyond ASCII; write it as its xn-- form (punycode)"
    )
    #expect(
      MailProblem.foreignLocalPart("jörg@example.org").message
        == "'jörg@example.org' has letters beyond ASCII before the @, which most mail servers "
        + "refuse; use an address of plain letters")
  }

  @Test func aMessageStaysOnOneLine() {
    #expect(
      MailProblem.control("a\r\nb\u{1B}[31m").message
        == "'a b [31m' has a line break or a control character in it; take it out")
  }
}
