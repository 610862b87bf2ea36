import Model
import Testing

@testable import Ingest

/// A long document read in halves gives what it gives read from beginning to end.
struct XMLHalvesTests {
  static let item =
    "<item><title>One &amp; two</title><link>https://f.example/1</link><description><![CDATA[<p>words</p>]]></description></item>\n"

  /// A feed of some 600 KB with something odd in the middle.
  static func feed(_ middle: String, head: String = "", tail: String = "") -> String {
    let half = String(repeating: item, count: 2400)
    return
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY own \"mine\">]><rss version=\"2.0\" xmlns:x=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title>\(head)\n\(half)\(middle)\(half)\(tail)</channel></rss>"
  }

  @Test(arguments: [
    ("nothing odd", feed("")), ("a field of the channel", feed("<language>en</language>\n")),
    ("a field of the channel at the end", feed("", tail: "<language>en</language>")),
    ("an entry without its end", feed("<item><title>open</title>\n")),
    (
      "an entry inside a section",
      feed(
        "<item><description><![CDATA[" + String(repeating: "<item>", count: 60_000)
          + "]]></description></item>")
    ),
    (
      "a comment over the middle",
      feed("<!--" + String(repeating: "<item><title>x</title></item>", count: 6000) + "-->")
    ),
    ("an end tag too many", feed("</description></b>\n")),
    ("bare ampersands", feed(String(repeating: "<item><title>a & b</title></item>\n", count: 50))),
    ("a section without its end", feed("<item><description><![CDATA[lost</description></item>\n")),
    ("an entity of its own", feed("<item><title>&own;</title></item>")),
    ("a prefix of its own", feed("<item><x:creator>Ann</x:creator></item>")),
    ("an entry in a comment of the head", feed("", head: "<!-- <item> -->")),
    ("a document that stops", String(feed("").dropLast(500))),
    ("an end of the channel in the middle", feed("</channel><channel>")),
    (
      "an entity bomb", feed(String(repeating: "<item><title>&own;&own;</title></item>", count: 50))
    ),
    ("mixed names of entries", feed("<entry><title>x</title></entry>")),
    ("a deep nest", feed("<item>" + String(repeating: "<b>", count: 300) + "</item>")),
  ])
  func givesTheSame(what: String, text: String) {
    let bytes = Array(text.utf8)
    var entries: [FeedEntry] = []
    let (root, warnings) = XMLReader.read(bytes) { element in
      guard let entry = FeedBuilder.entry(element) else { return true }
      entries.append(entry)
      return false
    }
    let halves = XMLHalves.read(bytes, base: nil, entry: FeedBuilder.entry)
    #expect(halves.entries == entries, "\(what)")
    #expect(halves.warnings == warnings, "\(what)")
    #expect(
      halves.root.flatMap { FeedBuilder.feed($0, []) } == root.flatMap { FeedBuilder.feed($0, []) },
      "\(what)")
  }
}
