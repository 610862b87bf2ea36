import Foundation
import Model
import Support
import Testing

@testable import Store

struct SchemaTests {
  /// A database as the program with so many migrations left it.
  static func database(version: Int, at path: String, _ rows: String) throws {
    let connection = try Connection(path: path)
    for migration in Schema.migrations.prefix(version) { try connection.execute(migration) }
    try connection.execute("PRAGMA user_version = \(version)")
    try connection.execute(rows)
  }

  @Test func aDatabaseOfTheFirstSchemaIsBroughtUpToDate() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    try Self.database(
      version: 1, at: path,
      """
      INSERT INTO source(address, failures, etag) VALUES('s', 2, '"1"');
      INSERT INTO thread(id, title, url, source, site) VALUES('f/t/1', 'T', 'u', 's', 'f');
      INSERT INTO post(id, thread, number, author, author_key, date, url, words)
      VALUES('f/t/1/1', 'f/t/1', 1, 'Ann', 'ann', 1000, 'u', 'w');
      INSERT INTO episode(id, title, notes, source, show, date) VALUES('e', 'E', '', 's', 'S', 1000);
      """)
    let archive = try Archive(path: path)
    let health = try #require(try archive.sourceHealth()["s"])
    #expect(health.failures == 2)
    #expect(health.validators.etag == "\"1\"")
    #expect(health.movedSightings == 0)
    #expect(!health.isGone)
    let day = CalendarDay(daysSinceEpoch: 0)
    let window = Window(
      firstDay: day, endDay: day, from: Timestamp(seconds: 0), until: Timestamp(seconds: 2000))
    #expect(try archive.threads(activeIn: window).first?.posts.map(\.inReplyTo) == [nil])
    #expect(try archive.episodes(in: window).map(\.marks) == [[]])
  }

  /// A post that an issue quotes.
  static let quoted = """
    INSERT INTO source(address) VALUES('s');
    INSERT INTO thread(id, title, url, source, site) VALUES('f/t/1', 'T', 'u', 's', 'f');
    INSERT INTO post(id, thread, number, author, author_key, date, url, words)
    VALUES('f/t/1/1', 'f/t/1', 1, 'Ann', 'ann', 1000, 'u', 'one');
    INSERT INTO issue(slug, title, first_day, end_day, until, summary)
    VALUES('2026-W45', 'I', '2026-11-02', '2026-11-09', 2000, '');
    INSERT INTO printed_quote(issue, place, origin, text) VALUES('2026-W45', 0, 'f/t/1/1', 'one');
    """

  @Test func aDatabaseOfTheFifthSchemaKeepsFromNowOnWhatIsQuoted() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    try Self.database(version: 5, at: path, Self.quoted)
    let archive = try Archive(path: path)
    #expect(try archive.earlierText(ofOrigin: "f/t/1/1", quotedIn: "2026-W45") == nil)
    try archive.remember(
      threads: [ArchiveTests.thread([ArchiveTests.post(1, "two")])],
      health: SourceHealth(address: "s"))
    #expect(try archive.text(ofOrigin: "f/t/1/1") == "two")
    #expect(try archive.earlierText(ofOrigin: "f/t/1/1", quotedIn: "2026-W45") == "one")
  }

  @Test func aDatabaseOfTheSeventhSchemaCanHaveAnIssueTakenBack() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    try Self.database(version: 7, at: path, Self.quoted)
    let archive = try Archive(path: path)
    #expect(try archive.withdrawals() == [])
    try archive.withdraw(
      try #require(try archive.publishedIssues().first), at: Timestamp(seconds: 3000))
    #expect(try archive.withdrawals().map(\.issue) == ["2026-W45"])
  }

  @Test func aRecordComesBackAsItWas() throws {
    let archive = try Archive(path: ":memory:")
    var health = SourceHealth(address: "s", title: "S", kind: .forum)
    health.succeed()
    try archive.remember(health: health)
    #expect(try archive.sourceHealth()["s"] == health)
  }

  @Test func chaptersAndNumbersComeBack() throws {
    let archive = try Archive(path: ":memory:")
    var episode = Episode(
      id: "e", title: "E", url: nil, audio: nil, date: Timestamp(seconds: 1000), seconds: nil,
      transcript: nil, notes: "", source: "s", show: "S", number: 7, chapters: "https://c.example")
    try archive.remember(episodes: [episode], health: SourceHealth(address: "s"))
    #expect(try archive.episodesWithoutChapters(of: "s").map(\.chapters) == ["https://c.example"])
    episode.marks = [
      ChapterMark(start: 0, title: "Intro"), ChapterMark(start: 90.5, title: "Why", url: "u"),
    ]
    #expect(
      try archive.remember(episodes: [episode], health: SourceHealth(address: "s")) == 1)
    #expect(
      try archive.remember(episodes: [episode], health: SourceHealth(address: "s")) == 0)
    #expect(try archive.episodesWithoutChapters(of: "s").isEmpty)
    let day = CalendarDay(daysSinceEpoch: 0)
    let window = Window(
      firstDay: day, endDay: day, from: Timestamp(seconds: 0), until: Timestamp(seconds: 2000))
    #expect(try archive.episodes(in: window) == [episode])
  }
}

extension SourceHealth {
  /// Every field that a record can have.
  fileprivate mutating func succeed() {
    lastAttempt = Timestamp(seconds: 1)
    lastSuccess = Timestamp(seconds: 2)
    (failures, lastError, failingSince) = (3, "no", Timestamp(seconds: 4))
    validators = Validators(etag: "W/\"x\"", lastModified: "then")
    (lastFull, nextAttempt) = (Timestamp(seconds: 5), Timestamp(seconds: 6))
    (movedTo, movedSightings, isGone, listedAs) = ("t", 2, true, "3 posts")
    language = "de-AT"
  }
}
