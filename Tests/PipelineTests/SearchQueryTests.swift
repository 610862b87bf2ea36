import Model
import Testing

@testable import Pipeline

struct SearchQueryTests {
  typealias Term = SearchQuery.Term

  @Test(
    arguments: [
      (["lock", "file"], [Term(text: "lock"), Term(text: "file")]),
      (["lock file"], [Term(text: "lock file", isPhrase: true)]),
      (["\"lock file\" cache"], [Term(text: "lock file", isPhrase: true), Term(text: "cache")]),
      (
        ["“lock file” pack*"],
        [
          Term(text: "lock file", isPhrase: true), Term(text: "pack", isPrefix: true),
        ]
      ),
      (["\"lock fi*\""], [Term(text: "lock fi", isPhrase: true, isPrefix: true)]),
      (["\"lock fi\"*"], [Term(text: "lock fi", isPhrase: true, isPrefix: true)]),
      (["\"never closed"], [Term(text: "never closed", isPhrase: true)]),
      (
        ["a:b", "OR", "x\"y", "*", "(", "-"],
        [
          Term(text: "a:b"), Term(text: "OR"), Term(text: "x\"y"), Term(text: "("), Term(text: "-"),
        ]
      ),
      (["free-threading"], [Term(text: "free-threading")]),
    ] as [([String], [Term])])
  func readsWhatIsWanted(operands: [String], wanted: [Term]) throws {
    let query = try SearchQuery(operands)
    #expect(query.wanted == wanted)
    #expect(query.unwanted == [])
  }

  @Test func readsWhatNarrows() throws {
    let query = try SearchQuery([
      "x", "-y", "-\"y z\"", "author:Ann Lee", "Source:\"The Blog\" author:bo",
      "after:2026-11-01", "before:2026-12-01",
    ])
    #expect(query.unwanted == [Term(text: "y"), Term(text: "y z", isPhrase: true)])
    #expect(query.people == ["Ann Lee", "bo"])
    #expect(query.sources == ["The Blog"])
    #expect(query.after == CalendarDay(year: 2026, month: 11, day: 1))
    #expect(query.before == CalendarDay(year: 2026, month: 12, day: 1))
  }

  @Test func aSingleOperandIsAWholeQuery() throws {
    let query = try SearchQuery(["author:calle ecash source:forum"])
    #expect(query.people == ["calle"] && query.sources == ["forum"])
    #expect(query.wanted == [Term(text: "ecash")])
    let several = try SearchQuery(["author:calle ecash", "mint"])
    #expect(several.people == ["calle ecash"])
    #expect(several.wanted == [Term(text: "mint")])
  }

  @Test(
    arguments: [
      ([], "nothing to search for; 'hallway search --help' shows how"),
      (["", " ", "\"\"", "*"], "nothing to search for; 'hallway search --help' shows how"),
      (["-x"], "a search needs a word to look for; what is left out and filters only narrow it"),
      (["x", "author:"], "'author:' needs a value behind it"),
      (["x", "after:May"], "after: is 'May'; expected a date, as 2026-11-01"),
      (["x", "-author:bo"], "'-author:' cannot be left out; filters only narrow a search"),
    ] as [([String], String)])
  func saysWhatIsWrong(operands: [String], message: String) {
    let failure = #expect(throws: RunFailure.self) { try SearchQuery(operands) }
    #expect(failure == .usage([message]))
  }
}
