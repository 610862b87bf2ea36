import Model
import Testing

@testable import Ingest

struct MailThreadingTests {
  static func message(
    _ id: String, _ subject: String = "", references: [String] = [], answers: String? = nil,
    day: Int? = 1
  ) -> MailMessage {
    MailMessage(
      id: id, references: references, inReplyTo: answers, subject: Subject(subject),
      author: "", authorKey: "jane@example.org",
      date: day.map { Timestamp(seconds: 1_700_000_000 + Int64($0) * 86_400) }, url: "", words: "",
      quotations: [])
  }

  /// Threads as `root: id<answered id…`.
  static func threads(_ messages: [MailMessage]) -> [String] {
    MailThreading.threads(messages).map { group in
      let members = zip(group.members, group.answered).map { index, answered in
        messages[index].id + (answered.map { "<\($0)" } ?? "")
      }
      return "\(group.root): " + members.joined(separator: " ")
    }
  }

  @Test func followsReferences() {
    #expect(
      Self.threads([
        Self.message("a@x"), Self.message("b@x", references: ["a@x"], day: 2),
        Self.message("c@x", answers: "b@x", day: 3), Self.message("d@x", day: 4),
      ]) == ["a@x: a@x b@x<a@x c@x<b@x", "d@x: d@x"])
  }

  @Test func theOrderOfTheArchiveDoesNotMatter() {
    #expect(
      Self.threads([
        Self.message("c@x", references: ["a@x", "b@x"], day: 3),
        Self.message("a@x"), Self.message("b@x", answers: "a@x", day: 2),
      ]) == ["a@x: a@x b@x<a@x c@x<b@x"])
  }

  @Test func aMissingRootKeepsItsThreadTogether() {
    #expect(
      Self.threads([
        Self.message("b@x", references: ["a@x"]),
        Self.message("c@x", references: ["a@x", "lost@x"], day: 2),
      ]) == ["a@x: b@x<a@x c@x<lost@x"])
  }

  @Test func loopsAreRefused() {
    #expect(
      Self.threads([
        Self.message("a@x", answers: "b@x"), Self.message("b@x", answers: "a@x", day: 2),
      ]) == ["b@x: a@x<b@x b@x"])
    #expect(Self.threads([Self.message("a@x", references: ["a@x"])]) == ["a@x: a@x"])
    #expect(
      Self.threads([
        Self.message("a@x", references: ["b@x", "c@x", "b@x"]), Self.message("c@x", day: 2),
      ]) == ["b@x: a@x<b@x c@x<b@x"])
  }

  @Test func itsOwnWordGoesBeforeWhatOthersSay() {
    #expect(
      Self.threads([
        Self.message("c@x", references: ["wrong@x", "b@x"], day: 3),
        Self.message("b@x", references: ["a@x"], day: 2), Self.message("a@x"),
      ]) == ["a@x: a@x b@x<a@x c@x<b@x"])
  }

  @Test func wordsInReferencesJoinNothing() {
    #expect(
      Self.threads([
        Self.message("a@x", references: ["yes", "r@x"]),
        Self.message("b@x", references: ["yes"], day: 2),
        Self.message("c@x", answers: "Jane@example.org", day: 3),
      ]) == ["r@x: a@x<r@x", "b@x: b@x", "c@x: c@x"])
  }

  @Test func repliesWithoutReferencesJoinBySubject() {
    #expect(
      Self.threads([
        Self.message("a@x", "A plan"), Self.message("b@x", "RE: [list] a  plan", day: 5),
        Self.message("c@x", "Re: A plan", day: 34), Self.message("d@x", "Re: A plan", day: 70),
        Self.message("e@x", "Re: A plan", day: 71),
      ]) == ["a@x: a@x b@x c@x", "d@x: d@x e@x"])
  }

  @Test(arguments: [
    ("A plan", "A plan"), ("Re:", "Re:"), ("", ""), ("A plan", "Fwd: A plan"),
    ("[VOTE] A plan", "Re: A plan"),
  ])
  func otherSubjectsDoNot(first: String, second: String) {
    #expect(
      Self.threads([Self.message("a@x", first), Self.message("b@x", second, day: 2)])
        == ["a@x: a@x", "b@x: b@x"])
  }

  @Test func aReplyWithReferencesDoesNotJoinBySubject() {
    #expect(
      Self.threads([
        Self.message("a@x", "A plan"), Self.message("b@x", "Re: A plan", answers: "z@x", day: 2),
      ]) == ["a@x: a@x", "z@x: b@x<z@x"])
  }

  @Test func ordersByDateAndThenByPosition() {
    #expect(
      Self.threads([
        Self.message("b@x", references: ["a@x"], day: 2), Self.message("a@x"),
        Self.message("n@x", references: ["a@x"], day: nil),
        Self.message("c@x", references: ["a@x"], day: 2),
      ]) == ["a@x: a@x b@x<a@x c@x<a@x n@x<a@x"])
  }

  @Test(arguments: [false, true])
  func longChainsTakeLinearTime(isReversed: Bool) {
    let messages = (0..<50_000).map {
      Self.message("\($0)@x", answers: $0 == 0 ? nil : "\($0 - 1)@x", day: $0)
    }
    let threads = MailThreading.threads(isReversed ? messages.reversed() : messages)
    #expect(threads.map(\.root) == ["0@x"])
    #expect(threads.first?.members.count == 50_000)
  }
}
