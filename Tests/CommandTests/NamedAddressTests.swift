import Foundation
import Support
import Testing

/// Addresses that differ in their fragments only, and words that several people have said.
struct NamedAddressTests {
  static func folder(_ editor: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    func entry(_ version: String, _ author: String, _ text: String) -> String {
      """
      <entry><id>https://p.example/changelog#v\(version)</id><title>Version \(version)</title>
      <link href="https://p.example/changelog#v\(version)"/><author><name>\(author)</name></author>
      <updated>2026-11-04T10:00:00Z</updated><content type="html">&lt;p&gt;\(text)&lt;/p&gt;</content></entry>
      """
    }
    try folder.write(
      "b.atom",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>P</title><id>a:b</id>"
        + entry("1.2", "Ann", "The newest version builds everything twice as fast as the last one.")
        + entry("1.1", "Bob", "The older version has learnt to read the lock file of others.")
        + "</feed>")
    func post(_ number: Int, _ author: String) -> String {
      """
      <item><title>Lock files</title><link>https://f.example/t/lock-files/7/\(number)</link>
      <guid isPermaLink="false">f.example-post-7-\(number)</guid>
      <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">\(author)</dc:creator>
      <pubDate>Wed, 04 Nov 2026 1\(number):00:00 +0000</pubDate>
      <description>&lt;h2&gt;Locks&lt;/h2&gt;&lt;p&gt;Locks are the thing that every builder of our town asks for.&lt;/p&gt;
      &lt;p&gt;This proposal should be accepted before the next release of the compiler.&lt;/p&gt;</description></item>
      """
    }
    try folder.write(
      "f.rss",
      "<rss version=\"2.0\"><channel><title>F</title><link>https://f.example/</link>"
        + post(1, "cy") + post(2, "ann") + post(3, "bob") + "</channel></rss>")
    try folder.write(
      "hallway.toml",
      "base_url = \"https://d.example/\"\n[[feed]]\nurl = \"b.atom\"\nkind = \"blog\"\n"
        + "[[feed]]\nurl = \"f.rss\"\nkind = \"forum\"\n")
    try folder.write("editor.toml", editor)
    #expect(try EndToEndTests.run(["fetch", "--now", "2026-11-09"], in: folder).status == 0)
    return folder
  }

  static func run(_ words: String..., in folder: TemporaryFolder) throws -> EndToEndTests.Result {
    try EndToEndTests.run(words + ["--week", "2026-W45"], in: folder)
  }

  @Test func theEditorMeansTheVeryPlace() throws {
    let folder = try Self.folder("mute = [\"https://p.example/changelog#v1.1\"]\n")
    let text = try Self.run("digest", in: folder).output
    #expect(text.contains("Version 1.2") && !text.contains("Version 1.1"))
  }

  @Test func explainMeansTheVeryPlace() throws {
    let folder = try Self.folder("")
    for version in ["1.1", "1.2"] {
      let why = try Self.run("explain", "https://p.example/changelog#v\(version)", in: folder)
      #expect(why.output.hasPrefix("article: Version \(version)\n"), "\(why.output)\(why.words)")
    }
    // A page is known without its fragment too.
    let page = try Self.run("explain", "p.example/changelog", in: folder)
    #expect(page.output.hasPrefix("article: Version 1."))
  }

  @Test func aSentenceIsChosenFromThePostThatIsNamed() throws {
    for (number, author) in [(2, "ann"), (3, "bob")] {
      let folder = try Self.folder(
        """
        [[issue]]
        week = "2026-W45"
        [[issue.choose]]
        in = "https://f.example/t/lock-files/7/\(number)"
        text = "This proposal should be accepted before the next release of the compiler."

        """)
      let json = try Self.run("digest", "--format", "json", in: folder).output
      let issue = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let threads = issue?["threads"] as? [[String: Any]]
      let summary = threads?.first?["summary"] as? [[String: Any]]
      let chosen = summary?.first { ($0["text"] as? String)?.hasPrefix("This proposal") == true }
      #expect(chosen?["author"] as? String == author)
      #expect(chosen?["origin"] as? String == "f.example/t/7/\(number)")
    }
  }

  @Test func aSentenceIsNotTakenForTheHeadingThatItBeginsWith() throws {
    let folder = try Self.folder("")
    let why = try Self.run("explain", "Locks are the thing that every builder", in: folder)
    #expect(why.output.contains("\nsummary      chosen"), "\(why.output)\(why.words)")
  }

  /// However many of them the feed has at a time.
  @Test(arguments: [["a", "ab", "abc", "c"], ["abc", "c", "d"], ["a", "b", "c"]])
  func placesOfAPageAreEntriesOfTheirOwn(feeds: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("hallway.toml", "[[feed]]\nurl = \"b.atom\"\nkind = \"blog\"\n")
    for (hour, names) in feeds.enumerated() {
      let entries = names.map { name in
        """
        <entry><id>https://c.example/changes#\(name)</id><title>Release \(name)</title>
        <link href="https://c.example/changes#\(name)"/><updated>2026-11-04T10:00:00Z</updated>
        <summary>What is new in the release \(name) of the program.</summary></entry>
        """
      }
      try folder.write(
        "b.atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title><id>c</id>\(entries.joined())</feed>"
      )
      let now = "2026-11-0\(5 + hour)"
      #expect(try EndToEndTests.run(["fetch", "--now", now], in: folder).status == 0)
    }
    let lines = try EndToEndTests.run(["export", "--format", "ndjson"], in: folder).output
    let ids = lines.split(separator: "\n").filter { $0.contains("\"type\":\"article\"") }.count
    #expect(ids == Set(feeds.joined()).count)
  }
}
