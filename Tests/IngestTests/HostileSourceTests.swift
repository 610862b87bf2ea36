import Model
import Support
import Testing

@testable import Ingest

/// What a source must not be able to do.
struct HostileSourceTests {
  static func read(_ text: String, _ source: Source = Source(address: "https://f.example/f")) throws
    -> Harvest
  {
    try SourceReader.read(Array(text.utf8), source: source, address: source.address)
  }

  static func rss(_ items: String) -> String {
    "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel>"
      + "<title>F</title><link>https://f.example/</link>\(items)</channel></rss>"
  }

  @Test(arguments: ["/etc/passwd", "-", "file:///etc/passwd", "https://other.example/t/1.rss"])
  func aFeedNamesNoFileAndNoOtherSite(address: String) throws {
    let item = ForumTests.topics.replacing("https://f.example/t/t/7.rss", with: address)
    let harvest = try Self.read(ForumTests.head + item + "</channel></rss>")
    #expect(harvest.threads.count == 1)
    #expect(harvest.threadFeeds == [])
  }

  @Test(arguments: ["1e30", "1e308:0", "nan", "-5", "99999999999", "0", "1e-15", ":::", "x"])
  func animpossibleLengthIsNone(text: String) throws {
    #expect(EntryModules.duration(text) == nil)
  }

  @Test(arguments: [("1:09:21", 4161.0), ("69:21", 4161), ("4161", 4161), ("12.5", 12.5)])
  func readsLengths(text: String, seconds: Double) {
    #expect(EntryModules.duration(text) == seconds)
  }

  @Test(arguments: ["9223372036854775807", "-1", "0", "99999999999"])
  func animpossiblePostNumberIsNone(number: String) {
    #expect(Discourse.address("https://f.example/t/slug/5/\(number)") == nil)
  }

  @Test func aMissingQuoteMarkLosesNoOtherEntry() throws {
    let items = (0..<10).map { index in
      index == 2
        ? "<item><title>2</title><enclosure url=\"x.mp3 length=\"1\"/></item>\n"
        : "<item><title>\(index)</title><link>https://f.example/\(index)</link></item>\n"
    }
    let feed = try FeedParser.parse(Array(Self.rss(items.joined()).utf8))
    #expect(feed.entries.compactMap(\.title) == (0..<10).map(String.init))
  }

  @Test func anUnclosedSectionLosesNoOtherEntry() throws {
    let feed = try FeedParser.parse(
      Array(
        Self.rss(
          "<item><title>a</title><description><![CDATA[<p>x</p></description></item>"
            + "<item><title>b</title><description><![CDATA[y]]></description></item>"
        ).utf8))
    #expect(feed.entries.compactMap(\.title) == ["a", "b"])
    #expect(feed.warnings.contains { $0.message == "a CDATA section without its end was ended" })
  }

  @Test func aBracketInAnEntityDoesNotEndTheDocumentType() throws {
    let feed = try FeedParser.parse(
      Array(
        ("<!DOCTYPE rss [<!ENTITY a \"x]>\">]>" + Self.rss("<item><title>t</title></item>")).utf8))
    #expect(feed.entries.map(\.title) == ["t"])
  }

  @Test func episodesThatShareAPageAreKeptApart() throws {
    let items = (1...3).map {
      "<item><title>\($0)</title><link>https://f.example/</link><guid>\($0)</guid>"
        + "<enclosure url=\"https://f.example/\($0).mp3\" type=\"audio/mpeg\"/></item>"
    }
    let harvest = try Self.read(Self.rss(items.joined()))
    #expect(harvest.kind == .podcast)
    #expect(Set(harvest.episodes.map(\.id)).count == 3)
  }

  @Test func bareIdsOfTwoForumsAreNotTheSame() throws {
    let item = "<item><title>t</title><guid isPermaLink=\"false\">1</guid></item>"
    let ids = try ["a", "b"].map { name in
      let source = Source(address: "https://\(name).example/f", kind: .forum)
      return try Self.read(Self.rss(item), source).threads.first?.id
    }
    #expect(ids == ["https://a.example/f#1", "https://b.example/f#1"])
  }

  @Test func aFalseDeclarationOfUTF16IsNotBelieved() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + Self.rss("<item><title>é</title></item>")
    #expect(try FeedParser.parse(Array(text.utf8)).entries.map(\.title) == ["é"])
  }

  @Test func damagedFeedsTakeLinearTime() throws {
    // Each of these took minutes when it was quadratic.
    let tags = Self.rss("") + String(repeating: "<a", count: 200_000)
    #expect((try? FeedParser.parse(Array(tags.utf8)))?.entries.isEmpty != false)
    for piece in [
      "<!--", "<!-->", "<?x", "<![CDATA[", "<item><![CDATA[</item>", "</x>", "<a b='", "<a b=\">",
      "<!A'>", "&", "&#", "]]>", "<item a=\"<", "a</x>",
    ] {
      let hostile = Self.rss(
        "<item><title>t</title></item>" + String(repeating: piece, count: 100_000))
      #expect((try? FeedParser.parse(Array(hostile.utf8)))?.entries.first?.title == "t", "\(piece)")
    }
    let many = String(repeating: "<item><title>x</title></item>\n", count: 5000)
    let feed = try FeedParser.parse(Array((Self.rss(many + "<item><title>y</titel></item>")).utf8))
    #expect(feed.entries.count == 5001)
  }

  @Test func textOutsideQuotesIsNotTakenForFurniture() throws {
    let harvest = try Self.read(
      Self.rss(
        "<item><title>t</title><link>https://f.example/1</link><description><![CDATA["
          + "<div class=\"meta\">kept</div><div class=\"title\">too</div><ul><li>one<li>two</ul>three"
          + "]]></description></item>"))
    #expect(harvest.articles.first?.words == "kept\n\ntoo\n\n* one\n\n* two\n\nthree")
  }

  @Test func monstrousTagsAndEndlessEntriesAreBounded() throws {
    let attributes = (0..<300_000).map { "a\($0)=\"v\"" }.joined(separator: " ")
    let feed = try FeedParser.parse(
      Array(Self.rss("<item \(attributes)><title>t</title></item>").utf8))
    #expect(feed.entries.map(\.title) == ["t"])
    #expect(
      feed.warnings.last?.message.hasPrefix("an element has more than 64 attributes") == true)
    let open = String(repeating: "<item>", count: 60_000)
    let endless = try FeedParser.parse(Array(Self.rss(open).utf8))
    #expect(endless.entries.count == 60_000)
  }

  @Test func aLongBaseIsNotRepeatedInEveryAddress() throws {
    let base = "https://h.example/" + String(repeating: "a/", count: 10_000)
    let feed = try FeedParser.parse(
      Array("<rss xml:base=\"\(base)\"><channel><item><link>b</link></item></channel></rss>".utf8))
    #expect(feed.entries.map(\.link) == ["b"])
  }

  @Test func impossibleNumbersInJSONAreNone() throws {
    let file = { (length: String) in
      "{\"url\": \"u\", \"size_in_bytes\": -5, \"duration_in_seconds\": \(length)}"
    }
    for length in ["-3", "1e300", "\"nan\"", "\"inf\""] {
      let feed = try FeedParser.parse(
        Array("{\"title\": \"t\", \"items\": [{\"attachments\": [\(file(length))]}]}".utf8))
      #expect(feed.entries.map(\.duration) == [nil])
      #expect(feed.entries.map { $0.enclosures.map(\.length) } == [[nil]])
    }
  }

  @Test(arguments: ["ucs-4", "ucs-4le"])
  func numbersThatAreNoCharactersAreReplaced(charset: String) {
    // U+D800 is half a character, U+7FFFFFFF is beyond Unicode's end.
    let bytes: [UInt8] = [0, 0, 0xD8, 0, 0, 0, 0, 0x61, 0x7F, 0xFF, 0xFF, 0xFF]
    let (text, warnings) = Encoding.utf8(
      charset == "ucs-4"
        ? bytes : stride(from: 0, to: 12, by: 4).flatMap { bytes[$0..<($0 + 4)].reversed() },
      charset: charset)
    #expect(String(validating: text, as: UTF8.self)?.hasPrefix("\u{FFFD}a\u{FFFD}") == true)
    #expect(warnings.map(\.message) == ["holds bytes that are not '\(charset)'"])
  }

  @Test func halfACharacterDoesNotShiftTheRest() {
    let (text, _) = Encoding.utf8([0xFF, 0xFE, 0x61, 0, 0, 0xD8, 0x62, 0, 0x63, 0, 0x64])
    #expect(String(validating: text, as: UTF8.self) == "a\u{FFFD}bc\u{FFFD}")
  }

  @Test func anImpossibleWidthInAnAddressIsNone() throws {
    let registry = try RegistryIndex.parse(
      Array("[{\"number\": 5, \"title\": \"t\"}]".utf8), prefix: "PEP",
      page: "https://p.example/{number:\(Int.min)}/")
    #expect(registry.proposals[5]?.url == "https://p.example/5/")
  }

  @Test func aSubscriptionListComesBackAsItWas() {
    let list = OPML(
      outlines: [
        OPML.Outline(title: nil, url: "https://a.example/f"),
        OPML.Outline(title: "b", url: "https://b.example/\n\tf", folder: ["x\"<"]),
      ])
    let back = OPML.parse(Array(list.text.utf8))?.outlines ?? []
    #expect(back.map(\.title) == list.outlines.map(\.title))
    #expect(back.map(\.url) == list.outlines.map(\.url))
    #expect(back.map(\.folder) == list.outlines.map(\.folder))
  }
}
