import Foundation
import Support
import Testing

/// The commands for scripts: parse and analyze.
struct PlumbingTests {
  @Test func parseTellsWhatItCannotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.html", "<!doctype html><html><body>hi</body></html>")
    let result = try EndToEndTests.run(["parse", "x.html"], in: folder)
    #expect(result.status == 1)
    #expect(
      result.words
        == "hallway: x.html: is no feed, list or transcript; it looks like an HTML page\n")
  }

  @Test func analyzeAnswersEveryLine() throws {
    let input = """
      {"id": "a", "kind": "thread", "title": "T", "posts": [{"author": "x", "text": "The cache is shared by all machines. It is fast."}]}


      nonsense
      {"id": "b", "kind": "thread", "title": "T"}

      """
    let result = try EndToEndTests.run(
      ["analyze", "summarize", "--budget-words", "8"], in: TemporaryFolder(), input: input)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.contains("\"text\":\"The cache is shared by all machines.\"") == true)
    #expect(lines.dropFirst().first == "{\"error\":\"line 4: is not a JSON object\"}")
    #expect(lines.last == "{\"error\":\"line 5: has neither 'posts' nor 'segments'\"}")
  }

  @Test func analyzeQuotesOnlyTheAuthorsOwnWords() throws {
    let text =
      "> quoted words that nobody here said themselves\\n\\nA signed cache would help my team on "
      + "Mondays.\\n\\n```\\nfenced words are a program and nobody says them\\n```\\n\\n-- \\n"
      + "Signed words of a company that nobody has asked for."
    let result = try EndToEndTests.run(
      ["analyze", "summarize", "--budget-words", "200"], in: TemporaryFolder(),
      input: "{\"id\":\"a\",\"posts\":[{\"author\":\"x\",\"text\":\"\(text)\"}]}\n")
    #expect(result.status == 0)
    #expect(result.output.contains("A signed cache would help my team on Mondays."))
    for foreign in ["quoted words", "fenced words", "Signed words"] {
      #expect(!result.output.contains(foreign))
    }
  }

  @Test(arguments: [
    (
      "segment",
      "{\"id\":\"e\",\"kind\":\"episode\",\"title\":\"\",\"segments\":[{\"start\":1.5,\"text\":\"Hello there.\"}]}",
      "\"start\":1.5"
    ),
    ("cluster", "{\"id\":\"d\",\"title\":\"A\",\"text\":\"b\"}", "\"topics\":["),
    (
      "keyphrases", "{\"id\":\"d\",\"title\":\"\",\"text\":\"lock file, lock file\"}",
      "\"keyphrases\":[\"lock file\","
    ),
  ])
  func everyTaskAnswers(task: String, input: String, expected: String) throws {
    let result = try EndToEndTests.run(
      ["analyze", task], in: TemporaryFolder(), input: input + "\n")
    #expect(result.status == 0)
    #expect(result.output.contains(expected))
  }
}
