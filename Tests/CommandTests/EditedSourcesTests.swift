import Foundation
import Support
import Testing

/// What authors and shows change after an issue has quoted it, through the built program.
struct EditedSourcesTests {
  static let concern = "My concern is the first hour of a newcomer."
  static let trust = "The cost is trust, and this is what the discussion of TIP 9 is really about."
  static let jobs = "We switch the scheduler off below fifty jobs for that reason."

  static func run(_ arguments: String..., in folder: TemporaryFolder) throws
    -> EndToEndTests.Result
  {
    try EndToEndTests.run(arguments + ["--config", "d/hallway.toml"], in: folder)
  }

  static func edit(_ file: String, _ words: String, _ others: String, in folder: TemporaryFolder)
    throws
  {
    let text = try folder.read("d/\(file)")
    #expect(text.contains(words), "\(file)")
    try folder.write("d/\(file)", text.replacingOccurrences(of: words, with: others))
  }

  static func fetch(_ folder: TemporaryFolder) throws {
    let result = try run("fetch", "--now", "2026-11-10", in: folder)
    #expect(result.status == 0 && result.words.contains("new or changed: 1\n"), "\(result.words)")
  }

  struct Findings: Decodable {
    let faults, edited: [String]
    let quotes: Int
  }

  static func verify(_ folder: TemporaryFolder) throws -> Findings {
    let result = try run("verify", "--json", in: folder)
    let findings = try JSONDecoder().decode(Findings.self, from: Data(result.output.utf8))
    #expect(result.status == (findings.faults.isEmpty ? 0 : 4))
    return findings
  }

  @Test func aPostThatIsEditedWasQuotedRight() throws {
    let folder = try ArchiveCommandTests.demo()
    let page = try folder.read("d/public/issues/2026-W45.html")
    #expect(try Self.verify(folder).edited == [])
    for (before, after) in [(Self.concern, "Never mind."), ("Never mind.", "I mind.")] {
      try Self.edit("forum-posts.rss", before, after, in: folder)
      try Self.fetch(folder)
      let findings = try Self.verify(folder)
      #expect(findings.faults == [])
      #expect(
        findings.edited == [
          "2026-W45: forum.tern.example/t/412/3 was edited since, its earlier text has: \"\(Self.concern)\""
        ])
    }
    let words = try Self.run("verify", in: folder)
    #expect(words.status == 0 && words.output == "")
    #expect(words.words.hasPrefix("quotes whose source was edited or removed since: 1\n"))
    #expect(words.words.hasSuffix("links in the site, 0 not found\n"))
    let verbose = try Self.run("verify", "--verbose", in: folder)
    #expect(verbose.words.hasPrefix("2026-W45: forum.tern.example/t/412/3 was edited since"))
    #expect(try Self.run("verify", "--quiet", in: folder).words == "")
    // An old sentence is not quoted anew, and its text goes with the issue that quoted it.
    #expect(try folder.read("d/public/issues/2026-W45.html") == page)
    #expect(try Self.run("publish", "--week", "2026-W45", in: folder).status == 0)
    let again = try Self.verify(folder)
    #expect(again.faults == [] && again.edited == [])
    #expect(try !folder.read("d/public/issues/2026-W45.html").contains(Self.concern))
    #expect(
      try !Self.run("export", "--format", "ndjson", in: folder).output.contains(Self.concern))
  }

  @Test func anArticleThatIsEditedWasQuotedRight() throws {
    let folder = try ArchiveCommandTests.demo()
    try Self.edit("blog.atom", Self.trust, "It is free.", in: folder)
    try Self.fetch(folder)
    let findings = try Self.verify(folder)
    #expect(findings.faults == [])
    #expect(
      findings.edited.allSatisfy { $0.contains("blog.tern.example/cache-numbers was edited") })
    #expect(!findings.edited.isEmpty)
  }

  @Test func aTranscriptThatIsReplacedWasQuotedRight() throws {
    let folder = try ArchiveCommandTests.demo()
    let text = try folder.read("d/episode-31.vtt")
    #expect(text.contains(Self.jobs))
    // A new transcript with a cue more at its head and other words for one.
    try folder.write(
      "t/31.vtt",
      text.replacingOccurrences(of: Self.jobs, with: "We do not.").replacingOccurrences(
        of: "WEBVTT\n", with: "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nMusic plays.\n"))
    let taken = try Self.run("import", "t", "--show", "Ternaround", in: folder)
    #expect(taken.words.contains("of episodes in a feed: 1\nnew or changed: 1\n"))
    let findings = try Self.verify(folder)
    #expect(findings.faults == [])
    #expect(findings.edited.contains { $0.contains(Self.jobs) })
  }

  @Test func whatWasNeverThereIsAFault() throws {
    let folder = try ArchiveCommandTests.demo()
    let export = try Self.run("export", "--format", "ndjson", in: folder).output
    let lines = export.split(separator: "\n").map { line in
      line.contains("\"type\":\"post\"")
        ? line.replacingOccurrences(of: Self.concern, with: "Never mind.") : String(line)
    }
    try folder.write("all.ndjson", lines.joined(separator: "\n") + "\n")
    try folder.write("e/hallway.toml", "base_url = \"https://x.example/\"\n")
    func run(_ arguments: String...) throws -> EndToEndTests.Result {
      try EndToEndTests.run(arguments + ["--config", "e/hallway.toml"], in: folder)
    }
    #expect(try run("import", "all.ndjson").status == 0)
    let result = try run("verify")
    #expect(result.status == 4)
    #expect(
      result.output.hasPrefix("2026-W45: not in forum.tern.example/t/412/3: \"\(Self.concern)\"\n"))
  }

  @Test func explainSaysThatItWasEdited() throws {
    let folder = try ArchiveCommandTests.demo()
    let page = try folder.read("d/public/issues/2026-W45.html")
    let id = try #require(
      try page.matches(of: Regex("id=\"(q-[a-z0-9]+)\"")).compactMap { match -> String? in
        let id = match.output[1].substring.map(String.init) ?? ""
        let answer = try ExplainCommandTests.answer([id], in: folder)
        return answer.subject == Self.concern ? id : nil
      }.first)
    try Self.edit("forum-posts.rss", Self.concern, "Never mind.", in: folder)
    try Self.fetch(folder)
    for name in [
      id, "https://digest.tern.example/issues/2026-W45.html#\(id)", "My concern is the first",
    ] {
      let text = try ExplainCommandTests.explain(name, in: folder)
      #expect(text.hasPrefix("quote: \(Self.concern)\n"))
      #expect(text.contains(" its source was edited and has it no more; the text as it was then"))
      #expect(text.contains("lead story 1,"))
    }
    // The post itself is explained by what it says now.
    let post = try ExplainCommandTests.explain(
      "https://forum.tern.example/t/tip-12-a-lock-file-for-toolchains/412/3", in: folder)
    #expect(!post.contains(Self.concern))
  }

  @Test func anExportHasTheEarlierText() throws {
    let folder = try ArchiveCommandTests.demo()
    try Self.edit("forum-posts.rss", Self.concern, "Never mind.", in: folder)
    try Self.fetch(folder)
    let export = try Self.run("export", "--format", "ndjson", in: folder).output
    #expect(try Self.run("export", "--format", "ndjson", in: folder).output == export)
    try folder.write("all.ndjson", export)
    try folder.write("e/hallway.toml", "base_url = \"https://x.example/\"\n")
    func run(_ arguments: String...) throws -> EndToEndTests.Result {
      try EndToEndTests.run(arguments + ["--config", "e/hallway.toml"], in: folder)
    }
    #expect(try run("import", "all.ndjson").status == 0)
    #expect(try run("export", "--format", "ndjson").output == export)
    // The site is not in an export; this writes it, and leaves the issue that quotes as it was.
    #expect(try run("publish", "--week", "2026-W43").status == 0)
    let result = try run("verify")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.words.hasPrefix("quotes whose source was edited or removed since: 1\n"))
  }

  @Test func keepDoesNotTakeItAway() throws {
    let folder = try ArchiveCommandTests.demo()
    try Self.edit("forum-posts.rss", Self.concern, "Never mind.", in: folder)
    try Self.fetch(folder)
    let file = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", "keep = \"4w\"\n" + file)
    let fetched = try Self.run("fetch", "--now", "2027-11-10", "--all", in: folder)
    #expect(fetched.words.contains("too old and removed: "))
    let findings = try Self.verify(folder)
    #expect(findings.faults == [] && findings.edited.count == 1)
  }

  @Test func aRebuiltDatabaseStillHasWhatWasQuoted() throws {
    let folder = try ArchiveCommandTests.demo()
    try Self.edit("forum-posts.rss", Self.concern, "Never mind.", in: folder)
    try Self.fetch(folder)
    // Another is edited before the new database has seen it, and one is not in its feed any more.
    try Self.edit("blog.atom", Self.trust, "It is free.", in: folder)
    let feed = try folder.read("d/forum-posts.rss")
    var items = feed.components(separatedBy: "<item>")
    items.removeAll { $0.contains("/412/7<") }
    try folder.write("d/forum-posts.rss", items.joined(separator: "<item>"))
    #expect(items.count == feed.components(separatedBy: "<item>").count - 1)
    let rebuilt = try Self.run("run", "--now", "2026-11-10", "--rebuild", in: folder)
    #expect(rebuilt.status == 0, "\(rebuilt.words)")
    let findings = try Self.verify(folder)
    #expect(findings.faults == [])
    for words in [
      "412/3 was edited since", "cache-numbers was edited since",
      "412/7 is not stored any more, its earlier text has",
    ] {
      #expect(findings.edited.contains { $0.contains(words) }, "\(words)")
    }
  }
}
