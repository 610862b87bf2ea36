import Model
import Support
import Testing

@testable import Store

struct IssueTableTests {
  static func window(_ week: Int) -> Window {
    let first = CalendarDay(year: 2026, month: 11, day: 2).advanced(by: 7 * week)
    func moment(_ day: CalendarDay) -> Timestamp {
      Timestamp(seconds: Int64(day.daysSinceEpoch) * 86_400)
    }
    let end = first.advanced(by: 7)
    return Window(firstDay: first, endDay: end, from: moment(first), until: moment(end))
  }

  /// An issue with something in every part.
  static func issue(_ week: Int, text: String = "Every build refuses an old lock file.")
    -> Model.Issue
  {
    var issue = Model.Issue(
      title: "I", baseURL: "https://d.example/", language: "en", window: window(week))
    let quote = Quote(
      text: text, author: "Ann", url: "https://f.example/1", published: Timestamp(seconds: 5),
      post: 3, start: 1.5, origin: "o", language: "fr")
    let proposal = Proposal(
      id: "PEP 1", number: 1, title: "T", status: "Final", url: "u", discussion: "d",
      resolution: "r", decidedOn: CalendarDay(year: 2026, month: 11, day: 3))
    var thread = ThreadReport(
      id: "t", rank: 1, score: 0.25, title: "T", url: "u", firstNewURL: "u", site: "f",
      state: .decided, posts: 9, newPosts: 2, people: 2, days: 12, opening: quote,
      summary: [quote], positions: [.decision: [quote], .question: []], holes: [2...4])
    thread.since = ThreadReport.Since(
      issue: "2026-W44", window: "w", posts: 2, people: 1, newcomers: ["Bo"])
    thread.opened = ThreadReport.Opened(issue: "2026-W44", window: "w")
    issue.threads = [thread]
    issue.decisions = [Model.Issue.StatusChange(proposal: proposal, was: "Draft")]
    issue.deadlines = [Model.Issue.Deadline(day: window(9).firstDay, quote: quote, title: "T")]
    issue.glossary = [Model.Issue.Term(name: "lock file", definition: "d", quote: quote)]
    issue.topics = [
      Topic(
        slug: "s", label: "L", terms: ["a"], refs: [proposal],
        members: [Topic.Member(kind: .moment, id: "e", title: "E", url: nil, start: 1, end: 2)],
        history: [Topic.WeekCount(week: "2026-W45", posts: 1, moments: 1)], summary: [quote])
    ]
    let chapter = Chapter(
      start: 0, end: 9, title: "C", given: true, sponsor: false, cues: 0..<3)
    issue.episodes = [
      EpisodeReport(
        id: "e", title: "E", show: "S", url: nil, audio: "a", seconds: 9,
        published: Timestamp(seconds: 1),
        chapters: [ChapterReport(chapter: chapter, url: "u", summary: [quote])])
    ]
    issue.articles = [
      ArticleReport(
        id: "a", title: "A", url: "u", author: nil, site: "B", published: nil, summary: [quote])
    ]
    issue.quoteOfTheWeek = quote
    issue.missing = [Model.Issue.Omission(source: "s", what: "w")]
    issue.sources = [
      Model.Issue.SourceListing(
        name: "n", address: "https://f.example/", kind: "forum", folder: ["x"])
    ]
    issue.editorial.note = ["Hello."]
    issue.editorial.remarks = [Editorial.Remark(subject: "t", text: "Look.")]
    return issue
  }

  @Test func anIssueComesBackAsItWasPrinted() throws {
    let archive = try Archive(path: ":memory:")
    let issue = Self.issue(0)
    try archive.recordPublication(of: issue, summary: [], threads: ["t"])
    #expect(try archive.printedIssue("2026-W45") == issue)
    #expect(try archive.printedIssue("2026-W46") == nil)
  }

  @Test func contentOfAnotherProgramIsNone() throws {
    let archive = try Archive(path: ":memory:")
    try archive.recordPublication(of: Self.issue(0), summary: ["a"], threads: [])
    try archive.connection.execute("UPDATE issue SET content = '{\"title\":\"x\"}'")
    #expect(try archive.printedIssue("2026-W45") == nil)
    #expect(try archive.publishedIssues().count == 1)
  }

  @Test func onlyWhatWasPrintedBeforeCounts() throws {
    let archive = try Archive(path: ":memory:")
    try archive.recordPublication(of: Self.issue(0, text: "one"), summary: [], threads: ["t"])
    try archive.recordPublication(of: Self.issue(1, text: "two"), summary: [], threads: ["t"])
    func quotes(before week: Int) throws -> [String: String] {
      var issues: [String: String] = [:]
      try archive.quotes(printedBefore: Self.window(week)) { issues[$0] = $1 }
      return issues
    }
    #expect(try quotes(before: 0) == [:])
    #expect(try quotes(before: 1) == ["one": "2026-W45"])
    #expect(try quotes(before: 2) == ["one": "2026-W45", "two": "2026-W46"])
    #expect(try archive.issues(printing: ["t", "u"], before: Self.window(2)) == ["t": "2026-W46"])
    #expect(try archive.issues(printing: ["t"], before: Self.window(0)) == [:])
  }

  @Test func theTopicsOfAnIssueAreThoseOfItsContent() throws {
    let archive = try Archive(path: ":memory:")
    try archive.recordPublication(of: Self.issue(0), summary: [], threads: [])
    #expect(try archive.topics(ofIssue: "2026-W45") == ["s"])
    #expect(try archive.topics(ofIssue: "2026-W46") == [])
    for content in ["NULL", "'no JSON'", "'{}'"] {
      try archive.connection.execute("UPDATE issue SET content = \(content)")
      #expect(try archive.topics(ofIssue: "2026-W45") == [])
    }
  }

  @Test func anIssueThatIsTakenBackWasNotPrinted() throws {
    let archive = try Archive(path: ":memory:")
    for week in 0..<2 {
      try archive.recordPublication(of: Self.issue(week), summary: [], threads: ["t"])
    }
    let newest = try #require(try archive.publishedIssues().first)
    try archive.withdraw(newest, at: Timestamp(seconds: 7))
    #expect(try archive.publishedIssues().map(\.slug) == ["2026-W45"])
    #expect(try archive.printedIssue("2026-W46") == nil)
    #expect(try archive.issues(printing: ["t"], before: Self.window(2)) == ["t": "2026-W45"])
    #expect(try archive.history(of: ["s"], before: Self.window(2).from)["s"]?.count == 1)
    #expect(
      try archive.withdrawals() == [
        Withdrawal(
          issue: "2026-W46", firstDay: newest.firstDay, endDay: newest.endDay,
          moment: Timestamp(seconds: 7))
      ])
    try archive.recordPublication(of: Self.issue(1), summary: [], threads: [])
    #expect(try archive.withdrawals() == [])
  }

  @Test func topicsHaveTheWeeksOfIssuesThatAreOver() throws {
    let archive = try Archive(path: ":memory:")
    for week in 0..<3 {
      try archive.recordPublication(of: Self.issue(week), summary: [], threads: [])
    }
    let history = try archive.history(of: ["s", "x"], before: Self.window(2).from)
    #expect(history.mapValues { $0.map(\.week) } == ["s": ["2026-W45", "2026-W46"]])
    #expect(try archive.history(of: [], before: Self.window(2).from) == [:])
  }

  @Test func mailIsRememberedPastANewStateOfItsIssue() throws {
    let archive = try Archive(path: ":memory:")
    #expect(try archive.mail(of: "2026-W45") == nil)
    let record = MailRecord(
      issue: "2026-W45", messageID: "<1@d.example>", state: .sending,
      moment: Timestamp(seconds: 7))
    try archive.record(record)
    try archive.recordPublication(of: Self.issue(0), summary: [], threads: [])
    #expect(try archive.mail(of: "2026-W45") == record)
    try archive.forgetMail(of: "2026-W45")
    #expect(try archive.mail(of: "2026-W45") == nil)
  }

  @Test func aChangeOfStatusIsOneThatWasSeen() throws {
    func proposal(_ number: Int, _ status: String) -> Proposal {
      Proposal(
        id: "PEP \(number)", number: number, title: "T", status: status, url: "", discussion: nil,
        resolution: nil, decidedOn: nil)
    }
    let archive = try Archive(path: ":memory:")
    let (first, second) = (Self.window(0), Self.window(1))
    try archive.note(statuses: [proposal(1, "Draft"), proposal(2, "Draft")], at: first.from)
    try archive.note(statuses: [proposal(1, "Draft"), proposal(2, "Final")], at: second.from)
    #expect(try archive.statusChanges(in: first) == [])
    #expect(
      try archive.statusChanges(in: second) == [
        SeenStatus(proposal: "PEP 2", status: "Final", was: "Draft")
      ])
    #expect(try archive.status(of: "PEP 2", before: second.from) == "Draft")
    #expect(try archive.status(of: "PEP 3", before: second.from) == nil)
  }
}
