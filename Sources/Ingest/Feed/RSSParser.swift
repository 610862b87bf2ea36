// RSS 0.9x, 1.0 and 2.0 elements to a feed.

import Model
import Text

/// RSS elements to a feed.
///
/// Sources: RSS 2.0 (RSS Advisory Board, 2.0.11), RSS 1.0 (2000), and the modules content, dc,
/// itunes and podcast.
enum RSSParser {
  /// The feed of an `rss` or `rdf:RDF` root whose items have been taken out.
  static func feed(_ root: XMLElement) -> Feed {
    let channel = root.name == "channel" ? root : root.first("channel") ?? root
    var feed = Feed(format: format(root))
    feed.title = channel.first("title")?.text.map(HTMLText.line)
    feed.link = channel.first("link")?.text
    feed.about = channel.first("description")?.text.map(HTMLText.line)
    feed.language = channel.first("language")?.text ?? channel.first("dc:language")?.text
    feed.updated = date(channel, ["lastBuildDate", "pubDate", "dc:date", "dcterms:modified"])
    feed.authors = people(channel)
    feed.isDiscourse = channel.elements.contains { $0.name.hasPrefix("discourse:") }
    return feed
  }

  /// One `item`.
  static func entry(_ item: XMLElement) -> FeedEntry {
    var entry = FeedEntry()
    entry.line = item.line
    let guid = item.first("guid")
    entry.id = guid?.text
    entry.title = (item.first("title") ?? item.first("dc:title"))?.text.map(HTMLText.line).flatMap {
      $0.isEmpty ? nil : $0
    }
    entry.link = item.first("link")?.text ?? item.first("atom:link")?["href"]
    if entry.link == nil, guid?["isPermaLink"] != "false", let id = entry.id,
      id.hasPrefix("http://") || id.hasPrefix("https://")
    {
      entry.link = id
    }
    entry.published = date(
      item, ["pubDate", "dc:date", "dcterms:created", "dcterms:issued", "atom:published"])
    entry.updated = date(item, ["atom:updated", "dcterms:modified"])
    entry.authors = people(item)
    entry.summary =
      (item.first("description") ?? item.first("itunes:summary")
      ?? item.first("media:description"))?.html
    entry.content =
      (item.first("content:encoded") ?? item.first("xhtml:body") ?? item.first("body")
      ?? item.first("fullitem"))?.html
    entry.categories = (item.all("category") + item.all("dc:subject")).compactMap(\.text)
    entry.enclosures = item.all("enclosure").compactMap { enclosure in
      enclosure["url"].map {
        FeedEnclosure(
          url: $0, type: enclosure["type"], length: enclosure["length"].flatMap(XMLElement.count))
      }
    }
    entry.comments = item.first("comments")?.text
    entry.inReplyTo = item.first("thr:in-reply-to")?["ref"]
    entry.transcripts = item.all("podcast:transcript").compactMap { transcript in
      transcript["url"].map {
        FeedTranscript(
          url: $0, type: transcript["type"], language: transcript["language"],
          rel: transcript["rel"])
      }
    }
    entry.chapters = item.first("podcast:chapters")?["url"]
    entry.duration = item.first("itunes:duration")?.text.flatMap(duration)
    entry.image = item.first("itunes:image")?["href"]
    entry.season = (item.first("podcast:season") ?? item.first("itunes:season"))?.text
      .flatMap(XMLElement.count)
    entry.episode = (item.first("podcast:episode") ?? item.first("itunes:episode"))?.text
      .flatMap(XMLElement.count)
    entry.sourceFeed = item.first("source")?["url"]
    return entry
  }

  /// Seconds of `4161`, `69:21` or `1:09:21`; `nil` for what is no length of an episode.
  static func duration(_ text: String) -> Double? {
    var total = 0.0
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count <= 3 else { return nil }
    for field in fields {
      let plain = field.utf8.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
      guard plain, field.utf8.count <= 12, let number = Double(field) else { return nil }
      total = total * 60 + number
    }
    return (1...1_000_000).contains(total) ? total : nil
  }

  private static func format(_ root: XMLElement) -> String {
    if root.name == "rdf:RDF" { return "rss10" }
    return root["version"]?.hasPrefix("2") == true ? "rss20" : "rss09x"
  }

  private static func date(_ element: XMLElement, _ names: [String]) -> Timestamp? {
    for name in names {
      if let text = element.first(name)?.text, let date = FeedDate.parse(text) { return date }
    }
    return nil
  }

  private static func people(_ element: XMLElement) -> [FeedPerson] {
    for name in ["dc:creator", "author", "dc:author", "managingEditor", "itunes:author"] {
      let people = element.all(name).compactMap { $0.text.map { person(HTMLText.line(of: $0)) } }
      if !people.isEmpty { return people }
    }
    return []
  }

  /// `name`, `email`, `email (name)` or `name <email>`.
  private static func person(_ text: String) -> FeedPerson {
    let opening = text.firstIndex { $0 == "(" || $0 == "<" }
    guard let opening, text.contains("@"), text.hasSuffix(")") || text.hasSuffix(">") else {
      // An address alone; `@name Full Name` is how a forum writes a user.
      let isAddress = text.contains("@") && !text.hasPrefix("@") && !text.contains(" ")
      return isAddress ? FeedPerson(email: text) : FeedPerson(name: text)
    }
    let outside = Strings.trimmed(text[..<opening])
    let inside = Strings.trimmed(text[text.index(after: opening)...].dropLast())
    let (name, email) = inside.contains("@") ? (outside, inside) : (inside, outside)
    return FeedPerson(name: name.isEmpty ? nil : name, email: email.isEmpty ? nil : email)
  }
}
