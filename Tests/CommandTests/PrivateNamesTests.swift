import Foundation
import Support
import Testing

/// What only subscribers know, and what only the machine knows, is in no file of the site.
struct PrivateNamesTests {
  /// Entries without a page of their own: their ids are the feed's.
  static let feed = """
    <rss version="2.0"><channel><title>B</title>
    <item><guid isPermaLink="false">ep-1</guid><title>First</title>
    <pubDate>Tue, 03 Nov 2026 12:00:00 GMT</pubDate>
    <description>Every build of the night has passed, and nobody had to get up for it.</description></item>
    <item><guid isPermaLink="false">ep-2</guid><title>Second</title>
    <pubDate>Wed, 04 Nov 2026 12:00:00 GMT</pubDate>
    <enclosure url="https://m.example/2.mp3" type="audio/mpeg" length="9"/>
    <description>We talk about the builders of the tower and their tools.</description></item>
    </channel></rss>
    """

  static func holds(_ word: String, _ folder: TemporaryFolder) throws -> [String] {
    try folder.files().filter { $0.hasPrefix("public/") }.filter { path in
      try path.lowercased().contains(word) || folder.read(path).lowercased().contains(word)
    }
  }

  @Test(arguments: ["blog", "podcast"])
  func noFileOfTheSiteHoldsATokenOrAFolder(kind: String) throws {
    let server = try LoopbackServer { _ in LoopbackServer.response("200 OK", body: Self.feed) }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    try folder.write("secretfolder/b.rss", Self.feed.replacing("ep-", with: "own-"))
    let address = server.address("/feed.xml?token=SECRETTOKEN")
    try folder.write(
      "hallway.toml",
      """
      base_url = "https://d.example/"
      [fetch]
      allow_private_addresses = true
      [[feed]]
      url = "\(address)"
      kind = "\(kind)"
      [[feed]]
      url = "secretfolder/b.rss"
      kind = "\(kind)"

      """)
    #expect(try EndToEndTests.run(["run", "--now", "2026-11-09"], in: folder).status == 0)
    #expect(try folder.read("public/issues/2026-W45.txt").contains("First"))
    for word in ["secrettoken", "secretfolder"] { #expect(try Self.holds(word, folder) == []) }
    let json = try EndToEndTests.run(
      ["digest", "--week", "2026-W45", "--format", "json"], in: folder
    ).output.lowercased()
    #expect(!json.contains("secrettoken") && !json.contains("secretfolder"))
    // Fetched again, they are the same.
    let again = try EndToEndTests.run(["fetch", "--all", "--now", "2026-11-10"], in: folder)
    #expect(again.words.contains("new or changed: 0\n"), "\(again.words)")
  }

  @Test func whatHasBecomePrivateIsInNoIssueAnyMore() throws {
    let server = try LoopbackServer { _ in LoopbackServer.response("200 OK", body: Self.feed) }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let settings =
      "base_url = \"https://d.example/\"\n[fetch]\nallow_private_addresses = true\n"
      + "[[feed]]\nurl = \"\(server.address("/ourown.xml"))\"\nkind = \"blog\"\n"
    try folder.write("hallway.toml", settings)
    #expect(try EndToEndTests.run(["run", "--now", "2026-11-09"], in: folder).status == 0)
    #expect(try !Self.holds("ourown", folder).isEmpty)
    try folder.write("hallway.toml", settings + "private = true\n")
    #expect(try EndToEndTests.run(["run", "--now", "2026-11-16"], in: folder).status == 0)
    #expect(try Self.holds("/ourown.xml", folder) == [])
  }
}
