import Foundation
import Support
import Testing

/// Several issues of one archive: nothing comes twice, and what is new is told.
struct IssuesOverWeeksTests {
  static func item(_ number: Int, _ day: Int, _ author: String, _ text: String) -> String {
    """
    <item><title>TIP 12: a lock file for toolchains</title>
    <dc:creator>\(author)</dc:creator><description>&lt;p&gt;\(text)&lt;/p&gt;</description>
    <link>https://forum.tern.example/t/tip-12-a-lock-file-for-toolchains/412/\(number)</link>
    <pubDate>\(day) Nov 2026 10:00:00 +0000</pubDate>
    <guid isPermaLink="false">forum.tern.example-post-\(41200 + number)</guid></item>
    """
  }

  /// The demo, a week on.
  static func weekOn() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let feed = try folder.read("d/forum-posts.rss")
    let news =
      item(
        12, 11, "@bo Bo Lindqvist", "The first implementation writes a lock file for every plug-in."
      )
      + item(
        13, 12, "@nia Nia Okafor", "Windows builds of the lock file still miss the linker’s hash.")
    try folder.write(
      "d/forum-posts.rss", feed.replacingOccurrences(of: "</channel>", with: news + "</channel>"))
    let fetched = try EndToEndTests.run(
      ["fetch", "--config", "d/hallway.toml", "--now", "2026-11-16"], in: folder)
    #expect(fetched.status == 0)
    return folder
  }

  static func digest(_ folder: TemporaryFolder, _ week: String, _ format: String = "text") throws
    -> EndToEndTests.Result
  {
    try EndToEndTests.run(
      ["digest", "--config", "d/hallway.toml", "--week", week, "--format", format], in: folder)
  }

  /// A text edition as one line, without quote marks.
  static func folded(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == ">" || $0 == "|" }.joined(separator: " ")
  }

  @Test func whatIsNewIsToldAndTheOpeningIsNotPrintedAgain() throws {
    let folder = try Self.weekOn()
    let result = try Self.digest(folder, "2026-W46", "json")
    let issue = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let thread = try #require((issue["threads"] as? [[String: Any]])?.first)
    let since = try #require(thread["since"] as? [String: Any])
    #expect(since["issue"] as? String == "2026-W45")
    #expect(since["posts"] as? Int == 2)
    #expect(since["newcomers"] as? [String] == ["Nia Okafor"])
    #expect(thread["opening"] == nil)
    let page = try Self.digest(folder, "2026-W46", "html").output
    #expect(page.contains("2 posts by 2 people, Nia Okafor for the first time"))
    #expect(page.contains("issues/2026-W45.html#"))
    let text = try Self.folded(Self.digest(folder, "2026-W46").output)
    #expect(text.contains("2 posts by 2 people, Nia Okafor for the first time"))
  }

  @Test func noQuoteOfAnEarlierIssueReturns() throws {
    let folder = try Self.weekOn()
    for week in ["2026-W46", "2026-W45"] {
      let arguments = ["publish", "--config", "d/hallway.toml", "--week", week]
      #expect(try EndToEndTests.run(arguments, in: folder).status == 0)
    }
    var seen: [String: String] = [:]
    for week in ["2026-W43", "2026-W45", "2026-W46"] {
      let page = try folder.read("d/public/issues/\(week).html")
      let quotes = page.components(separatedBy: "<blockquote").dropFirst().compactMap {
        $0.components(separatedBy: "</p>").first?.components(separatedBy: ">").last
      }
      #expect(!quotes.isEmpty, "\(week) has no quotes")
      for quote in Set(quotes) {
        #expect(seen[quote] == nil, "\(quote) is in \(seen[quote] ?? "") and \(week)")
        seen[quote] = week
      }
    }
    // The issues lead to each other.
    let page = try folder.read("d/public/issues/2026-W45.html")
    #expect(page.contains("href=\"../issues/2026-W43.html\""))
    #expect(page.contains("href=\"../issues/2026-W46.html\""))
  }

  @Test func theEditorsWordsAndChoicesArePrinted() throws {
    let folder = try Self.weekOn()
    let chosen = "The text is updated, and a first implementation is planned for version 0.10."
    try folder.write(
      "d/editor.toml",
      """
      [[issue]]
      week = "2026-W45"
      note = \"\"\"
      A short week.

      Read the second story first.
      \"\"\"
      corrections = ["The issue of 19 October had a name wrong."]
      order = ["https://forum.tern.example/t/a-first-hour-for-newcomers/418"]
      drop = ["My concern is the first hour"]
      mute = ["https://forum.tern.example/t/shared-build-cache-who-may-write-to-it/405"]

      [[issue.choose]]
      in = "https://forum.tern.example/t/tip-12-a-lock-file-for-toolchains/412"
      text = "\(chosen)"

      [[issue.remark]]
      on = "http://forum.tern.example/t/a-first-hour-for-newcomers/418/2"
      text = "Kenji’s talk is worth an hour."
      """)
    let text = try Self.digest(folder, "2026-W45")
    #expect(text.status == 0)
    #expect(text.words == "")
    let folded = Self.folded(text.output)
    #expect(folded.contains("Read the second story first."))
    #expect(folded.contains("had a name wrong."))
    #expect(folded.contains("Kenji’s talk is worth an hour."))
    #expect(folded.contains(chosen))
    #expect(!folded.contains("My concern is the first hour"))
    #expect(!folded.contains("Shared build cache: who may"))
    let first = try #require(folded.range(of: "1. A first hour for newcomers"))
    let second = try #require(folded.range(of: "2. TIP 12: a lock file"))
    #expect(first.lowerBound < second.lowerBound)
    // Another issue is not touched by it.
    #expect(try !Self.digest(folder, "2026-W46").output.contains("second story"))
  }

  @Test func theEditorCannotChangeASentence() throws {
    let folder = try Self.weekOn()
    try folder.write(
      "d/editor.toml",
      """
      [[issue]]
      week = "2026-W45"
      pin = ["https://forum.tern.example/t/nowhere/1"]
      drop = ["No sentence begins like this"]
      [[issue.choose]]
      in = "https://forum.tern.example/t/tip-12-a-lock-file-for-toolchains/412"
      text = "The text is updated, and a second implementation is planned."
      """)
    let result = try Self.digest(folder, "2026-W45")
    #expect(result.status == 0)
    #expect(!result.output.contains("second implementation"))
    #expect(result.words.contains("editor.toml:5: 'text' is no sentence of https://forum"))
    #expect(result.words.contains("editor.toml:3: 'pin' names 'https://forum.tern.example/t/now"))
    #expect(result.words.contains("editor.toml:4: 'drop' names 'No sentence begins like this'"))
  }

  @Test func whatIsMutedForEverAndIsNotThereIsOneWarning() throws {
    let folder = try Self.weekOn()
    let there = "https://forum.tern.example/t/shared-build-cache-who-may-write-to-it/405"
    try folder.write(
      "d/editor.toml", "# never\nmute = [\"lokc-file\", \"\(there)\", \"https://a.example/b\"]\n")
    let result = try Self.digest(folder, "2026-W45")
    #expect(
      result.words
        == "warning: \(folder.path("d/editor.toml")):2: 'mute' names what is no thread, article, episode or topic of this issue: 'lokc-file', 'https://a.example/b'\n"
    )
    #expect(!result.output.contains("Shared build cache: who may"))
  }

  @Test func faultsOfTheEditorsFileAreNamed() throws {
    let folder = try Self.weekOn()
    try folder.write("d/editor.toml", "[[issue]]\nweek = \"2026-W99\"\nnotes = \"x\"\n")
    let result = try Self.digest(folder, "2026-W45")
    #expect(result.status == 2)
    #expect(result.words.contains("editor.toml:2:8: 'week' is '2026-W99'; 2026 has 53 weeks"))
    let checked = try EndToEndTests.run(["check", "--config", "d/hallway.toml"], in: folder)
    #expect(checked.status == 4)
  }
}
