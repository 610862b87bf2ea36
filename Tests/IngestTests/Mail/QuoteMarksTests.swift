import Testing

@testable import Ingest

struct QuoteMarksTests {
  static let long = "So, why can we not let it expire? Traditionally, we have always"

  @Test(arguments: [
    ["1|\(long)", "0|tried", "1|to ensure that it does not."],
    ["1|\(long)", "0|tried it.", "1|So it was."],
    ["1|\(long)", "0|tried it.", "0|"],
    ["2|\(long)", "1|tried", "2|to ensure that it does not."],
    ["1|\(long) tried it.", "0|This", "1|is so."],
  ])
  func theEndOfAWrappedLineIsQuoted(lines: [String]) {
    #expect(
      Self.read(lines).map(\.first) == lines.map { _ in lines[0].first }.prefix(2) + [
        lines[2].first
      ])
  }

  @Test(arguments: [
    ["1|\(long) tried it?", "0|Yes, we have.", "1|And then?"],
    ["1|\(long) tried it?", "0|yes, we have.", "0|"],
    ["1|Did we?", "0|yes", "1|And then?"],
    ["1|\(long)", "0|", "0|tried"],
    ["1|\(long)", "0|Jane wrote:", "1|And then?"],
    ["1|\(long)", "0|This is quite a long answer to what was said.", "1|And then?"],
  ])
  func anAnswerIsNot(lines: [String]) {
    #expect(Self.read(lines) == lines)
  }

  /// Reads lines that are written as `depth|text`, and writes them so.
  static func read(_ lines: [String]) -> [String] {
    let body = lines.map { line in
      let depth = Int(line.prefix(1)) ?? 0
      return String(repeating: ">", count: depth) + (depth > 0 ? " " : "") + line.dropFirst(2)
    }
    return MailLinesTests.lines(body.joined(separator: "\n") + "\n")
  }
}
