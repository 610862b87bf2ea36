// A shard of the search says what went in, in a script that can do nothing else.

import Foundation
import Testing

@testable import Render

struct SearchShardTests {
  struct Group: Decodable, Equatable {
    let head: [String]
    let quotes: [[String]]

    init(_ head: [String], _ quotes: [[String]] = []) { (self.head, self.quotes) = (head, quotes) }

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      head = try (0..<4).map { _ in try parts.decode(String.self) }
      quotes = try parts.decode([[String]].self)
    }
  }

  /// What the script hands over.
  static func groups(_ script: String) throws -> [Group] {
    let (start, end) = ("hallway(", ");\n")
    try #require(script.hasPrefix(start) && script.hasSuffix(end))
    let json = script.dropFirst(start.count).dropLast(end.count)
    return try JSONDecoder().decode([Group].self, from: Data(json.utf8))
  }

  static let title = "TIP 12: a lock file"
  static let quote = SearchEntry(
    kind: .thread, title: title, text: "It should refuse.", author: "Bo", anchor: "q-1")

  @Test func quotesStandBelowTheirHeadingInOrder() throws {
    let script = SearchShard.build([
      Self.quote,
      SearchEntry(kind: .topic, title: "The lock file", anchor: "lock-file"),
      SearchEntry(kind: .thread, title: Self.title, anchor: "t-412"),
      SearchEntry(kind: .thread, title: Self.title, text: "Who is that?", anchor: "q-2"),
      SearchEntry(kind: .article, title: Self.title, author: "Edda Jónsdóttir", anchor: "a-1"),
    ])
    #expect(
      try Self.groups(script) == [
        Group(
          ["thread", Self.title, "t-412", ""],
          [["q-1", "It should refuse.", "Bo"], ["q-2", "Who is that?"]]),
        Group(["topic", "The lock file", "lock-file", ""]),
        Group(["article", Self.title, "a-1", "Edda Jónsdóttir"]),
      ])
  }

  @Test func headingsOfOneTitleKeepTheirOwnQuotes() throws {
    let script = SearchShard.build([
      SearchEntry(kind: .thread, title: "Release", anchor: "t-1"),
      SearchEntry(kind: .thread, title: "Release", text: "One.", anchor: "q-1"),
      SearchEntry(kind: .thread, title: "Release", anchor: "t-2"),
      SearchEntry(kind: .thread, title: "Release", text: "Two.", anchor: "q-2"),
      SearchEntry(kind: .thread, title: "Release", anchor: "t-2"),
    ])
    #expect(
      try Self.groups(script) == [
        Group(["thread", "Release", "t-1", ""], [["q-1", "One."]]),
        Group(["thread", "Release", "t-2", ""], [["q-2", "Two."]]),
      ])
  }

  @Test func aQuoteThatIsPrintedTwiceStandsOnce() throws {
    let script = SearchShard.build([
      Self.quote,
      SearchEntry(
        kind: .issue, title: "Quote of the week", text: Self.quote.text, author: "Bo",
        anchor: "q-week-1"),
      SearchEntry(
        kind: .issue, title: "Newcomers", text: Self.quote.text, author: "Ann", anchor: "q-3"),
    ])
    #expect(
      try Self.groups(script) == [
        Group(["thread", Self.title, "", ""], [["q-1", "It should refuse.", "Bo"]]),
        Group(["issue", "Newcomers", "", ""], [["q-3", "It should refuse.", "Ann"]]),
      ])
  }

  @Test func nothingGivesAnEmptyArray() {
    #expect(SearchShard.build([]) == "hallway([]);\n")
  }

  static let hostile = [
    "\"); alert(1); (\"", "</script><script>alert(1)</script>", "<!-- <script>", "\\u003c \\",
    "a\tb\nc",
    "´ 日本 👩🏽‍💻 e\u{301}", "]]>", "${x} `y`", "\\", "\\\"",
  ]

  @Test(arguments: hostile)
  func textsComeBackAsTheyWere(text: String) throws {
    let script = SearchShard.build([
      SearchEntry(kind: .episode, title: text, author: text, anchor: text),
      SearchEntry(kind: .episode, title: text, text: text, author: text, anchor: text),
    ])
    #expect(
      try Self.groups(script) == [Group(["episode", text, text, text], [[text, text, text]])])
    #expect(!script.contains("<"))
  }

  @Test func charactersThatAPageLeavesOutAreLeftOut() throws {
    let script = SearchShard.build([
      SearchEntry(kind: .issue, title: "a\u{0}b\u{202E}c\u{2028}d\u{1B}", anchor: "x")
    ])
    #expect(script == #"hallway([["issue","abcd","x","",[]]]);"# + "\n")
  }

  @Test(arguments: [
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("\r\n\t", #""\u000d\n\u0009""#), ("</", #""\u003c/""#), ("é\u{FEFF}", "\"é\u{FEFF}\""),
  ])
  func aLiteralIsSafeByItself(text: String, literal: String) throws {
    #expect(SearchShard.literal(text) == literal)
    #expect(try JSONDecoder().decode(String.self, from: Data(literal.utf8)) == text)
  }

  @Test func noGroupIsMadeFromAnothersName() throws {
    // Kind and title together name a group; neither can stand in for the other's end.
    let script = SearchShard.build(
      SearchEntry.Kind.allCases.map { SearchEntry(kind: $0, title: "x", anchor: $0.rawValue) })
    #expect(try Self.groups(script).map { $0.head[0] } == SearchEntry.Kind.allCases.map(\.rawValue))
  }
}
