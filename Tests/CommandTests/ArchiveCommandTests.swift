import Foundation
import Support
import Testing

/// Searching and looking back, through the built program over the demo.
struct ArchiveCommandTests {
  static func demo() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    return folder
  }

  static func run(_ arguments: String..., in folder: TemporaryFolder) throws
    -> EndToEndTests.Result
  {
    try EndToEndTests.run(arguments + ["--config", "d/hallway.toml"], in: folder)
  }

  static func objects(_ json: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
  }

  @Test func aWordIsFoundInAllItsFormsWithItsLink() throws {
    let folder = try Self.demo()
    let result = try Self.run("search", "recording", "--json", in: folder)
    #expect(result.status == 0)
    let hits = try Self.objects(result.output)
    #expect(Set(hits.compactMap { $0["kind"] as? String }) == ["post", "cue", "article"])
    for hit in hits {
      let snippet = try #require(hit["snippet"] as? String).lowercased()
      #expect(snippet.contains("record"))
      #expect((hit["url"] as? String)?.hasPrefix("https://") == true)
    }
    #expect(try Self.run("search", "recording", "--json", in: folder).output == result.output)
    let one = try Self.run("search", "recording", "--json", "--limit", "1", in: folder)
    #expect(try Self.objects(one.output).count == 1)
  }

  @Test func aWordIsFoundWhereNoBlanksAreSet() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/hallway.toml", "[[feed]]\nurl = \"b.atom\"\nkind = \"blog\"\n")
    func entry(_ id: Int, _ words: String) -> String {
      """
      <entry><id>a:\(id)</id><title>Note \(id)</title><link href="https://b.example/\(id)"/>
      <updated>2026-11-05T00:00:00Z</updated><summary>\(words)</summary></entry>
      """
    }
    try folder.write(
      "d/b.atom",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>B</title><id>a:b</id>"
        + entry(1, "新しい構文は日本語の文書にも役立つ。") + entry(2, "文書を書く。日本の会議。")
        + entry(3, "วันนี้เราประกาศรุ่นใหม่") + entry(4, "Nothing.") + "</feed>")
    #expect(try Self.run("fetch", in: folder).status == 0)
    func found(_ words: String...) throws -> Set<String> {
      let result = try EndToEndTests.run(
        ["search", "--json", "--config", "d/hallway.toml"] + words, in: folder)
      return Set(try Self.objects(result.output).compactMap { $0["title"] as? String })
    }
    #expect(try found("日本") == ["Note 1", "Note 2"])
    #expect(try found("文書", "会議") == ["Note 2"])
    #expect(try found("日本語") == ["Note 1"])
    #expect(try found("日本", "-構文") == ["Note 2"])
    #expect(try found("ประกาศ") == ["Note 3"])
    #expect(try found("中文") == [])
  }

  @Test func aPhraseOverCuesLeadsToItsSecond() throws {
    let folder = try Self.demo()
    let result = try Self.run(
      "search", "the toolchain: compiler, linker", "author:inês", in: folder)
    #expect(
      result.output == """
        31: The wrong compiler
          Inês, 3 November 2026, Ternaround
          … does not say which one that was. So the lock file records the toolchain:
          compiler, linker, plug-ins, each with its version and its hash. What happens
          when my machine does not have the recorded compiler? Then the build stops …
          https://ternaround.example/audio/31.mp3#t=210

        """)
  }

  @Test func titlesCountAndWordsAreLeftOut() throws {
    let folder = try Self.demo()
    let title = try Self.run("search", "first hour for newcomers", "--json", in: folder)
    #expect(try Self.objects(title.output).count == 1)
    let all = try Self.objects(try Self.run("search", "lock", "--json", in: folder).output)
    let some = try Self.objects(
      try Self.run("search", "lock", "-hash", "--json", in: folder).output)
    #expect(!some.isEmpty && some.count < all.count)
    #expect(some.allSatisfy { !(($0["snippet"] as? String) ?? "").contains("hash") })
    let late = try Self.objects(
      try Self.run("search", "lock after:2026-11-05 source:forum", "--json", in: folder).output)
    #expect(!late.isEmpty)
    #expect(late.allSatisfy { (($0["date"] as? String) ?? "") >= "2026-11-05" })
  }

  @Test(arguments: [
    (["zzz"], 0, "nothing found\n"),
    (["\"", "OR", "NOT(", "NEAR(a b)", "{words}:^x", "a:b", "'"], 0, "nothing found\n"),
    (["compielr"], 0, "nothing found; did you mean 'compiler'?\n"),
    (["author:inês", "tolchain"], 0, "nothing found; did you mean 'toolchain'?\n"),
    (["autor:bo"], 0, "nothing found; did you mean 'author:bo'?\n"),
    (["lock", "author:linqvist"], 0, "nobody is called 'linqvist'; did you mean 'Lindqvist'?\n"),
    (["lock", "source:frum"], 0, "no source is called 'frum'; did you mean 'forum'?\n"),
    (["++"], 2, "hallway: '++' has no letter or digit to look for\n"),
    ([], 2, "hallway: nothing to search for; 'hallway search --help' shows how\n"),
  ])
  func withoutAResultItSaysSo(words: [String], status: Int32, message: String) throws {
    let folder = try Self.demo()
    let result = try EndToEndTests.run(
      ["search", "--config", "d/hallway.toml"] + words, in: folder)
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.words == message)
  }

  @Test func topicsOverTheWeeksAndOneOfThem() throws {
    let folder = try IssuesOverWeeksTests.weekOn()
    #expect(try Self.run("publish", "--week", "2026-W46", in: folder).status == 0)
    let list = try Self.run("topics", in: folder)
    #expect(list.status == 0)
    let topics = try Self.objects(try Self.run("topics", "--json", in: folder).output)
    let lines = list.output.split(separator: "\n")
    #expect(lines.count == topics.count + 1)
    #expect(lines.first == "by week  printed   total  trend   last issue   topic")
    // Each name stands below the heading.
    #expect(
      lines.dropFirst().allSatisfy { $0.prefix(47).last == " " && $0.dropFirst(47).first != " " })
    let topic = try #require(topics.first { $0["slug"] as? String == "lock-file" })
    #expect(topic["label"] as? String == "The lock file")
    #expect((topic["issues"] as? [String])?.first == "2026-W45")
    let story = try Self.run("topics", "lock-file", in: folder)
    #expect(story.output.hasPrefix("The lock file (lock-file)\n"))
    #expect(story.output.contains("2026-W45: 2 to 8 November 2026, 12 posts, 1 moment\n"))
    #expect(story.output.contains("    Inês Carvalho\n    https://forum.tern.example/t/"))
    let unknown = try Self.run("topics", "lock-fiel", in: folder)
    #expect(unknown.status == 1)
    #expect(
      unknown.words == "hallway: no issue has a topic 'lock-fiel'; did you mean 'lock-file'?\n")
    #expect(try Self.run("topics", "The Lock File", in: folder).output == story.output)
    let part = try Self.run("topics", "scheduler", in: folder)
    #expect(
      part.words
        == "hallway: no issue has a topic 'scheduler'; did you mean 'longest-job-scheduler'?\n")
    let none = try Self.run("topics", "zebra", in: folder)
    #expect(none.words == "hallway: no issue has a topic 'zebra'; 'hallway topics' lists them\n")
  }

  @Test func beforeTheFirstFetchItSaysWhatToDo() throws {
    let folder = try TemporaryFolder()
    try folder.write("hallway.toml", "")
    for arguments in [["search", "x"], ["topics"]] {
      let result = try EndToEndTests.run(arguments, in: folder)
      #expect(result.status == 1)
      #expect(result.words.hasSuffix("nothing has been stored yet; run 'hallway fetch' first\n"))
    }
  }

  @Test func anExportComesBackByteForByteAndVerifies() throws {
    let folder = try Self.demo()
    let export = try Self.run("export", "--format", "ndjson", in: folder)
    #expect(export.status == 0)
    try folder.write("all.ndjson", export.output)
    try folder.write("e/hallway.toml", "base_url = \"https://x.example/\"\n")
    func run(_ arguments: String...) throws -> EndToEndTests.Result {
      try EndToEndTests.run(arguments + ["--config", "e/hallway.toml"], in: folder)
    }
    let taken = try run("import", "all.ndjson")
    let count = export.output.split(separator: "\n").count - 2
    #expect(taken.words == "export: all.ndjson\nrecords: \(count)\nnew: \(count)\n")
    #expect(try run("export", "--format", "ndjson").output == export.output)
    #expect(try run("import", "all.ndjson").words.hasSuffix("new: 0\n"))
    // The site is not in an export.
    #expect(try run("verify").output.contains("e/public: the site is not there; "))
    #expect(try run("publish", "--week", "2026-W45").status == 0)
    let verified = try run("verify")
    #expect(verified.status == 0)
    #expect(verified.words.hasSuffix("0 not found\n"))
    #expect(
      try run("search", "lock", "--json").output
        == Self.run("search", "lock", "--json", in: folder).output)
    // A cut file is taken as far as it goes, and said to be cut.
    try folder.write("cut.ndjson", String(export.output.dropLast(20)))
    try folder.write("f/hallway.toml", "")
    let cut = try EndToEndTests.run(
      ["import", "cut.ndjson", "--config", "f/hallway.toml"], in: folder)
    #expect(cut.status == 1)
    #expect(
      cut.words.hasPrefix(
        "hallway: cut.ndjson:\(count + 1): is no record of an export: it is not whole JSON; "))
    #expect(cut.words.hasSuffix("; \(count - 1) records before it were taken\n"))
    try folder.write(
      "short.ndjson",
      export.output.split(separator: "\n").dropLast().joined(separator: "\n") + "\n")
    let short = try run("import", "short.ndjson")
    #expect(short.status == 1)
    #expect(
      short.words
        == "hallway: short.ndjson: ends too early; \(count) records were taken, 0 of them new\n")
  }

  @Test func whatIsTooOldGoesAndStaysAwayAndEveryQuoteIsStillThere() throws {
    let folder = try Self.demo()
    // Age is counted from what is newest.
    try folder.write(
      "d/new.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>New</title><id>a:n</id><entry><id>a:1</id>
      <title>News</title><updated>2026-12-18T10:00:00Z</updated><summary>News.</summary></entry></feed>
      """)
    let feeds = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", feeds + "\n[[feed]]\nurl = \"new.atom\"\n")
    func fetch() throws -> String {
      let result = try Self.run("fetch", "--now", "2026-12-20", "--all", in: folder)
      #expect(result.status == 0)
      return result.words
    }
    func count() throws -> Int {
      try Self.run("export", "--format", "ndjson", in: folder).output
        .split(separator: "\n").count { $0.contains("\"type\":\"post\"") }
    }
    #expect(try !fetch().contains("removed"))
    // Weeks that have no issue yet would keep what it is to be made of.
    #expect(try Self.run("run", "--now", "2026-12-20", in: folder).status == 0)
    let all = try count()
    let file = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", "keep = \"4w\"\n" + file)
    let quoted = try fetch()
    #expect(quoted.contains("new or changed: 0\ntoo old and removed: "))
    let left = try count()
    #expect(left > 0 && left < all)
    let again = try fetch()
    #expect(again.contains("new or changed: 0\n"))
    #expect(!again.contains("removed"))
    #expect(try count() == left)
    let verified = try Self.run("verify", in: folder)
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.words.hasSuffix("0 not found\n"))
    // What is quoted can be found, and sources have no holes that removal made.
    let found = try Self.objects(
      try Self.run("search", "lock", "--json", "--limit", "99", in: folder).output)
    #expect(!found.isEmpty)
    #expect(try !Self.run("sources", in: folder).output.contains("were in no feed"))
  }

  @Test func aThreadWhoseBeginningWasRemovedIsNotNew() throws {
    let folder = try TemporaryFolder()
    try folder.write("hallway.toml", "")
    func message(_ id: Int, _ day: String, _ more: String, _ text: String) -> String {
      """
      From ann@example.org Mon Nov 16 10:00:00 2026
      From: Ann Lee <ann@example.org>
      Date: \(day) 2026 10:00:00 +0000
      Subject: A new resolver
      Message-ID: <\(id)@example.org>
      \(more)
      \(text)


      """
    }
    try folder.write(
      "list.mbox",
      message(1, "Mon, 5 Jan", "", "I propose that we replace the resolver this winter.")
        + message(
          2, "Mon, 16 Nov", "In-Reply-To: <1@example.org>\n",
          "The new resolver is ready, and all of its tests pass on every platform."))
    #expect(try EndToEndTests.run(["import", "list.mbox"], in: folder).status == 0)
    func state() throws -> String? {
      let result = try EndToEndTests.run(
        ["digest", "--week", "2026-W47", "--format", "json"], in: folder)
      let issue = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let threads = (issue as? [String: Any])?["threads"] as? [[String: Any]]
      return threads?.first?["state"] as? String
    }
    #expect(try state() == "revived")
    try folder.write("hallway.toml", "keep = \"3m\"\n")
    let fetched = try EndToEndTests.run(["fetch", "--now", "2026-11-23"], in: folder)
    #expect(fetched.words.contains("too old and removed: 1\n"))
    #expect(try state() == "ongoing")
  }

  /// The posts of weeks that are caught up are older than what is kept.
  @Test func whatAnIssueIsStillToBeMadeOfIsKept() throws {
    let folder = try TemporaryFolder()
    let items = (0..<10).map { week in
      let day = 7 + 7 * week
      let (month, date) =
        day <= 30 ? ("Sep", day) : day <= 61 ? ("Oct", day - 30) : ("Nov", day - 61)
      return """
        <item><title>News of week \(37 + week)</title><link>https://b.example/\(week)</link>
        <pubDate>\(date) \(month) 2026 12:00:00 GMT</pubDate>
        <description>The builders of week \(37 + week) are glad that every test has passed.</description></item>
        """
    }
    func feed(_ weeks: Int) -> String {
      "<rss version=\"2.0\"><channel><title>B</title><link>https://b.example/</link>"
        + items.prefix(weeks).joined() + "</channel></rss>"
    }
    try folder.write(
      "hallway.toml",
      "base_url = \"https://d.example/\"\nkeep = \"4w\"\n[[feed]]\nurl = \"b.rss\"\n")
    try folder.write("b.rss", feed(1))
    #expect(try EndToEndTests.run(["run", "--now", "2026-09-14"], in: folder).status == 0)
    try folder.write("b.rss", feed(10))
    #expect(try EndToEndTests.run(["run", "--now", "2026-11-09"], in: folder).status == 0)
    for week in 38...45 {
      let text = try folder.read("public/issues/2026-W\(week).txt")
      #expect(text.contains("News of week \(week)"), "\(text)")
    }
  }

  @Test func whatAFetchLeftUnindexedIsFound() async throws {
    let folder = try Self.demo()
    let script = """
      import sqlite3, sys
      database = sqlite3.connect(sys.argv[1])
      database.execute("DELETE FROM passage WHERE post IS NOT NULL")
      database.execute("UPDATE post SET indexed = 0")
      database.commit()
      """
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, folder.path("d/hallway.sqlite")]
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    let found = try Self.run("search", "scheduler", in: folder)
    #expect(found.status == 0 && found.output.contains("forum.tern.example"), "\(found.words)")
  }
}
