import Foundation
import Model
import Testing

@testable import Render

struct TopicHistoryTests {
  static func topic(
    _ slug: String, label: String? = nil, weeks: [(String, Int)] = [], said: [Quote] = []
  ) -> Topic {
    Topic(
      slug: slug, label: label ?? slug.uppercased(), terms: [], refs: [], members: [],
      history: weeks.map { Topic.WeekCount(week: $0.0, posts: $0.1, moments: 0) }, summary: said)
  }

  static func issue(_ week: Int, _ topics: [Topic], muted: [String] = []) -> Issue {
    var issue = Samples.issue(threads: 0, week: week)
    issue.topics = topics
    issue.editorial.muted = muted
    return issue
  }

  @Test func aTopicGoesThroughTheIssuesThatPrintedItAndIsGivenOutWithTheOldest() {
    let new = Self.issue(
      2, [Self.topic("c"), Self.topic("a", label: "A now"), Self.topic("m")], muted: ["m"])
    let middle = Self.issue(1, [Self.topic("a")])
    let old = Self.issue(0, [Self.topic("b"), Self.topic("a")])
    var histories = TopicHistories(
      oldest: ["c": "2026-W47", "a": "2026-W45", "b": "2026-W45", "m": "2026-W47"])
    let given = [new, middle, old].map { histories.add($0) }
    #expect(given.map { $0.map(\.latest.slug) } == [["c"], [], ["b", "a"]])
    let last = given[2][1]
    #expect(last.latest.label == "A now")
    #expect(last.issues.map(\.window.week) == ["2026-W47", "2026-W46", "2026-W45"])
    #expect(last.issues.map { $0.said?.label } == ["A now", "A", "A"])
    #expect(histories.rest().isEmpty)
    #expect(histories.groups.map(\.window.week) == ["2026-W47", "2026-W45"])
    #expect(histories.groups.map { $0.topics.map(\.label) } == [["C", "A now"], ["B"]])
    #expect(histories.groups.map { $0.topics.map(\.issues) } == [[1, 3], [1]])
  }

  @Test func aTopicWhoseOldestIssueIsNotKnownIsGivenOutAtTheEnd() {
    var histories = TopicHistories(oldest: [:])
    for week in [1, 0] { #expect(histories.add(Self.issue(week, [Self.topic("a")])).isEmpty) }
    #expect(histories.rest().map(\.issues.count) == [2])
  }

  @Test func ofATopicsOlderIssuesOnlyTheCountsStay() throws {
    // The newest issue knows its own weeks and two before.
    let weeks = (0..<15).map { Samples.window($0).week }
    let issues = (0..<15).map { week in
      let known = (max(0, week - 2)...week).map { (weeks[$0], 10 + $0) }
      return Self.issue(
        week, [Self.topic("a", weeks: known, said: [Samples.quote(week)])])
    }
    let files = try EditionSiteTests.site(issues.reversed())
    let page = try #require(files["topics/a.html"])
    for week in 0..<15 {
      #expect(page.contains("Sentence \(week) word") == (week >= 3))
      #expect(page.contains("<h2 id=\"in-\(weeks[week])\"") == (week >= 3))
      #expect(
        page.contains(
          "<dt><a href=\"../issues/\(weeks[week]).html\">\(weeks[week])</a></dt> <dd>\(10 + week) posts</dd>"
        ))
    }
  }

  @Test func topicsOfOlderIssuesAreListedByYear() throws {
    // Weeks from November 2026 on: nine of that year, the rest of the next.
    let issues = (0..<24).map { Self.issue($0, [Self.topic("t\($0)"), Self.topic("all")]) }
    let files = try EditionSiteTests.site(issues.reversed())
    func topics(_ path: String) throws -> [String] {
      let page = try #require(files[path])
      return page.components(separatedBy: "topics/").dropFirst().compactMap {
        $0.components(separatedBy: ".html").first
      }.filter { $0 != "index" }
    }
    #expect(
      try topics("topics/index.html")
        == ["t23", "all"] + (12..<23).reversed().map { "t\($0)" })
    #expect(
      try topics("topics-2027.html") == ["t23", "all"] + (9..<23).reversed().map { "t\($0)" })
    #expect(try topics("topics-2026.html") == (0..<9).reversed().map { "t\($0)" })
    for path in ["topics/index.html", "topics-2027.html"] {
      #expect(files[path]?.contains("topics-2026.html\">2026</a>") == true)
    }
    #expect(files["topics-2026.html"]?.contains("aria-current=\"page\">2026<") == true)
    #expect(files["sitemap.xml"]?.contains("/topics-2026.html") == true)
  }

  /// An issue that begins in one year and ends after issues of the next.
  @Test func anIssueOverTheTurnOfTheYearTearsNoYearApart() throws {
    var issues = (0..<24).map { Self.issue($0, [Self.topic("t\($0)")]) }
    let (first, last) = (Samples.window(7), Samples.window(10))
    var long = Issue(
      title: "This week", baseURL: "https://d.example/", language: "en",
      window: Window(
        firstDay: first.firstDay, endDay: last.endDay, from: first.from, until: last.until))
    long.topics = [Self.topic("long")]
    issues.append(long)
    let files = try EditionSiteTests.site(issues)
    for (path, heading) in [("index.html", "<h3>20"), ("topics/index.html", "topics-20")] {
      let page = try #require(files[path])
      let years = page.components(separatedBy: heading).dropFirst().map { $0.prefix(2) }
      #expect(years == ["27", "26"], "\(path)")
    }
    for issue in issues.map(\.topics[0].slug) {
      #expect(
        ["topics-2026.html", "topics-2027.html"].count {
          files[$0]?.contains("topics/\(issue).html") == true
        } == 1, "\(issue)")
    }
  }
}
