import Model
import Testing

@testable import Render

struct IssuePlacementTests {
  static func placement(_ number: Int, _ issue: Issue) -> IssuePlacement {
    IssueComposition(issue).placement(of: issue.threads[number - 1], in: issue)
  }

  @Test func everyThreadHasItsPlace() {
    var issue = Samples.issue(threads: 40)
    issue.threads[7] = Samples.thread(8, state: .new)
    #expect(Self.placement(1, issue).section == .lead(1))
    #expect(Self.placement(5, issue).section == .lead(5))
    #expect(Self.placement(6, issue).section == .moving)
    #expect(Self.placement(8, issue).section == .new)
    #expect(Self.placement(12, issue).section == .moving)
    #expect(Self.placement(13, issue).section == .leftOut)
    #expect(Self.placement(13, issue).needed == 13 && Self.placement(13, issue).shown == 12)
    #expect(Self.placement(6, issue).leads == 5)
    // As many as it says are enough, and one fewer is not.
    for (shown, section) in [(13, IssuePlacement.Section.moving), (12, .leftOut)] {
      issue.threadsShown = shown
      #expect(Self.placement(13, issue).section == section)
    }
  }

  @Test func theEditorsWordCounts() {
    var issue = Samples.issue(threads: 20)
    issue.editorial.pinned = ["t/18"]
    issue.editorial.muted = ["t/1"]
    #expect(Self.placement(18, issue).section == .lead(1) && Self.placement(18, issue).isPinned)
    #expect(Self.placement(1, issue).section == .muted)
    #expect(!Self.placement(2, issue).isPinned)
  }

  @Test func aTopicOfSeveralKindsAddsToItsThread() {
    var issue = Samples.issue(threads: 20)
    issue.topics = [
      Topic(
        slug: "cache", label: "Cache", terms: [], refs: [],
        members: [
          Topic.Member(kind: .thread, id: "t/7", title: "", url: nil),
          Topic.Member(kind: .article, id: "a", title: "", url: nil),
          Topic.Member(kind: .moment, id: "e", title: "", url: nil),
        ], history: [], summary: [])
    ]
    let placement = Self.placement(7, issue)
    #expect(placement.bonus == 1.2 && placement.topic == "Cache")
    // Scores fall by one from thread to thread: 1.2 carry it over one.
    #expect(placement.place == 6)
  }

  @Test func aSentenceKnowsWhereItStands() {
    let issue = Samples.issue(threads: 12)
    let composition = IssueComposition(issue)
    let said = issue.threads[0].foremost?.text ?? ""
    #expect(
      composition.places(of: said, in: issue) == ["lead story 1, \"Thread 1\": what was said"])
    #expect(composition.places(of: "Nothing of it.", in: issue) == [])
  }
}
