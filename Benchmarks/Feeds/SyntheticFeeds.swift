// Feeds of any size, the same every time.

/// Makes feeds like a community's: entries of about a kilobyte, with markup, references and the
/// usual fields.
struct SyntheticFeeds {
  private var state: UInt64 = 20_261_121

  /// An RSS 2.0 feed of at least so many bytes.
  static func rss(bytes: Int) -> [UInt8] {
    var feeds = SyntheticFeeds()
    var out = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>A community</title><link>https://forum.example.org/</link>
      <description>What it says</description><language>en</language>

      """.utf8)
    var number = 0
    while out.count < bytes {
      number += 1
      let body = feeds.body()
      out += Array(
        """
        <item><title>\(feeds.words(6)) &amp; more</title><link>https://forum.example.org/t/topic/\(number)</link>
        <guid isPermaLink="false">forum.example.org-topic-\(number)</guid>
        <pubDate>\(feeds.rfc822())</pubDate><dc:creator>@user\(number % 97) A Name</dc:creator>
        <category>general</category><category>\(feeds.words(1))</category>
        <description>\(feeds.words(12))</description>
        <content:encoded><![CDATA[\(body)]]></content:encoded></item>

        """.utf8)
    }
    return out + Array("</channel></rss>\n".utf8)
  }

  /// An Atom 1.0 feed of at least so many bytes.
  static func atom(bytes: Int) -> [UInt8] {
    var feeds = SyntheticFeeds()
    var out = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>A community</title><id>tag:example.org,2026:feed</id>
      <link href="https://blog.example.org/"/><updated>2026-11-21T09:30:00Z</updated>

      """.utf8)
    var number = 0
    while out.count < bytes {
      number += 1
      let body = feeds.body().replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      out += Array(
        """
        <entry><title>\(feeds.words(6))</title><link rel="alternate" type="text/html" href="https://blog.example.org/\(number)"/>
        <id>tag:example.org,2026:\(number)</id><published>2026-11-\(10 + number % 20)T09:30:00Z</published>
        <updated>2026-11-\(10 + number % 20)T10:30:00+01:00</updated>
        <author><name>A Name \(number % 97)</name></author><category term="\(feeds.words(1))"/>
        <content type="html">\(body)</content></entry>

        """.utf8)
    }
    return out + Array("</feed>\n".utf8)
  }

  /// The next number below a limit, from a linear congruential generator.
  ///
  /// Source: D. Knuth, *The Art of Computer Programming* 2, §3.3.4.
  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in Self.vocabulary[next(Self.vocabulary.count)] }.joined(separator: " ")
  }

  private mutating func body() -> String {
    var result = ""
    for _ in 0..<(1 + next(3)) {
      result +=
        "<p>\(words(24 + next(20))), <a href=\"https://example.org/\(next(1000))?a=1&amp;b=2\">\(words(2))</a> &amp; <code>\(words(1))()</code> &mdash; it&rsquo;s \(words(10)).</p>\n"
    }
    return result
  }

  private mutating func rfc822() -> String {
    let day = 10 + next(20)
    return "Sat, \(day) Nov 2026 \(10 + next(14)):\(10 + next(50)):\(10 + next(50)) +0000"
  }

  private static let vocabulary = [
    "the", "of", "and", "proposal", "to", "a", "in", "that", "is", "lockfile", "for", "with", "as",
    "resolver", "not", "on", "dependency", "be", "this", "thread", "by", "are", "from", "or",
    "concern", "it", "an", "which", "standard", "café", "we", "should", "package", "installer",
    "can", "naïve", "build", "has", "more", "interpreter",
  ]
}
