import Testing

@testable import Pipeline

struct SnippetTests {
  @Test func showsWhereMostOfItStandsTogether() throws {
    let far = String(repeating: "filler ", count: 60)
    let snippet = try #require(
      Snippet("\u{2}lock\u{3} \(far)then a \u{2}lock\u{3}\n\nfor a \u{2}cache\u{3} \(far)"))
    #expect(snippet.text.hasPrefix("… filler filler filler filler filler filler"))
    #expect(snippet.text.contains("then a lock for a cache filler"))
    #expect(snippet.text.hasSuffix("filler …"))
    #expect(snippet.text.utf8.count < 280)
    #expect(snippet.place == 5 + far.utf8.count + 7)
  }

  @Test func withoutMarksItIsTheBeginning() {
    #expect(Snippet("One  line\n\nand another")?.text == "One line and another")
    #expect(Snippet("")?.text == "")
  }

  @Test func onlyFitPlacesAreShown() {
    let marked = "\u{2}a\u{3} b \u{2}a\u{3}"
    #expect(Snippet(marked, where: { $0 > 1 })?.place == 4)
    #expect(Snippet(marked, where: { _ in false }) == nil)
  }

  @Test func aTextWithoutBlanksIsCutBetweenCharacters() throws {
    let text = String(repeating: "語", count: 200)
    let snippet = try #require(Snippet("\(text)\u{2}語\u{3}\(text)"))
    #expect(!snippet.text.unicodeScalars.contains("\u{FFFD}"))
    #expect(snippet.text.hasPrefix("… 語"))
  }
}
