// JSON Feed 1.0 and 1.1 to a feed.

import Model
import Text

/// JSON Feed to a feed.
///
/// Source: JSON Feed 1.1 (2020), 1.0 (2017). Read leniently: a field of a wrong type is left out,
/// a number is as good an id as a string.
enum JSONFeedParser {
  /// Reads a document; `nil` when it is no JSON, or not a feed's.
  static func parse(_ bytes: [UInt8]) throws(FeedParser.Failure) -> Feed? {
    // What cannot be decoded is something else: the caller looks further.
    guard bytes.first(where: { !ASCII.isSpace($0) }) == UInt8(ascii: "{"),
      case .object(let top) = LooseJSON.parse(bytes)
    else { return nil }
    let version = top["version"]?.text ?? ""
    let isFeed =
      version.contains("jsonfeed.org") || (top["items"]?.list != nil && top["title"] != nil)
    guard isFeed else { return nil }
    var feed = Feed(format: "jsonfeed")
    feed.title = top["title"]?.line
    feed.link = top["home_page_url"]?.text
    feed.about = top["description"]?.line
    feed.language = FeedText.language(top["language"]?.text)
    feed.authors = people(top)
    for (index, item) in (top["items"]?.list ?? []).enumerated() {
      guard case .object(let fields) = item else {
        feed.warnings.append(Diagnostic("item \(index + 1) is not an object and was left out"))
        continue
      }
      feed.entries.append(entry(fields))
    }
    return feed
  }

  private static func entry(_ item: [String: LooseJSON]) -> FeedEntry {
    var entry = FeedEntry()
    entry.id = item["id"]?.text
    entry.link = item["url"]?.text ?? item["external_url"]?.text
    entry.title = item["title"]?.line
    entry.published = item["date_published"]?.text.flatMap(FeedDate.parse)
    entry.updated = item["date_modified"]?.text.flatMap(FeedDate.parse)
    entry.published = entry.published ?? entry.updated
    entry.authors = people(item)
    entry.content =
      item["content_html"]?.text ?? item["content_text"]?.text.map(paragraphs)
    entry.summary = item["summary"]?.text.map(XMLElement.escaped)
    entry.categories = (item["tags"]?.list ?? []).compactMap(\.text)
    entry.image = item["image"]?.text ?? item["banner_image"]?.text
    for attachment in item["attachments"]?.list ?? [] {
      guard case .object(let file) = attachment, let url = file["url"]?.text else { continue }
      entry.enclosures.append(
        FeedEnclosure(
          url: url, type: file["mime_type"]?.text,
          length: file["size_in_bytes"]?.text.flatMap(XMLElement.count)))
      entry.duration =
        entry.duration
        ?? file["duration_in_seconds"]?.number.flatMap {
          EntryModules.lengths.contains($0) ? $0 : nil
        }
    }
    return entry
  }

  /// Plain text as the markup that shows it, its empty lines as ends of paragraphs.
  private static func paragraphs(_ text: String) -> String {
    var result = "<p>"
    var blank = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        blank = true
        continue
      }
      if blank { result += "</p><p>" }
      blank = false
      result += XMLElement.escaped(String(line)) + "\n"
    }
    return result + "</p>"
  }

  private static func people(_ fields: [String: LooseJSON]) -> [FeedPerson] {
    let list = fields["authors"]?.list ?? fields["author"].map { [$0] } ?? []
    return list.compactMap { author in
      if case .string(let name) = author { return FeedPerson(name: name) }
      guard case .object(let person) = author else { return nil }
      let result = FeedPerson(name: person["name"]?.line, url: person["url"]?.text)
      return result == FeedPerson() ? nil : result
    }
  }
}
