import Foundation
import Model
import Support
import Testing

@testable import Store

/// What published issues quote, kept when it is replaced.
struct QuotedTextTests {
  static let health = SourceHealth(address: "s")
  static let origins = ["f/t/1/1", "a", "e#cue-1"]

  static func issue(_ week: Int, quoting origins: [String]) -> Model.Issue {
    var issue = Model.Issue(
      title: "I", baseURL: "", language: "en", window: IssueTableTests.window(week))
    issue.glossary = origins.map {
      Model.Issue.Term(
        name: "t", quote: Quote(text: "q", author: nil, url: nil, published: nil, origin: $0))
    }
    return issue
  }

  /// Stores a post, an article and an episode of some words.
  static func remember(_ words: String, _ archive: Archive) throws {
    try archive.remember(
      threads: [ArchiveTests.thread([ArchiveTests.post(1, words), ArchiveTests.post(2, words)])],
      articles: [SearchIndexTests.article(words)],
      episodes: [SearchIndexTests.episode(["Hello.", words, "Bye."])], health: health)
  }

  static func publish(_ week: Int, _ archive: Archive, quoting origins: [String] = origins)
    throws
  {
    try archive.recordPublication(
      of: issue(week, quoting: origins), summary: [], threads: [])
  }

  static func earlier(_ week: Int, _ archive: Archive) throws -> [String?] {
    try origins.map {
      try archive.earlierText(ofOrigin: $0, quotedIn: IssueTableTests.window(week).slug)
    }
  }

  static func kept(_ archive: Archive) throws -> [String] {
    try archive.connection.rows("SELECT origin FROM earlier_text ORDER BY issue, origin") {
      $0.text(0) ?? ""
    }
  }

  static func texts(_ words: String) -> [String?] { [words, "\(words)\n\nA", "\(words) Bye."] }

  @Test func theTextAsItWasQuotedIsKept() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("one", archive)
    try Self.publish(0, archive)
    #expect(try Self.earlier(0, archive) == [nil, nil, nil])
    for words in ["two", "three", "four"] {
      try Self.remember(words, archive)
      #expect(try Self.earlier(0, archive) == Self.texts("one"))
      #expect(try Self.origins.map { try archive.text(ofOrigin: $0) } == Self.texts(words))
    }
    // One text for each origin, however often it is edited.
    #expect(try Self.kept(archive) == ["a", "e#cue-1", "f/t/1/1"])
  }

  @Test func whatNobodyQuotesOrWhatDidNotChangeIsNotKept() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("one", archive)
    try Self.remember("two", archive)
    try Self.publish(0, archive)
    let post = ArchiveTests.post(1, "two")
    let renamed = Post(
      id: post.id, number: 1, author: "Ann Lee", authorKey: "ann", date: post.date,
      url: post.url, words: post.words)
    var episode = SearchIndexTests.episode(["Welcome.", "two", "Bye."])
    episode.notes = "Notes."
    #expect(
      try archive.remember(
        threads: [ArchiveTests.thread([renamed])], episodes: [episode], health: Self.health) == 2)
    #expect(try Self.kept(archive) == [])
  }

  @Test func aTitleIsAPartOfItsArticle() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("one", archive)
    try Self.publish(0, archive)
    try archive.remember(
      articles: [SearchIndexTests.article("one", title: "B")], health: Self.health)
    #expect(try Self.earlier(0, archive)[1] == "one\n\nA")
  }

  @Test func everyIssueHasTheTextThatItQuotes() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("one", archive)
    try Self.publish(0, archive)
    try Self.remember("two", archive)
    try Self.publish(1, archive)
    try Self.remember("three", archive)
    #expect(try Self.earlier(0, archive) == Self.texts("one"))
    #expect(try Self.earlier(1, archive) == Self.texts("two"))
    // Published again, an issue quotes what is stored now.
    try Self.publish(0, archive)
    #expect(try Self.earlier(0, archive) == [nil, nil, nil])
    try Self.remember("four", archive)
    #expect(try Self.earlier(0, archive) == Self.texts("three"))
    #expect(try Self.earlier(1, archive) == Self.texts("two"))
  }

  @Test func anEpisodeIsNotTakenForAnother() throws {
    let archive = try Archive(path: ":memory:")
    let episodes = ["e", "e#cue-1", "e#cue-", "e2"].map { RetentionTests.episode($0, at: 10) }
    try archive.remember(episodes: episodes, health: Self.health)
    try Self.publish(0, archive, quoting: episodes.map { $0.cueID(0) } + ["e#cue-x"])
    for episode in episodes {
      #expect(try archive.quotedCues(of: episode.id) == [episode.cueID(0)])
    }
    var replaced = episodes[0]
    replaced.cues = [Cue(start: 0, end: nil, speaker: nil, text: "else")]
    try archive.remember(episodes: [replaced], health: Self.health)
    #expect(try Self.kept(archive) == ["e#cue-0"])
  }

  @Test func whatIsTooOldToBeKeptIsNotTooOldToBeQuoted() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("one", archive)
    try Self.publish(0, archive)
    try Self.remember("two", archive)
    #expect(try archive.remove(before: Timestamp(seconds: 10_000)).posts == 1)
    #expect(try Self.earlier(0, archive) == Self.texts("one"))
    #expect(try Self.origins.map { try archive.text(ofOrigin: $0) } == Self.texts("two"))
    // What is not quoted any more does not stay.
    try Self.publish(0, archive, quoting: ["a"])
    #expect(try Self.kept(archive) == [])
  }

  @Test func theIndexDoesNotHaveIt() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("penguin", archive)
    try Self.publish(0, archive)
    try archive.updateSearchIndex()
    try Self.remember("heron", archive)
    try archive.updateSearchIndex()
    #expect(try archive.count("penguin") == 0)
    try archive.checkIndex()
  }

  @Test func anExportHasItAndOneWithoutItIsTaken() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember("one", archive)
    try Self.publish(0, archive)
    #expect(try !ArchiveExportTests.lines(archive).contains { $0.contains("earlier_texts") })
    let copy = try Archive(path: ":memory:")
    try ArchiveExportTests.take(try ArchiveExportTests.lines(archive), copy)
    try Self.remember("two", archive)
    try Self.remember("two", copy)
    #expect(try Self.earlier(0, copy) == Self.texts("one"))
    let lines = try ArchiveExportTests.lines(archive)
    #expect(try ArchiveExportTests.lines(copy) == lines)
    let other = try Archive(path: ":memory:")
    try ArchiveExportTests.take(lines, other)
    #expect(try Self.earlier(0, other) == Self.texts("one"))
    #expect(try ArchiveExportTests.lines(other) == lines)
  }

  @Test func aRebuiltDatabaseHasWhatTheOldOneQuoted() throws {
    let folder = try TemporaryFolder()
    let old = try Archive(path: folder.path("old.sqlite"))
    try Self.remember("one", old)
    try Self.publish(0, old)
    try Self.remember("two", old)
    try Self.publish(1, old)
    let new = try Archive(path: ":memory:")
    let salvage = new.salvage(from: folder.path("old.sqlite"), pages: []) { _ in nil }
    #expect(salvage.issues == 2 && salvage.named == 0 && salvage.problem == nil)
    #expect(try Self.earlier(0, new) == Self.texts("one"))
    #expect(try Self.earlier(1, new) == Self.texts("two"))
    // The sources have other words by now.
    try Self.remember("three", new)
    #expect(try Self.earlier(0, new) == Self.texts("one"))
    #expect(try Self.earlier(1, new) == Self.texts("two"))
  }

  @Test func aDatabaseOfAnOlderProgramIsSalvagedToo() throws {
    let folder = try TemporaryFolder()
    try SchemaTests.database(version: 5, at: folder.path("old.sqlite"), SchemaTests.quoted)
    let new = try Archive(path: ":memory:")
    let salvage = new.salvage(from: folder.path("old.sqlite"), pages: []) { _ in nil }
    #expect(salvage.issues == 1 && salvage.problem == nil)
    #expect(try new.earlierText(ofOrigin: "f/t/1/1", quotedIn: "2026-W45") == "one")
  }
}
