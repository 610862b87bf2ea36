import Foundation
import Model
import Support
import Testing

@testable import Store

struct ArchiveExportTests {
  static func lines(_ archive: Archive) throws -> [String] {
    var lines: [String] = []
    try archive.exportLines { lines.append($0) }
    return lines
  }

  @discardableResult
  static func take(_ lines: [String], _ archive: Archive) throws -> Archive.Intake {
    var intake = Archive.Intake()
    try archive.take(lines.dropFirst().map { Data($0.utf8) }, &intake)
    return intake
  }

  /// An archive with something in every table and every column.
  static func full() throws -> Archive {
    let archive = try Archive(path: ":memory:")
    var health = SourceHealth(address: "s", title: "S", kind: .forum)
    (health.lastAttempt, health.lastSuccess) = (Timestamp(seconds: 1), Timestamp(seconds: 2))
    (health.failures, health.lastError, health.failingSince) = (3, "no", Timestamp(seconds: 4))
    health.validators = Validators(etag: "W/\"x\"", lastModified: "then")
    (health.lastFull, health.nextAttempt) = (Timestamp(seconds: 5), Timestamp(seconds: 6))
    (health.movedTo, health.movedSightings, health.isGone) = ("t", 2, true)
    (health.listedAs, health.language) = ("3 posts", "de-AT")
    var post = ArchiveTests.post(1, "one\u{0}\n\n“two” / \\ \u{7f}\u{FFFF}")
    post = Post(
      id: post.id, number: 1, author: "Ann", authorKey: "ann", date: post.date, url: post.url,
      words: post.words,
      quotations: [
        Quotation(author: "bo", number: 1, text: "q"),
        Quotation(author: nil, number: nil, text: ""),
      ], inReplyTo: "x", keys: ["k1", "k2"])
    let bare = Post(
      id: "f/t/1/?", number: nil, author: "", authorKey: "", date: nil, url: "", words: "")
    var episode = Episode(
      id: "e", title: "E", url: "u", audio: "a", date: Timestamp(seconds: -5), seconds: 1e300,
      transcript: "t", notes: "n", source: "s", show: "S", number: 7, chapters: "c",
      marks: [ChapterMark(start: 0.1, title: "M", url: "u"), ChapterMark(start: 2, title: "N")],
      cues: [
        Cue(start: 0.1 + 0.2, end: 1, speaker: "Ann", text: "Hello."),
        Cue(start: nil, end: nil, speaker: nil, text: ""),
      ])
    episode.people = [EpisodePerson(name: "P", role: "host", url: "u")]
    episode.soundbites = [Soundbite(start: 1.5, duration: .infinity, title: nil)]
    try archive.remember(
      threads: [ArchiveTests.thread([post, bare])],
      articles: [SearchIndexTests.article("words")], episodes: [episode], health: health)
    try archive.rememberIndex(of: "r", "[{}]", health: SourceHealth(address: "r"))
    try archive.note(
      statuses: [
        Proposal(
          id: "PEP 1", number: 1, title: "T", status: "Draft", url: "u", discussion: nil,
          resolution: nil, decidedOn: nil)
      ], at: Timestamp(seconds: 9))
    try archive.recordPublication(
      of: IssueTableTests.issue(0), summary: ["a", "b"], threads: ["t", "f/t/1"])
    try archive.recordPublication(of: IssueTableTests.issue(1), summary: [], threads: [])
    try archive.recordPublication(of: IssueTableTests.issue(2), summary: [], threads: [])
    let last = try #require(try archive.publishedIssues().first)
    try archive.withdraw(last, at: Timestamp(seconds: 11))
    try archive.connection.execute(
      "UPDATE issue SET content = '{\"title\":\"of another program\"}' WHERE slug = '2026-W46'")
    try archive.connection.execute("UPDATE thread SET removed_up_to = 3")
    try archive.connection.execute(
      "INSERT INTO earlier_text(issue, origin, words) VALUES('2026-W45', 'o', 'as it was')")
    try archive.record(
      MailRecord(
        issue: "2026-W45", messageID: "<1@x>", state: .sent, moment: Timestamp(seconds: 8)))
    return archive
  }

  @Test func whatGoesOutComesBackAsItWas() throws {
    let archive = try Self.full()
    let lines = try Self.lines(archive)
    let copy = try Archive(path: ":memory:")
    let intake = try Self.take(lines, copy)
    #expect(intake.isWhole)
    #expect(intake.records == lines.count - 2)
    #expect(intake.new == intake.records)
    #expect(try Self.lines(copy) == lines)
    let window = ArchiveTests.window(0, 3000)
    #expect(try copy.threads(activeIn: window) == archive.threads(activeIn: window))
    #expect(try copy.sourceHealth() == archive.sourceHealth())
    #expect(try copy.printedIssue("2026-W45") == archive.printedIssue("2026-W45"))
    try copy.updateSearchIndex()
    #expect(try copy.count("hello") == 1)
    #expect(try copy.uncountedWords(limit: 9).count == 3)
  }

  @Test func whatIsCutIsAskedForAgain() throws {
    let lines = try Self.lines(Self.full())
    for count in 3..<lines.count - 1 {
      let copy = try Archive(path: ":memory:")
      #expect(try !Self.take(Array(lines.prefix(count)), copy).isWhole)
      let health = try #require(try copy.sourceHealth()["s"])
      #expect(health.validators == Validators() && health.lastFull == nil && health.listedAs == nil)
    }
  }

  @Test func whatWasTakenBackDoesNotComeBackWithAnOlderExport() throws {
    let older = try Archive(path: ":memory:")
    try older.recordPublication(of: IssueTableTests.issue(0), summary: [], threads: [])
    let lines = try Self.lines(older)
    let copy = try Archive(path: ":memory:")
    try Self.take(lines, copy)
    try copy.withdraw(
      try #require(try copy.publishedIssues().first), at: Timestamp(seconds: 1))
    try Self.take(lines, copy)
    #expect(try copy.publishedIssues() == [])
    // Nor is one that is published here taken back by an import.
    let withdrawn = try Self.lines(copy)
    try Self.take(withdrawn, older)
    #expect(try older.publishedIssues().count == 1 && older.withdrawals() == [])
  }

  @Test(arguments: [Int64.min, Int64.max, 1 << 40])
  func noTimeIsBeyondReckoning(seconds: Int64) throws {
    let line =
      "{\"address\":\"s\",\"failures\":0,\"gone\":false,\"last_full\":\(seconds),\"moved_sightings\":0,\"type\":\"source\"}"
    let archive = try Archive(path: ":memory:")
    #expect(throws: Archive.BadLine.self) { try Self.take(["", line], archive) }
  }

  @Test func everyTypeIsThere() throws {
    let kinds = try Self.lines(Self.full()).compactMap { line in
      (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["type"]
        as? String
    }
    var order: [String] = []
    for kind in kinds where order.last != kind { order.append(kind) }
    #expect(
      order == [
        "source", "thread", "post", "article", "episode", "alias", "registry", "status", "issue",
        "mail", "withdrawn",
      ])
  }

  @Test func everyColumnIsThere() throws {
    // A new column shows here: it must go into the export, or into this list.
    let made = [
      "article.indexed", "article.key", "cue.indexed", "cue.key", "episode.indexed",
      "post.indexed", "post.key",
    ]
    let columns = try Self.full().connection.rows(
      """
      SELECT m.name || '.' || c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
      WHERE m.name IN ('source', 'thread', 'post', 'article', 'episode', 'cue', 'known_as',
        'registry_index', 'proposal_status', 'issue', 'earlier_text', 'mail',
        'withdrawn')
      """
    ) { $0.text(0) ?? "" }
    let archive = try Self.full()
    let copy = try Archive(path: ":memory:")
    try Self.take(try Self.lines(archive), copy)
    for column in columns where !made.contains(column) {
      let parts = column.split(separator: ".").map(String.init)
      let sql = "SELECT quote(\(parts[1])) FROM \(parts[0]) ORDER BY 1"
      let values = try archive.connection.rows(sql) { $0.text(0) ?? "" }
      #expect(values.contains { $0 != "NULL" }, "\(column) has a value")
      #expect(try copy.connection.rows(sql) { $0.text(0) ?? "" } == values, "\(column)")
    }
  }

  @Test func whatIsStoredStaysAndAnEpisodeGetsWhatItLacks() throws {
    let lines = try Self.lines(Self.full())
    let other = try Archive(path: ":memory:")
    let episode = Episode(
      id: "e", title: "Mine", url: nil, audio: nil, date: nil, seconds: nil, transcript: nil,
      notes: "", source: "s", show: "S")
    try other.remember(
      threads: [ArchiveTests.thread([ArchiveTests.post(1, "mine")])], episodes: [episode],
      health: SourceHealth(address: "s"))
    try Self.take(lines, other)
    try other.updateSearchIndex()
    #expect(try other.count("mine") == 2)
    #expect(try other.count("hello") == 1)
    try other.checkIndex()
  }

  @Test(arguments: [
    ("{\"type\":\"thread\",\"id\":\"x\"}", "is no record of an export: it has no 'title'"),
    (
      "{\"type\":\"alias\",\"id\":1,\"key\":\"k\"}",
      "is no record of an export: 'id' is of another type"
    ),
    (
      "{\"type\":\"mail\",\"issue\":\"i\",\"message_id\":\"m\",\"state\":\"sent\",\"at\":\"May\"}",
      "is no record of an export: 'May' is no time; expected 2026-11-21T09:30:00Z"
    ),
    ("{\"records\":7}", "counts 7 records, but 0 came before it"),
    (
      "{\"type\":\"thread\",\"id\":\"x\",\"title\":\"\",\"url\":\"\",\"source\":\"nowhere\",\"site\":\"\",\"removed_up_to\":0}",
      "cannot be stored: FOREIGN KEY constraint failed"
    ),
  ])
  func badLinesSayWhatIsWrong(line: String, message: String) throws {
    let archive = try Archive(path: ":memory:")
    let bad = #expect(throws: Archive.BadLine.self) {
      try Self.take([Archive.exportHead, line], archive)
    }
    #expect(bad?.message == message)
  }

  /// An issue with a name of a file elsewhere would be written there.
  @Test(arguments: [
    (
      "\"slug\":\"2026-W45\"", "\"slug\":\"../../evil\"",
      "'slug' is '../../evil'; the issue of these days is '2026-W45'"
    ),
    (
      "\"end_day\":\"2026-11-09\"", "\"end_day\":\"garbage\"",
      "'first_day' and 'end_day' are '2026-11-02' and 'garbage'; expected two days in order"
    ),
    (
      "\"slug\":\"s\"", "\"slug\":\"../s\"", "'../s' is no slug of a topic; expected one like 's'"
    ),
    (
      "\"firstDay\":\"2026-11-02\"", "\"firstDay\":\"2026-11-03\"",
      "'content.window' is of '2026-11-03--2026-11-09'; expected '2026-W45'"
    ),
    (
      "\"posts\":9", "\"posts\":9223372036854775807",
      "'content.threads.posts' is 9223372036854775807; expected 0 to 2147483646"
    ),
  ])
  func noIssueIsTakenThatNoWindowHas(old: String, new: String, message: String) throws {
    let line = try #require(
      try Self.lines(Self.full()).first { $0.contains("\"slug\":\"2026-W45\"") })
    try #require(line.contains(old))
    let archive = try Archive(path: ":memory:")
    let bad = #expect(throws: Archive.BadLine.self) {
      try Self.take([Archive.exportHead, line.replacing(old, with: new)], archive)
    }
    #expect(bad?.message == message)
    #expect(try archive.publishedIssues().isEmpty)
  }

  @Test(arguments: ["removed_up_to", "number"])
  func noNumberIsTakenThatCannotBeReckonedWith(name: String) throws {
    for number in ["9223372036854775807", "-1"] {
      let lines = try Self.lines(Self.full())
      let spoilt = lines.map {
        $0.replacing("\"\(name)\":\(name == "number" ? 1 : 3)", with: "\"\(name)\":\(number)")
      }
      try #require(spoilt != lines)
      let bad = #expect(throws: Archive.BadLine.self) {
        try Self.take(spoilt, try Archive(path: ":memory:"))
      }
      #expect(bad?.message.hasSuffix("' is \(number); expected 0 to 2147483646") == true)
    }
  }

  @Test func whatStandsBeforeABadLineIsTaken() throws {
    let archive = try Archive(path: ":memory:")
    let good = "{\"type\":\"alias\",\"id\":\"i\",\"key\":\"k\"}"
    let bad = #expect(throws: Archive.BadLine.self) {
      try Self.take([Archive.exportHead, good, "{", good], archive)
    }
    #expect(bad?.index == 1)
    #expect(try archive.connection.rows("SELECT 1 FROM known_as") { _ in true } == [true])
  }
}
