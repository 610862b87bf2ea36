import Foundation
import Support
import Testing

/// What may be typed for a source, and what is said of what is none.
struct AddCommandTests {
  static func add(_ words: String..., in folder: TemporaryFolder) throws -> EndToEndTests.Result {
    try EndToEndTests.run(["add"] + words, in: folder)
  }

  @Test(arguments: [
    ("./x", "./x: no such file or directory"), ("../no/x", "../no/x: no such file or directory"),
    ("/nowhere/x", "/nowhere/x: no such file or directory"),
    ("no/such/file", "no/such/file: no such file or directory"),
    ("fed.xml", "fed.xml: no such file or directory; did you mean 'feed.xml'?"),
    ("list.OPML", "list.OPML: no such file or directory"),
    (
      "mailto:ann@example.org",
      "mailto:ann@example.org: is no web address, but one of 'mailto'; name an http or https address, or a feed's file"
    ),
    (
      "ann:secret@example.org/f",
      "ann:…: is no web address, but one of 'ann'; name an http or https address, or a feed's file"
    ),
    (
      "ftp://example.org/f",
      "ftp://example.org/f: is no web address, but one of 'ftp'; name an http or https address, or a feed's file"
    ),
    (
      "http//example.org/f",
      "http//example.org/f: is no web address; did you mean 'http://example.org/f'?"
    ),
    ("https://", "https://: names no host; expected an address as https://example.org/"),
    (" ", "' ' is no address; name a page's address or a feed's file"),
  ])
  func whatIsNoAddressIsSaidToBeNone(word: String, message: String) throws {
    let folder = try SourceCommandTests.folder()
    try folder.write("feed.xml", SourceCommandTests.feed)
    let result = try Self.add(word, in: folder)
    #expect(result.status == 1)
    #expect(result.words == "hallway: \(message)\n")
  }

  @Test func anAddressIsKnownAsItIsCopied() throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.response("200 OK", body: SourceCommandTests.feed)
    }
    defer { server.stop() }
    let address = server.address("/f")
    let bare = address.replacingOccurrences(of: "http://", with: "")
    let folder = try SourceCommandTests.folder()
    for word in ["feed://\(bare)", "feed:\(address)", "<\(address)>", "  \(address)\n"] {
      let result = try Self.add("--dry-run", word, in: folder)
      #expect(result.output == "found: The Blog  \(address) (blog, 1 entry)\n", "\(word)")
    }
    // Nothing speaks TLS there.
    let guessed = try Self.add(bare, in: folder)
    #expect(guessed.status == 1)
    #expect(guessed.words.hasPrefix("hallway: https://\(bare): "))
    #expect(guessed.words.hasSuffix("; write http:// in front if it has no https\n"))
    let meant = try Self.add("https://\(bare)", in: folder)
    #expect(!meant.words.contains("http:// in front"))
  }

  @Test(arguments: [
    ("image/png", "\u{89}PNG\0", "a binary file"), ("", "%PDF-1.7", "a PDF document"),
    ("application/json", "{\"a\": 1}", "a JSON document"),
    ("", "<opml version=\"2.0\"><body/></opml>", "a subscription list"),
  ])
  func whatCanAnnounceNoFeedIsNamed(type: String, body: String, name: String) throws {
    let server = try LoopbackServer { request in
      LoopbackServer.response("200 OK", headers: ["Content-Type: \(type)"], body: body)
    }
    defer { server.stop() }
    let result = try Self.add(server.address("/x"), in: try SourceCommandTests.folder())
    #expect(result.status == 1)
    #expect(
      result.words
        == "hallway: \(server.address("/x")): is \(name), neither a feed nor a page that could announce one\n"
    )
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [
    ("404 Not Found", "is the address right? the site's front page may name its feed"),
    (
      "403 Forbidden",
      "it lets no program read the page; name the feed's own address if you know it"
    ),
    ("500 Oops", "try again later"), ("418 Teapot", "look at it in a browser"),
  ])
  func anAnswerThatIsNoneEndsWithANextStep(status: String, step: String) throws {
    let server = try LoopbackServer { _ in LoopbackServer.response(status) }
    let folder = try SourceCommandTests.folder()
    let result = try Self.add(server.address("/"), in: folder)
    server.stop()
    #expect(result.status == 1)
    #expect(result.words.hasSuffix("; \(step)\n"), "\(result.words)")
    let gone = try Self.add(server.address("/"), in: folder)
    #expect(gone.words.hasSuffix("; look whether a browser opens it\n"), "\(gone.words)")
  }

  @Test func aFileIsNamedFromTheConfigurationsFolder() throws {
    let folder = try SourceCommandTests.folder()
    try folder.write("d/hallway.toml", "title = \"D\"\n")
    try folder.write("d/m/x.xml", SourceCommandTests.feed)
    try folder.write("y.xml", SourceCommandTests.feed)
    func add(_ path: String) throws -> String {
      try Self.add(path, "--config", "d/hallway.toml", in: folder).output
    }
    #expect(
      try add("d/m/x.xml") == "added: The Blog  d/m/x.xml (blog, 1 entry) to d/hallway.toml\n")
    #expect(try folder.read("d/hallway.toml").contains("url = \"m/x.xml\"\n"))
    for other in ["d/m/../m/x.xml", "./d//m/x.xml", folder.path("d/m/x.xml")] {
      #expect(try add(other).hasPrefix("is subscribed already: "), "\(other)")
    }
    // What lies elsewhere does not move with the folder.
    #expect(try add("y.xml").hasPrefix("added: "))
    #expect(try folder.read("d/hallway.toml").contains("/y.xml\"\n"))
    // The folder is moved, and is read there.
    try FileManager.default.moveItem(atPath: folder.path("d"), toPath: folder.path("e"))
    let fetched = try EndToEndTests.run(["fetch", "--config", "e/hallway.toml"], in: folder)
    #expect(fetched.status == 0, "\(fetched.words)")
  }
}
