// The feeds that a page announces.

import Text

/// The feeds that a page announces.
package enum Autodiscovery {
  /// A feed that may be meant.
  package struct Candidate: Equatable, Sendable {
    /// Its address.
    package let address: String
    /// Its title, where the page gives one.
    package let title: String?
    /// How it was found, for a person: `announced by the page`.
    package let how: String

    /// Whether nothing names it: it is only a usual place.
    package var isGuess: Bool { how == Autodiscovery.guess }

    /// The address with how it was found and its title.
    package var spelled: String { "\(address) (\(how)\(title.map { ": \($0)" } ?? ""))" }
  }

  private static let guess = "a usual place"

  /// The candidates, the likeliest first, each once.
  ///
  /// - Parameters:
  ///   - html: The page, in UTF-8.
  ///   - address: Where it is.
  ///   - headers: The values of its Link headers (RFC 8288).
  ///
  /// Source: RFC 4287 §B, WHATWG HTML §4.6.6.1 (`alternate`), and what Discourse, YouTube and
  /// Apple's podcast pages do instead.
  package static func find(in html: [UInt8], at address: String, headers: [String] = [])
    -> [Candidate]
  {
    var found = Page(html, address).candidates
    for header in headers { found += links(inHeader: header, address) }
    var seen: Set<String> = []
    let once = found.filter { seen.insert($0.address).inserted }
    // A feed of comments is hardly ever meant.
    return once.filter { !isOfComments($0) } + once.filter(isOfComments)
  }

  /// Where feeds often are on a site that announces none.
  package static func guesses(at address: String) -> [Candidate] {
    let usual = ["feed", "rss.xml", "atom.xml", "feed.xml", "index.xml", "rss", "feed.json"]
    let folder = address.hasSuffix("/") ? address : address + "/"
    let places =
      usual.compactMap { CanonicalURL.resolve($0, against: folder) }
      + usual.compactMap { CanonicalURL.resolve("/" + $0, against: address) }
    var seen: Set<String> = []
    return places.filter { seen.insert($0).inserted }.map {
      Candidate(address: $0, title: nil, how: guess)
    }
  }

  /// The feed of a page whose address alone tells it: a subreddit's, a repository's discussions.
  package static func byAddress(_ address: String) -> Candidate? {
    guard let page = PageAddress(address) else { return nil }
    let segments = page.segments
    if page.isHost(of: "reddit.com"), segments.first == "r", segments.count >= 2,
      segments.last != ".rss"
    {
      return Candidate(
        address: "https://www.reddit.com/\(segments.joined(separator: "/"))/.rss", title: nil,
        how: "Reddit's feed of that page")
    }
    if page.host == "github.com", segments.count == 3, segments[2] == "discussions" {
      return Candidate(
        address: "https://github.com/\(segments.joined(separator: "/")).atom", title: nil,
        how: "the repository's feed of discussions")
    }
    return nil
  }

  private static func isOfComments(_ candidate: Candidate) -> Bool {
    let text = "\(candidate.title ?? "") \(candidate.address)".lowercased()
    return Strings.contains(text, "comment")
  }

  private static let types = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "application/xml", "text/xml", "application/json", "application/x.atom+xml",
  ]

  private static func links(inHeader header: String, _ base: String) -> [Candidate] {
    header.split(separator: ",").compactMap { link in
      guard let open = link.firstIndex(of: "<"), let close = link.firstIndex(of: ">"), open < close
      else { return nil }
      let parameters = link[close...].lowercased()
      guard Strings.contains(parameters, "alternate"),
        types.contains(where: { Strings.contains(parameters, $0) }),
        let address = CanonicalURL.resolve(
          String(link[link.index(after: open)..<close]), against: base)
      else { return nil }
      return Candidate(address: address, title: nil, how: "announced by the server")
    }
  }

  /// What is gathered from a page's tags.
  private struct Page {
    var candidates: [Candidate] = []
    private var base: String
    private var isDiscourse = false
    private var anchors: [Candidate] = []

    init(_ html: [UInt8], _ address: String) {
      base = address
      let span = html.span
      var tokenizer = HTMLTokenizer()
      while let token = tokenizer.next(span) {
        guard case .startTag(let name, let range, _) = token, !range.isEmpty else { continue }
        switch name.element {
        case .void: take(HTMLTokenizer.attributes(span, range))
        case .a where anchors.count < 50: takeAnchor(HTMLTokenizer.attributes(span, range))
        default: break
        }
      }
      if isDiscourse, let latest = CanonicalURL.resolve("/latest.rss", against: address) {
        candidates.insert(
          Candidate(address: latest, title: nil, how: "Discourse's list of topics"), at: 0)
      }
      if candidates.isEmpty { candidates = inScripts(html) + anchors }
    }

    private mutating func take(_ attributes: [HTMLTokenizer.Attribute]) {
      func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
      if value("name")?.lowercased() == "generator",
        value("content")?.hasPrefix("Discourse") == true
      {
        isDiscourse = true
      }
      guard let rel = value("rel")?.lowercased(), let href = value("href") else { return }
      let relations = rel.split(separator: " ")
      let type = value("type")?.lowercased().prefix { $0 != ";" } ?? ""
      // Also `rel="alternate nofollow"`, and `rel="feed"`.
      guard
        relations.contains("alternate") && Autodiscovery.types.contains(Strings.trimmed(type))
          || relations.contains("feed"), value("hreflang") == nil || !type.isEmpty,
        // An oEmbed document or a page's own data is JSON too.
        !(type.hasSuffix("json")
          && (href.firstRange(of: "oembed") != nil || href.firstRange(of: "wp-json") != nil)),
        let address = CanonicalURL.resolve(href, against: base)
      else { return }
      let title = value("title").map { Strings.folded($0) }
      candidates.append(
        Candidate(
          address: address, title: title?.isEmpty == true ? nil : title,
          how: "announced by the page"))
    }

    private mutating func takeAnchor(_ attributes: [HTMLTokenizer.Attribute]) {
      guard let href = attributes.first(where: { $0.name == "href" })?.value,
        let address = CanonicalURL.resolve(href, against: base), let page = PageAddress(address)
      else { return }
      let last = page.segments.last?.lowercased() ?? ""
      let isFeed =
        ["feed", "rss", "atom", "feed.xml", "rss.xml", "atom.xml", "index.xml"].contains(last)
        || last.hasSuffix(".rss") || last.hasSuffix(".atom")
      if isFeed {
        anchors.append(Candidate(address: address, title: nil, how: "linked from the page"))
      }
    }

    /// YouTube's channel and Apple's podcast pages name the feed in their data only.
    private func inScripts(_ html: [UInt8]) -> [Candidate] {
      let text = String(decoding: html.prefix(4 << 20), as: UTF8.self)
      let host = PageAddress(base)?.host ?? ""
      if host.hasSuffix("youtube.com"),
        let id = value(after: "\"channelId\":\"", in: text) ?? value(after: "/channel/", in: text),
        id.hasPrefix("UC")
      {
        return [
          Candidate(
            address: "https://www.youtube.com/feeds/videos.xml?channel_id=\(id)", title: nil,
            how: "the channel's feed")
        ]
      }
      if host.hasSuffix("apple.com"), let address = value(after: "\"feedUrl\":\"", in: text) {
        return [
          Candidate(
            address: address.replacing("\\/", with: "/"), title: nil,
            how: "named in the page's data")
        ]
      }
      return []
    }

    private func value(after mark: String, in text: String) -> String? {
      guard Strings.contains(text, mark), let range = text.firstRange(of: mark) else { return nil }
      let value = text[range.upperBound...].prefix { $0 != "\"" && $0 != "<" && $0 != "?" }
      return value.isEmpty || value.count > 500 ? nil : String(value)
    }
  }
}
