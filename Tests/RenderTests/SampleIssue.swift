// An issue with something in every section, for the tests of its text editions.

import Model

/// An issue with something in every section.
enum SampleIssue {
  /// The issue with sentences of its own.
  static let plain = make { $0 }

  /// The issue with one text in the place of every text of a source.
  static func saying(_ text: String) -> Issue { make { _ in text } }

  private static func make(_ said: (String) -> String) -> Issue {
    var issue = Issue(
      title: "Tern, this week", baseURL: "https://tern.example/", language: "en", window: week)
    issue.statistics.posts = 26
    issue.statistics.threads = 3
    issue.statistics.people = 1
    issue.registries = ["TIP"]
    let proposal = Proposal(
      id: "TIP 12", number: 12, title: said("A lock file for toolchains"), status: "Accepted",
      url: "https://tern.example/tips/12", discussion: nil,
      resolution: "https://forum.example/t/lock/412/11",
      decidedOn: CalendarDay(year: 2026, month: 11, day: 6))
    issue.decisions = [Issue.StatusChange(proposal: proposal, was: "Draft")]
    issue.deadlines = [
      Issue.Deadline(
        day: CalendarDay(year: 2026, month: 11, day: 18),
        quote: quote(said("The final release is planned for 18 November."), post: 1),
        title: said("Release candidate 0.9"))
    ]
    issue.topics = [topic(proposal, said)]
    issue.threads = [lock(said), cache(said), paths(said)]
    issue.episodes = [episode(said)]
    issue.articles = [article(said)]
    issue.quoteOfTheWeek = quote(said("A warning in the middle of output is never read."), post: 2)
    issue.glossary = [
      Issue.Term(name: said("Lock file"), definition: said("A file that records versions.")),
      Issue.Term(name: said("Cache"), quote: quote(said("A cache keeps results."), post: 3)),
    ]
    issue.missing = [Issue.Omission(source: said("Paths"), what: said("the feed dropped post 2"))]
    issue.editorial.note = [said("A short week."), said("The next issue is on time.")]
    issue.editorial.corrections = [said("Bo Ek wrote it, not Bo Lindqvist.")]
    issue.editorial.remarks = [
      Editorial.Remark(subject: "lock", text: said("See the discussion of May, too."))
    ]
    return issue
  }

  private static let week = Window(
    firstDay: CalendarDay(year: 2026, month: 11, day: 2),
    endDay: CalendarDay(year: 2026, month: 11, day: 9),
    from: Timestamp(seconds: 1_793_577_600), until: Timestamp(seconds: 1_794_182_400))

  /// Every quote has an address of its own with signs that a link must survive.
  private static func quote(
    _ text: String, author: String? = "Inês Carvalho", post: Int? = nil, start: Double? = nil
  ) -> Quote {
    Quote(
      text: text, author: author, url: "https://forum.example/t/a_(b)?x=1&copy=2/\(post ?? 0)",
      published: nil, post: post, start: start, origin: "o")
  }

  private static func topic(_ proposal: Proposal, _ said: (String) -> String) -> Topic {
    Topic(
      slug: "lock", label: said("The lock file"), terms: ["lock"], refs: [proposal],
      members: [
        Topic.Member(kind: .thread, id: "lock", title: "x", url: nil),
        Topic.Member(
          kind: .moment, id: "31", title: said("31: The wrong compiler"),
          url: "https://pod.example/31.mp3#t=109", start: 109, end: 399),
        Topic.Member(
          kind: .article, id: "a", title: said("Seventeen failures"),
          url: "https://blog.example/seventeen"),
      ], history: [], summary: [])
  }

  private static func report(_ id: String, _ title: String, _ state: ThreadReport.State)
    -> ThreadReport
  {
    ThreadReport(
      id: id, rank: 1, score: 1, title: title, url: "https://forum.example/t/\(id)",
      firstNewURL: "https://forum.example/t/\(id)/3", site: "forum.example", state: state,
      posts: 11,
      newPosts: 11, people: 7, days: 5, opening: nil, summary: [], positions: [:], holes: [])
  }

  private static func lock(_ said: (String) -> String) -> ThreadReport {
    var thread = report("lock", said("TIP 12: a lock file for toolchains"), .decided)
    thread.opening = quote(
      said(
        "TIP 12 proposes that Tern writes a lock file, tern.lock, which records the exact version "
          + "and the hash of every compiler, linker and plug-in that a build used."), post: 1)
    thread.summary = [
      quote(said("My concern is the first hour of a newcomer."), author: said("Amara Obi"), post: 3)
    ]
    thread.positions = [
      .support: [quote(said("I like the idea, and I would go further."), author: nil, post: 2)]
    ]
    thread.holes = [4...5]
    thread.since = ThreadReport.Since(
      issue: "2026-W44", window: "26 October to 1 November 2026", posts: 4, people: 2,
      newcomers: [said("Sol Ferrer")])
    return thread
  }

  private static func cache(_ said: (String) -> String) -> ThreadReport {
    var thread = report("cache", said("Shared build cache: who may write to it?"), .ongoing)
    thread.opened = ThreadReport.Opened(issue: "2026-W44", window: "26 October to 1 November 2026")
    thread.summary = [quote(said("The hit rate on Monday mornings was 22 percent."), post: 3)]
    return thread
  }

  private static func paths(_ said: (String) -> String) -> ThreadReport {
    var thread = report("paths", said("Paths longer than 260 characters"), .new)
    thread.opening = quote(said("We could map the build folder to a short drive."), post: 1)
    return thread
  }

  private static func episode(_ said: (String) -> String) -> EpisodeReport {
    func chapter(_ start: Double, _ end: Double, _ title: String, sponsor: Bool = false) -> Chapter
    {
      Chapter(start: start, end: end, title: title, given: true, sponsor: sponsor, cues: 0..<1)
    }
    var episode = EpisodeReport(
      id: "31", title: said("31: The wrong compiler"), show: said("Ternaround"),
      url: "https://pod.example/31", audio: nil, seconds: 574, published: nil,
      chapters: [
        ChapterReport(chapter: chapter(4, 50, said("Proposals")), url: nil, summary: []),
        ChapterReport(
          chapter: chapter(50, 109, "Advertising", sponsor: true), url: nil, summary: []),
        ChapterReport(
          chapter: chapter(109, 399, said("The lock file, machine")),
          url: "https://pod.example/31.mp3#t=109",
          summary: [quote(said("So the lock file records the toolchain."), author: nil, start: 210)]
        ),
      ])
    episode.people = [EpisodePerson(name: said("Maya"), role: "host")]
    episode.timesMayShift = true
    return episode
  }

  private static func article(_ said: (String) -> String) -> ArticleReport {
    var article = ArticleReport(
      id: "a", title: said("Seventeen failures and a lock file"),
      url: "https://blog.example/seventeen", author: said("Tomasz Wilk"),
      site: said("blog.example"),
      published: nil, summary: [quote(said("We wrote down the cause of every red build."))])
    article.copies = [ArticleReport.Copy(site: said("mirror"), url: "https://mirror.example/17")]
    return article
  }
}
