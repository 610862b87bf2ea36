import Testing

@testable import Ingest

struct MailLinesTests {
  /// Lines as `depth|text`.
  static func lines(_ text: String, flowed: Bool = false, deletesBlank: Bool = false) -> [String] {
    let lines = MailLines(Array(text.utf8), flowed: flowed, deletesBlank: deletesBlank)
    return lines.lines.indices.map { "\(lines.lines[$0].depth)|\(lines.string($0))" }
  }

  @Test(arguments: [
    ("text", "0|text"), ("> text", "1|text"), (">text", "1|text"), (">> text", "2|text"),
    ("> > text", "2|text"), (" > text", "1|text"), (">", "1|"), ("a > b", "0|a > b"),
    ("  > text", "0|> text"), ("JD> text", "1|text"), ("shell> text", "0|shell> text"),
    ("x> text", "0|x> text"), ("text \t", "0|text"),
  ])
  func countsQuoteMarks(line: String, read: String) {
    #expect(Self.lines(line) == [read])
  }

  @Test func aNameBeforeTwoLinesQuotesThem() {
    #expect(Self.lines("Jane> one\nJane> two\nown") == ["1|one", "1|two", "0|own"])
  }

  @Test func barsQuoteBelowAnAttribution() {
    #expect(
      Self.lines("Jane wrote:\n| one\n| two\n\n| a | b |")
        == ["0|Jane wrote:", "1|one", "1|two", "0|", "0|| a | b |"])
  }

  @Test func joinsFlowedParagraphs() {
    let text = "One \ntwo \nthree.\n> Quoted \n> more\n>> deep \n> not deep\n end"
    #expect(
      Self.lines(text, flowed: true)
        == ["0|One two three.", "1|Quoted more", "2|deep", "1|not deep", "0|end"])
  }

  @Test func flowedTextIsStuffed() {
    #expect(
      Self.lines(" >= 3\n  two\n From here", flowed: true) == ["0|>= 3", "0|two", "0|From here"])
  }

  @Test func aSignatureIsNotFlowed() {
    #expect(Self.lines("a \n-- \nJane", flowed: true) == ["0|a", "0|--", "0|Jane"])
  }

  @Test func theBlankMayBeNoPartOfTheText() {
    #expect(Self.lines("日本 \n語", flowed: true, deletesBlank: true) == ["0|日本語"])
  }

  @Test func opensSignedText() {
    let text = """
      -----BEGIN PGP SIGNED MESSAGE-----
      Hash: SHA256

      Own words.
      - -- dash
      -----BEGIN PGP SIGNATURE-----
      Version: 1

      abcdef==
      -----END PGP SIGNATURE-----
      After.
      """
    #expect(Self.lines(text) == ["0|Own words.", "0|-- dash", "0|After."])
  }
}
