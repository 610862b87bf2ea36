import Model
import Testing

@testable import Render

struct TopicHistoryTests {
  static func topic(_ slug: String, label: String) -> Topic {
    Topic(
      slug: slug, label: label, terms: [], refs: [], members: [], history: [], summary: [])
  }

  @Test func aTopicGoesThroughTheIssuesThatPrintedIt() {
    var old = Samples.issue(threads: 0, week: 0)
    old.topics = [Self.topic("a", label: "A, once"), Self.topic("b", label: "B")]
    var new = Samples.issue(threads: 0, week: 1)
    new.topics = [
      Self.topic("c", label: "C"), Self.topic("a", label: "A"), Self.topic("m", label: "M"),
    ]
    new.editorial.muted = ["m"]
    var histories = TopicHistories()
    for issue in [new, old] { histories.add(issue) }
    let topics = histories.all
    #expect(topics.map(\.latest.label) == ["C", "A", "B"])
    #expect(topics[1].issues.map(\.window.week) == ["2026-W46", "2026-W45"])
    #expect(topics[1].issues.map(\.topic.label) == ["A", "A, once"])
  }
}
