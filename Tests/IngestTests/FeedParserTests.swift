@testable import Ingest
import Model
import Support
import Testing

struct FeedParserTests {
  static func parse(_ text: String) throws -> Feed { try FeedParser.parse(Array(text.utf8)) }

  static func rss(_ items: String) -> String {
    """
    <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title>\
    <link>https://f.example/</link>\(items)</channel></rss>
    """
  }

  @Test func readsRSS() throws {
    let feed = try Self.parse(
      Self.rss(
        """
        <item><title>A &amp;amp; B</title><link>https://f.example/1</link><guid>g1</guid>\
        <dc:creator>Ann</dc:creator><pubDate>Sat, 21 Nov 2026 09:30:00 +0100</pubDate>\
        <description>&lt;p&gt;short&lt;/p&gt;</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>\
        <enclosure url="https://f.example/1.mp3" type="audio/mpeg" length="12"/></item>
        """))
    #expect(feed.format == "rss20")
    #expect(feed.title == "F")
    let entry = try #require(feed.entries.first)
    #expect(entry.title == "A & B")
    #expect(entry.id == "g1")
    #expect(entry.link == "https://f.example/1")
    #expect(entry.authors.map(\.name) == ["Ann"])
    #expect(entry.published?.rfc3339 == "2026-11-21T08:30:00Z")
    #expect(entry.summary == "<p>short</p>")
    #expect(entry.content == "<p>long</p>")
    #expect(
      entry.enclosures == [
        FeedEnclosure(url: "https://f.example/1.mp3", type: "audio/mpeg", length: 12)
      ])
    #expect(feed.warnings == [])
  }

  @Test func readsAtom() throws {
    let feed = try Self.parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">F &amp;lt; G</title>
      <entry><id>urn:1</id><title>One</title><link href="https://f.example/1"/><updated>2026-11-21T09:30:00Z</updated>
      <author><name>Ann</name><email>ann@f.example</email></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x <b>y</b></p></div></content></entry></feed>
      """)
    #expect(feed.format == "atom10")
    #expect(feed.title == "F < G")
    #expect(feed.language == "en")
    let entry = try #require(feed.entries.first)
    #expect(entry.link == "https://f.example/1")
    #expect(entry.published?.rfc3339 == "2026-11-21T09:30:00Z")
    #expect(entry.authors.first?.email == "ann@f.example")
    #expect(entry.content == "<p>x <b>y</b></p>")
  }

  @Test func keepsUndeclaredEntities() throws {
    let feed = try Self.parse(
      Self.rss("<item><title>caf&eacute; &nbsp;&amp; th&eacute;</title></item>"))
    #expect(feed.entries.first?.title == "café & thé")
  }

  @Test func oneBadEntryLosesNoOther() throws {
    let feed = try Self.parse(
      Self.rss(
        """
        <item><title>one &amp; only</title></item>
        <item><title>two</titel><link>https://f.example/2</link></item>
        <item><title>three &lt;3</title></item>
        """))
    #expect(feed.entries.count == 3)
    #expect(feed.entries[0].title == "one & only")
    #expect(feed.entries[1].title == "two")
    #expect(feed.entries[1].link == "https://f.example/2")
    #expect(feed.entries[2].title == "three <3")
    #expect(
      feed.warnings == [
        Diagnostic(line: 2, "an end tag without its element was left out"),
        Diagnostic(line: 2, "an element without its end tag was ended"),
      ])
  }

  @Test func aDamagedEntryKeepsItsReferences() throws {
    let feed = try Self.parse(
      Self.rss(
        "<item><title>R&amp;D</title></b><description>a &lt;b&gt;x&lt;/b&gt;</description></item>"))
    #expect(feed.entries.first?.title == "R&D")
  }

  @Test func readsEveryPrefixOfAFeed() throws {
    let whole = Array(
      Self.rss(
        "<item><title>a &amp; b</title><description><![CDATA[<p>x</p>]]></description></item>"
      ).utf8)
    for length in whole.indices {
      // A cut feed gives what could be read, or says what it looks like: both are well.
      guard let feed = try? FeedParser.parse(Array(whole[..<length])) else { continue }
      #expect(feed.entries.count <= 1)
      #expect(
        feed.warnings.contains { $0.message == "the document stops in the middle" },
        "nothing is said of a feed cut at \(length)")
    }
  }

  @Test func expandsOnlyPlainEntitiesAndReadsNoFile() throws {
    let feed = try Self.parse(
      """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss version="2.0"><channel><title>x</title><item><title>&a;&b;&f;</title></item></channel></rss>
      """)
    #expect(feed.entries.first?.title == "aaaaaaaaaa&b;&f;")
    #expect(
      feed.warnings.map(\.message) == [
        "an unknown character reference was kept as text",
        "an unknown character reference was kept as text",
      ])
  }

  @Test func aBombOfPlainEntitiesIsBounded() throws {
    let value = String(repeating: "a", count: 4000)
    let bomb = String(repeating: "&a;", count: 100_000)
    let feed = try Self.parse(
      "<!DOCTYPE rss [<!ENTITY a \"\(value)\">]><rss version=\"2.0\"><channel><item><title>t</title>"
        + "<description>\(bomb)</description></item></channel></rss>")
    #expect((feed.entries.first?.summary?.utf8.count ?? 0) < 2_000_000)
    #expect(
      feed.warnings.contains { $0.message.hasPrefix("an entity that the document declares") })
  }

  @Test func boundsNesting() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    let feed = try Self.parse(Self.rss("<item><title>t</title></item><item>\(deep)</item>"))
    #expect(feed.entries.first?.title == "t")
  }

  @Test func endsOnALongLine() throws {
    let feed = try Self.parse(
      Self.rss("<item><title>\(String(repeating: "word & ", count: 300_000))</title></item>"))
    #expect(feed.entries.count == 1)
    #expect(feed.warnings.first == Diagnostic(line: 1, "bare '&' read as text"))
    #expect(feed.warnings.last == Diagnostic("bare '&' read as text (299980 more times)"))
  }

  @Test(arguments: [
    ("", "an empty file"), ("<html><body>x</body></html>", "an HTML page"),
    ("{\"a\": 1}", "a JSON document"),
    ("hello", "plain text without time stamps"), ("\u{89}PNG", "plain text without time stamps"),
  ])
  func saysWhatElseItLooksLike(text: String, looks: String) {
    let failure = #expect(throws: FeedParser.Failure.self) { try Self.parse(text) }
    #expect(failure?.looksLike == looks)
  }
}

struct EncodingTests {
  static func text(_ bytes: [UInt8], _ charset: String? = nil) -> String {
    String(decoding: Encoding.utf8(bytes, charset: charset).0, as: UTF8.self)
  }

  @Test func followsTheByteOrderMark() {
    #expect(Self.text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
    #expect(Self.text([0xFF, 0xFE, 0x61, 0, 0xE9, 0]) == "aé")
    #expect(Self.text([0xFE, 0xFF, 0, 0x61]) == "a")
  }

  @Test func readsLatin1AsTheWebDoes() {
    #expect(
      Self.text(Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>".utf8) + [0xE9, 0x80])
        .hasSuffix("é€"))
  }

  @Test func validUTF8WinsOverADeclaration() {
    #expect(Self.text(Array("é".utf8), "iso-8859-1") == "é")
  }

  @Test func marksWhatCannotBeDecoded() {
    let (bytes, warnings) = Encoding.utf8([0x61, 0xFF, 0x62])
    #expect(String(decoding: bytes, as: UTF8.self) == "aÿb")
    #expect(
      warnings == [Diagnostic(line: 1, "holds 1 bytes that are not UTF-8; read as windows-1252")])
  }

  @Test func namesAnUnknownEncoding() {
    let (_, warnings) = Encoding.utf8([0xE9], charset: "no-such-thing")
    #expect(warnings.map(\.message) == ["encoding 'no-such-thing' is unknown; read as UTF-8"])
  }
}

struct FeedDateTests {
  @Test(arguments: [
    ("Sat, 21 Nov 2026 09:30:00 +0100", "2026-11-21T08:30:00Z"),
    ("21 Nov 26 09:30 EST", "2026-11-21T14:30:00Z"),
    ("Sat, 21 Nov 2026 09:30:00 GMT", "2026-11-21T09:30:00Z"),
    ("2026-11-21T09:30:00.123+05:30", "2026-11-21T04:00:00Z"),
    ("2026-11-21", "2026-11-21T00:00:00Z"),
    ("2026-11-21 09:30:00Z", "2026-11-21T09:30:00Z"), ("2026", "2026-01-01T00:00:00Z"),
    ("22-Sep-2025", "2025-09-22T00:00:00Z"), ("Sat, 32 Nov 2026 09:30:00 GMT", ""),
    ("2026-27-01", ""),
    ("yesterday", ""), ("", ""), ("0001-13-45", ""), ("0001-01-01T00:00:00Z", ""),
    ("2026-11-21T9:30:00 PM", "2026-11-21T21:30:00Z"), ("20261121T093000Z", "2026-11-21T09:30:00Z"),
    ("2026-325", "2026-11-21T00:00:00Z"), ("2026-366", ""),
    ("Sa, 21. Nov. 2026 09:30", "2026-11-21T09:30:00Z"),
    ("21 février 2026", "2026-02-21T00:00:00Z"),
    ("sobota, 21 listopada 2026", "2026-11-21T00:00:00Z"),
    ("Сб, 21 ноября 2026 09:30:00 +0300", "2026-11-21T06:30:00Z"),
    ("11/21/2026 9:30 AM", "2026-11-21T09:30:00Z"), ("21.11.2026", "2026-11-21T00:00:00Z"),
    ("Nov 21st, 2026", "2026-11-21T00:00:00Z"),
    ("Sat Nov 21 09:30:00 2026", "2026-11-21T09:30:00Z"),
    ("2026-11-21T09:30:00-25:00", ""), ("Sat, 21 Nov 2026 25:30:00 GMT", ""),
  ])
  func reads(text: String, expected: String) {
    #expect((FeedDate.parse(text)?.rfc3339 ?? "") == expected)
  }
}

struct OPMLTests {
  @Test func readsFoldersAndReportsWhatHasNoAddress() throws {
    let list = try #require(
      OPML.parse(
        Array(
          """
          <opml version="2.0"><head><title>L</title></head><body>
          <outline text="Blogs"><outline text="A" xmlUrl="https://a.example/f" kind="blog"/></outline>
          <outline text="nothing"/></body></opml>
          """.utf8)))
    #expect(list.outlines.map(\.url) == ["https://a.example/f"])
    #expect(list.outlines.first?.folder == ["Blogs"])
    #expect(list.warnings == [Diagnostic(line: 3, "outline has no xmlUrl; every feed needs one")])
  }
}
