// Atom elements to a feed.

import FoundationEssentials
import Model
import Text

/// Atom elements to a feed.
///
/// Sources: RFC 4287 (Atom 1.0), RFC 4685 (threading).
enum AtomParser {
  /// The feed of an `atom:feed` root whose entries have been taken out.
  static func feed(_ root: XMLElement) -> Feed {
    var feed = Feed(format: root["version"]?.hasPrefix("0.") == true ? "atom03" : "atom10")
    feed.title = line(root.first("atom:title"))
    feed.link = link(root, "alternate")
    feed.about = line(root.first("atom:subtitle") ?? root.first("atom:tagline"))
    feed.language = root["xml:lang"]
    feed.updated = date(root, ["atom:updated", "atom:modified"])
    feed.authors = people(root)
    return feed
  }

  /// One `entry`.
  static func entry(_ element: XMLElement) -> FeedEntry {
    var entry = FeedEntry()
    entry.line = element.line
    entry.id = element.first("atom:id")?.text
    entry.title = line(element.first("atom:title"))
    entry.link = link(element, "alternate")
    entry.published = date(element, ["atom:published", "atom:issued", "atom:created"])
    entry.updated = date(element, ["atom:updated", "atom:modified"])
    entry.published = entry.published ?? entry.updated
    entry.authors = people(element)
    entry.summary = html(element.first("atom:summary"))
    entry.content = html(element.first("atom:content"))
    entry.categories = element.all("atom:category").compactMap { $0["label"] ?? $0["term"] }
    entry.enclosures = element.all("atom:link").compactMap { link in
      guard link["rel"] == "enclosure", let href = link["href"] else { return nil }
      return FeedEnclosure(
        url: href, type: link["type"], length: link["length"].flatMap(XMLElement.count))
    }
    entry.comments = link(element, "replies")
    entry.inReplyTo = element.first("thr:in-reply-to").flatMap { $0["ref"] ?? $0["href"] }
    entry.transcripts = element.all("podcast:transcript").compactMap { transcript in
      transcript["url"].map {
        FeedTranscript(
          url: $0, type: transcript["type"], language: transcript["language"],
          rel: transcript["rel"])
      }
    }
    entry.duration = element.first("itunes:duration")?.text.flatMap(RSSParser.duration)
    return entry
  }

  /// The first link with a relation; one without a relation is `alternate` (RFC 4287 §4.2.7.2).
  private static func link(_ element: XMLElement, _ relation: String) -> String? {
    element.all("atom:link").first { ($0["rel"] ?? "alternate") == relation }?["href"]
  }

  /// A text construct as HTML, whatever its type (RFC 4287 §3.1).
  private static func html(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    let type = element["type"] ?? "text"
    // RFC 4287 §4.1.3.3: what is neither text nor XML is base64; Atom 0.3 says so itself.
    if element["mode"] == "base64" || isBinary(type) { return element.text.flatMap(decodedBase64) }
    switch type {
    case "xhtml", "application/xhtml+xml":
      let inside = element.elements.count == 1 ? element.elements.first : element
      return inside?.innerHTML
    case "html", "text/html": return element.html
    default:
      // Plain text: its marks are text. Atom 0.3 says `mode="escaped"` for HTML.
      if element["mode"] == "escaped" || !element.elements.isEmpty { return element.html }
      return element.text.map { $0.contains("<") || $0.contains("&") ? escaped($0) : $0 }
    }
  }

  private static func isBinary(_ type: String) -> Bool {
    let type = type.lowercased()
    return type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("+xml")
      && !type.hasSuffix("/xml")
  }

  private static func decodedBase64(_ text: String) -> String? {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func escaped(_ text: String) -> String {
    let holder = XMLElement(name: "", attributes: [], line: 0)
    holder.children = [.text(text)]
    return holder.innerHTML
  }

  private static func line(_ element: XMLElement?) -> String? {
    html(element).map(HTMLText.line).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func date(_ element: XMLElement, _ names: [String]) -> Timestamp? {
    for name in names {
      if let text = element.first(name)?.text, let date = FeedDate.parse(text) { return date }
    }
    return nil
  }

  private static func people(_ element: XMLElement) -> [FeedPerson] {
    let people = element.all("atom:author").map { author in
      FeedPerson(
        name: author.first("atom:name")?.text.map(HTMLText.line) ?? author.text,
        email: author.first("atom:email")?.text,
        url: author.first("atom:uri")?.text ?? author.first("atom:url")?.text)
    }
    if !people.isEmpty { return people }
    return element.all("dc:creator").compactMap { $0.text.map { FeedPerson(name: $0) } }
  }
}
