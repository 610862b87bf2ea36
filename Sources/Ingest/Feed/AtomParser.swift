// Atom elements to a feed.

import FoundationEssentials
import Model
import Text

/// Atom elements to a feed.
///
/// Sources: RFC 4287 (Atom 1.0), Atom 0.3 (draft-ietf-atompub-format-00).
enum AtomParser {
  /// The feed of an `atom:feed` root whose entries have been taken out.
  static func feed(_ root: XMLElement) -> Feed {
    var feed = Feed(format: root["version"]?.hasPrefix("0.") == true ? "atom03" : "atom10")
    feed.title = line(root.first(.atomTitle)) ?? root.first(.dcTitle).flatMap(FeedText.line)
    feed.link = link(root, "alternate")
    feed.about =
      line(root.first(.atomSubtitle) ?? root.first(.atomTagline))
      ?? FeedText.firstLine(
        root, [.dcDescription, .itunesSummary, .itunesSubtitle, .atomInfo])
    feed.language = FeedText.language(root["xml:lang"] ?? root.first(.dcLanguage)?.text)
    feed.updated = FeedText.date(
      root, [.atomUpdated, .atomModified, .dcDate, .dctermsModified])
    feed.authors = people(root)
    feed.generator = root.first(.atomGenerator).flatMap { $0["uri"] ?? $0.text }
    feed.persons = EntryModules.persons(root)
    return feed
  }

  /// One `entry`.
  static func entry(_ element: XMLElement) -> FeedEntry {
    var entry = FeedEntry()
    entry.line = element.line
    entry.id = element.first(.atomID).flatMap { id in
      id.text.map { $0.hasPrefix("/") ? FeedText.address($0, in: id) : $0 }
    }
    entry.title =
      line(element.first(.atomTitle)) ?? element.first(.dcTitle).flatMap(FeedText.line)
    entry.link = link(element, "alternate")
    entry.published = FeedText.date(
      element,
      [
        .atomPublished, .atomIssued, .atomCreated, .dcDate, .dctermsIssued,
        .dctermsCreated,
      ])
    entry.updated = FeedText.date(element, [.atomUpdated, .atomModified, .dctermsModified])
    entry.published = entry.published ?? entry.updated
    entry.authors = people(element)
    let source = element.first(.atomSource)
    if entry.authors.isEmpty, let source { entry.authors = people(source) }
    entry.summary = html(element.first(.atomSummary))
    entry.content =
      html(element.first(.atomContent)) ?? element.first(.contentEncoded)?.html
      ?? element.first(.xhtmlBody)?.innerHTML
    // A body elsewhere (RFC 4287 §4.1.3.2): only the page itself can be a link.
    if let content = element.first(.atomContent), let address = content["src"] {
      entry.content = nil
      if entry.link == nil, content["type"]?.hasPrefix("text/html") == true {
        entry.link = FeedText.address(address, in: content)
      }
    }
    entry.categories = element.elements.compactMap { child in
      switch child.name {
      case .atomCategory: child["term"] ?? child["label"] ?? child.text
      case .dcSubject: child.text
      default: nil
      }
    }
    entry.enclosures = element.all(.atomLink).compactMap { link in
      guard link["rel"] == "enclosure", let href = link["href"] ?? link.text else { return nil }
      return FeedEnclosure(
        url: FeedText.address(href, in: link), type: link["type"],
        length: link["length"].flatMap(XMLElement.count))
    }
    for link in element.all(.atomLink) where link["rel"] == "replies" {
      guard let href = link["href"].map({ FeedText.address($0, in: link) }) else { continue }
      if link["type"]?.contains("html") == true {
        entry.comments = entry.comments ?? href
      } else {
        entry.commentsFeed = entry.commentsFeed ?? href
      }
      entry.commentCount = entry.commentCount ?? link["thr:count"].flatMap(XMLElement.count)
    }
    entry.comments = entry.comments ?? FeedText.address(element.first(.comments))
    EntryModules.read(element, &entry)
    return entry
  }

  /// The address of the first link with a relation, of an HTML page first; one without a relation
  /// is `alternate` (RFC 4287 §4.2.7.2), and an old feed's `link` may hold text.
  static func link(_ element: XMLElement, _ relation: String) -> String? {
    guard element.first(.atomLink) != nil else { return nil }
    let links = element.all(.atomLink).filter { link in
      guard let rel = link["rel"]?.lowercased() else { return relation == "alternate" }
      return rel == relation || rel == "http://www.iana.org/assignments/relation/\(relation)"
    }
    let best = links.first { $0["href"] != nil } ?? links.first { $0.text != nil }
    return FeedText.address(best.flatMap { $0["href"] } ?? best?.text, in: best)
  }

  /// A text construct as HTML, whatever its type (RFC 4287 §3.1).
  static func html(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    let type = (element["type"] ?? "text").lowercased()
    // RFC 4287 §4.1.3.3: what is neither text nor XML is base64; Atom 0.3 says so itself.
    if element["mode"] == "base64" || isBinary(type) {
      return element.text.flatMap(decodedBase64)
    }
    switch type {
    case "xhtml", "application/xhtml+xml":
      let inside = element.elements.count == 1 ? element.elements.first : element
      return inside?.name == .xhtmlDiv ? inside?.innerHTML : element.html
    case "html", "text/html":
      if !element.hasElements { return element.html }
      // TypePad: escaped markup inside a `div` that is none of it.
      if let holder = element.elements.first, element.elements.count == 1, !holder.hasElements,
        element.text == holder.text
      {
        return holder.text
      }
      return element.html
    default:
      // Plain text: its marks are text. Atom 0.3 says `mode="escaped"` for HTML.
      if type != "text" && type != "text/plain" && element["mode"] == "escaped" {
        return element.html
      }
      if element.hasElements { return element.innerHTML }
      return element.text.map { text in
        let isMarked = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        return isMarked ? XMLElement.escaped(text) : text
      }
    }
  }

  /// An Atom person construct.
  static func person(_ author: XMLElement) -> FeedPerson? {
    func part(_ names: XMLName...) -> XMLElement? {
      names.lazy.compactMap { author.first($0) }.first
    }
    let page = part(.atomURI, .atomURL, .atomHomepage, .uri, .url, .homepage)
    let person = FeedPerson(
      name: part(.atomName, .name, .itunesName).flatMap(FeedText.line),
      email: part(.atomEmail, .email, .itunesEmail)?.text, url: FeedText.address(page))
    if person == FeedPerson() {
      return author.text.flatMap(FeedText.person)
    }
    return person
  }

  private static func isBinary(_ type: String) -> Bool {
    type.utf8.contains(UInt8(ascii: "/")) && !type.hasPrefix("text/") && !type.hasSuffix("+xml")
      && !type.hasSuffix("/xml")
  }

  private static func decodedBase64(_ text: String) -> String? {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func line(_ element: XMLElement?) -> String? {
    html(element).map(HTMLText.line).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func people(_ element: XMLElement) -> [FeedPerson] {
    let people = element.all(.atomAuthor).compactMap(person)
    if !people.isEmpty { return people }
    for name: XMLName in [.dcCreator, .dcAuthor, .itunesAuthor, .mediaCredit] {
      let people = element.all(name).compactMap { $0.text.flatMap(FeedText.person) }
      if !people.isEmpty { return people }
    }
    return []
  }
}

extension FeedText {
  /// The same for an element that may be missing.
  fileprivate static func address(_ text: String?, in element: XMLElement?) -> String? {
    guard let text, let element else { return nil }
    return address(text, in: element)
  }
}
