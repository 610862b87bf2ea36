import Foundation
import Support
import Testing

/// A published issue taken back.
struct WithdrawTests {
  static func run(_ command: String, _ words: String..., in folder: TemporaryFolder) throws
    -> EndToEndTests.Result
  {
    try EndToEndTests.run(
      [command, "--config", "d/hallway.toml", "--now", "2026-11-09"] + words, in: folder)
  }

  static func site(_ folder: TemporaryFolder) throws -> [String: String] {
    try Dictionary(
      uniqueKeysWithValues: folder.files().filter { $0.hasPrefix("d/public/") }.map {
        ($0, try folder.read($0))
      })
  }

  @Test(arguments: ["swap", "in_place"])
  func theSiteIsAsIfItHadNotBeenAndNoRunMakesItAgain(method: String) throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    try folder.write(
      "d/hallway.toml", "publish = \"\(method)\"\n" + (try folder.read("d/hallway.toml")))
    let whole = try Self.site(folder)
    #expect(try Self.run("publish", "--week", "2026-W44", in: folder).status == 0)
    let both = try Self.site(folder)
    let result = try Self.run("withdraw", "--week", "2026-W45", in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(result.words.contains("withdrawn: 2026-W45\n"))
    let rest = try Self.site(folder)
    #expect(rest.keys.filter { $0.contains("2026-W45") } == [])
    for (path, text) in rest { #expect(!text.contains("2026-W45"), "\(path)") }
    let verified = try Self.run("verify", in: folder)
    #expect(verified.status == 0, "\(verified.words)")
    let next = try Self.run("run", in: folder)
    #expect(next.words.contains("issue: none is due; the newest is 2026-W44\n"), "\(next.words)")
    // Asked for, it is made again, and the site is what it was.
    #expect(try Self.run("publish", "--week", "2026-W45", in: folder).status == 0)
    #expect(try Self.site(folder) == both)
    #expect(try Self.run("withdraw", "--week", "2026-W44", in: folder).status == 0)
    #expect(try Self.site(folder) == whole)
  }

  @Test func theLastIssueLeavesAnEmptySite() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    for week in ["2026-W45", "2026-W43"] {
      #expect(try Self.run("withdraw", "--week", week, in: folder).status == 0)
    }
    let site = try Self.site(folder)
    #expect(site["d/public/index.html"]?.contains("No issue has been published yet") == true)
    #expect(
      site.keys.filter { ["issues/", "episodes/", "search/"].contains(where: $0.contains) } == [])
    #expect(site.keys.filter { $0.contains("topics/") } == ["d/public/topics/index.html"])
    #expect(try Self.run("verify", in: folder).status == 0)
    #expect(try Self.run("run", in: folder).words.contains("issue: none is due\n"))
  }

  @Test func onlyAPublishedIssueThatIsNamedCanBeTakenBack() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let unknown = try Self.run("withdraw", "--week", "2026-W44", in: folder)
    #expect(unknown.status == 1)
    #expect(unknown.words == "hallway: 2026-W44: no such issue was published\n")
    let unnamed = try Self.run("withdraw", in: folder)
    #expect(unnamed.status == 2)
    #expect(unnamed.words.contains("--week"))
  }

  @Test func mailStaysSentAndThatOfTheIssueBeforeIsNotSentInItsPlace() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let program = try folder.write("d/sendmail", "#!/bin/sh\ncat >> \"$(dirname \"$0\")/sent\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    try folder.write(
      "d/hallway.toml",
      try folder.read("d/hallway.toml")
        + "\n[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsendmail = \"sendmail\"\n")
    #expect(try Self.run("publish", "--week", "2026-W44", in: folder).status == 0)
    #expect(try Self.run("run", in: folder).status == 0)
    let sent = try folder.read("d/sent")
    let result = try Self.run("withdraw", "--week", "2026-W45", in: folder)
    #expect(result.words.contains("was sent by mail too, which cannot be taken back"))
    #expect(try Self.run("run", in: folder).status == 0)
    #expect(try folder.read("d/sent") == sent)
  }

  @Test func laterIssuesDoNotLeadToIt() throws {
    let folder = try TemporaryFolder()
    func post(_ number: Int, _ day: Int, _ text: String) -> String {
      """
      <item><title>Lock files</title><link>https://f.example/t/lock-files/7/\(number)</link>
      <guid isPermaLink="false">f.example-post-7-\(number)</guid>
      <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">writer\(number)</dc:creator>
      <pubDate>\(day) Nov 2026 10:00:00 +0000</pubDate>
      <description>&lt;p&gt;\(text)&lt;/p&gt;</description></item>
      """
    }
    try folder.write(
      "f.rss",
      "<rss version=\"2.0\"><channel><title>F</title><link>https://f.example/</link>"
        + post(1, 4, "A lock file should be written by every build that somebody starts here.")
        + post(2, 11, "The second week has shown that a build without it fails on every Monday.")
        + "</channel></rss>")
    try folder.write(
      "d/hallway.toml",
      "base_url = \"https://d.example/\"\n[[feed]]\nurl = \"../f.rss\"\nkind = \"forum\"\n")
    for day in ["2026-11-09", "2026-11-16"] {
      #expect(
        try EndToEndTests.run(["run", "--config", "d/hallway.toml", "--now", day], in: folder)
          .status == 0)
    }
    let later = "d/public/issues/2026-W46.html"
    #expect(try folder.read(later).contains("New since the issue of"))
    #expect(try folder.read(later).contains("../issues/2026-W45.html#"))
    #expect(try Self.run("withdraw", "--week", "2026-W45", in: folder).status == 0)
    for path in [later, "d/public/issues/2026-W46.txt", "d/public/feed.xml", "d/public/feed.json"] {
      #expect(try !folder.read(path).contains("2026-W45"), "\(path)")
    }
    let verified = try Self.run("verify", in: folder)
    #expect(verified.status == 0, "\(verified.output)")
  }
}
