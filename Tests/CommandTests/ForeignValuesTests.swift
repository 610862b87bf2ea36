import Foundation
import Support
import Testing

/// What sources, lists and files of others say, and what comes of it.
struct ForeignValuesTests {
  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> EndToEndTests.Result
  {
    try EndToEndTests.run(
      arguments + ["--config", "d/hallway.toml", "--now", "2026-11-09"], in: folder)
  }

  @Test(arguments: ["1e300", "1e19", "inf", "-1", "999999999"])
  func aSecondThatNoEpisodeHasEndsNothing(second: String) throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let feed = try folder.read("d/podcast.rss")
    let bite =
      "<podcast:soundbite startTime=\"\(second)\" duration=\"9\">Hm</podcast:soundbite></item>"
    let head = feed.replacingOccurrences(
      of: "<rss ", with: "<rss xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" ")
    try folder.write(
      "d/podcast.rss",
      (feed.contains("xmlns:podcast") ? feed : head).replacingOccurrences(of: "</item>", with: bite)
    )
    #expect(try Self.run(["fetch", "--all"], in: folder).status == 0)
    #expect(try Self.run(["digest", "--week", "2026-W45"], in: folder).status == 0)
    let explained = try Self.run(["explain", "ternaround.example/31", "--at", "1e308"], in: folder)
    #expect(explained.status == 2, "\(explained.words)")
  }

  @Test func aListNamesNoFileOfItsChoice() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/hallway.toml", "base_url = \"https://d.example/\"\n")
    try folder.write(
      "lists/own.atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>a</id></feed>")
    let addresses = [
      "feed://a.example/rss", "feed:https://b.example/rss", "https://c.example/rss", "own.atom",
      "ftp://d.example/rss", "file:///etc/hostname", "/etc/hostname", "../../../etc/hostname",
      "http:///x",
    ]
    let list =
      "<opml><body>"
      + addresses.map { "<outline type=\"rss\" text=\"x\" xmlUrl=\"\($0)\"/>" }.joined()
      + "</body></opml>"
    try folder.write("lists/list.opml", list)
    let result = try Self.run(["import", "lists/list.opml"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(
      result.words.contains("subscribed: 4\nalready there: 0\nleft out: 5\n"), "\(result.words)")
    let settings = try folder.read("d/hallway.toml")
    #expect(!settings.contains("/etc/") && !settings.contains("ftp:"))
    #expect(try Self.run(["sources"], in: folder).status == 0)
    // The same list by its name in the configuration.
    try folder.write("d/hallway.toml", "lists = [\"../lists/list.opml\"]\n")
    let sources = try Self.run(["sources"], in: folder)
    #expect(sources.status == 0)
    #expect(sources.output.contains("https://c.example/rss"))
    #expect(!sources.output.contains("/etc/"))
  }

  @Test func whatOnlySubscribersKnowIsNotPublished() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "d/hallway.toml",
      """
      base_url = "https://d.example/"
      [fetch]
      timeout = "1s"
      [[feed]]
      url = "https://me:pw1@nothing.invalid/feed?a=1&token=ABCSECRET&b=2"
      [[feed]]
      url = "https://nothing.invalid/private/DEFSECRET"
      private = true
      [[feed]]
      url = "https://nothing.invalid/open?format=rss"
      """)
    let fetched = try Self.run(["fetch", "--verbose"], in: folder)
    #expect(fetched.words.contains("https://nothing.invalid/feed?a=1&token=…&b=2: "))
    #expect(try Self.run(["publish", "--week", "2026-W45"], in: folder).status == 0)
    let site = try folder.files().filter { $0.hasPrefix("d/public/") }.map { try folder.read($0) }
    for secret in ["pw1", "ABCSECRET", "DEFSECRET"] {
      #expect(!site.contains { $0.contains(secret) }, "\(secret) is published")
      #expect(!fetched.words.contains(secret) || secret == "DEFSECRET")
    }
    #expect(site.contains { $0.contains("https://nothing.invalid/open?format=rss") })
  }

  @Test func noSourceCommandsTheTerminal() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/hallway.toml", "[[feed]]\nurl = \"b.json\"\nkind = \"blog\"\n")
    try folder.write(
      "d/b.json",
      #"{"version":"https://jsonfeed.org/version/1.1","title":"B\u001b]0;x\u0007","items":[{"id":"1","#
        + #""url":"https://b.example/1","title":"One\u001b[2J","date_published":"2026-11-05T00:00:00Z","#
        + #""content_text":"Words \u009b2J of one."}]}"#)
    for command in [
      ["fetch"], ["sources"], ["search", "words"], ["digest", "--week", "2026-W45"],
    ] {
      let result = try Self.run(command, in: folder)
      #expect(result.status == 0)
      let scalars = (result.output + result.words).unicodeScalars
      #expect(
        !scalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) },
        "\(command)")
    }
  }

  @Test func aWeekThatBeginsOnSundayIsMeantByItsNumber() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", "week_starts = \"sunday\"\n" + settings)
    try folder.write(
      "d/editor.toml", "[[issue]]\nweek = \"2026-W45\"\nnote = \"Read this first.\"\n")
    let named = try Self.run(["digest", "--week", "2026-W45"], in: folder)
    let days = try Self.run(
      ["digest", "--from", "2026-11-01", "--until", "2026-11-08"], in: folder)
    #expect(named.output == days.output)
    #expect(named.output.contains("1 to 7 November 2026"))
    #expect(named.output.contains("Read this first."))
  }

  @Test func anIssueThatIsNotOverIsNotMailed() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    let mail = "\n[mail]\nfrom = \"a@d.example\"\nto = \"b@d.example\"\nsendmail = \"sendmail\"\n"
    try folder.write("d/hallway.toml", settings + mail)
    let program = try folder.write("d/sendmail", "#!/bin/sh\ncat > \"$(dirname \"$0\")/sent\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    func run(_ now: String, _ more: String...) throws -> String {
      try EndToEndTests.run(["run", "--config", "d/hallway.toml", "--now", now] + more, in: folder)
        .words
    }
    #expect(try run("2026-11-06", "--week", "2026-W45").contains("mail: none yet, for "))
    #expect(!folder.files().contains("d/sent"))
    #expect(try run("2026-11-09").contains("mail: sent to b@d.example"))
  }

  @Test(arguments: ["[issue]\nthreads = 9223372036854775807", "[fetch]\nconcurrency = 99999999999"])
  func aNumberThatIsTooLargeIsAFault(settings: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("d/hallway.toml", settings)
    let result = try Self.run(["sources"], in: folder)
    #expect(result.status == 2)
    #expect(result.words.contains("it can be at most 1000000"))
  }
}
