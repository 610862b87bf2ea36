// The site's own feeds.

import FoundationEssentials
import Model

/// The site's own feeds: Atom (RFC 4287) and JSON Feed 1.1.
enum SiteFeed {
  /// How many issues stand in the feeds whole.
  static let whole = 10
  /// How many issues stand in the feeds at all.
  private static let most = 50

  /// One issue in a feed.
  struct Entry {
    let listing: IssueListing
    /// The whole issue as HTML; `nil` where its lines must do.
    let content: String?
  }

  /// The entries of a feed, newest first.
  ///
  /// - Parameter contents: HTML by the issues' slugs.
  static func entries(_ listings: [IssueListing], contents: [String: String]) -> [Entry] {
    listings.prefix(most).map { Entry(listing: $0, content: contents[$0.slug]) }
  }

  /// The values of `feed.xml`.
  static func atom(_ entries: [Entry], common: [String: TemplateValue]) -> TemplateValue {
    var fields = common
    fields["updated"] = TemplateValue(
      (entries.map(\.listing.until).max() ?? Timestamp(seconds: 0)).rfc3339)
    fields["issues"] = .list(
      entries.map { entry in
        .object([
          "slug": TemplateValue(entry.listing.slug), "window": TemplateValue(entry.listing.window),
          "until": TemplateValue(entry.listing.until.rfc3339),
          "lines": .list(entry.listing.lines.map { TemplateValue($0) }),
          "summary": TemplateValue(entry.listing.lines.joined(separator: " · ")),
          // Escaped once more as the text of an element, as RFC 4287 §4.1.3.3 asks.
          "content": TemplateValue(entry.content),
        ])
      })
    return .object(fields)
  }

  private struct Document: Encodable {
    struct Author: Encodable { let name: String }
    struct Item: Encodable {
      let id, url, title, summary, datePublished: String
      let contentHTML, contentText: String?

      enum CodingKeys: String, CodingKey {
        case id, url, title, summary
        case datePublished = "date_published"
        case contentHTML = "content_html"
        case contentText = "content_text"
      }
    }
    let version = "https://jsonfeed.org/version/1.1"
    let title, homePageURL, feedURL, language: String
    let authors: [Author]
    let items: [Item]

    enum CodingKeys: String, CodingKey {
      case version, title, language, authors, items
      case homePageURL = "home_page_url"
      case feedURL = "feed_url"
    }
  }

  /// `feed.json`.
  static func json(_ entries: [Entry], of issue: Issue) throws -> String {
    let title = HTMLEscaping.disarmed(issue.title)
    let document = Document(
      title: title, homePageURL: issue.baseURL, feedURL: issue.baseURL + "feed.json",
      language: issue.language, authors: [.init(name: title)],
      items: entries.map { entry in
        let address = "\(issue.baseURL)issues/\(entry.listing.slug).html"
        let lines = HTMLEscaping.disarmed(entry.listing.lines.joined(separator: "\n"))
        return Document.Item(
          id: address, url: address, title: "\(title): \(entry.listing.window)", summary: lines,
          datePublished: entry.listing.until.rfc3339, contentHTML: entry.content,
          contentText: entry.content == nil ? lines : nil)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }
}
