// What is known of Discourse forums: their addresses, their three shapes of feed, and what they
// add to posts.

import Model
import Text

/// What is known of Discourse forums.
///
/// The list of topics carries each topic's first post, the list of posts and a topic's own feed
/// carry single posts; the same post has another guid in each, so a post is known by the number
/// in its address.
enum Discourse {
  /// Where a post stands: the topic, and the number in it.
  struct Address: Equatable, Sendable {
    /// `host[/folder]/t/ID`, the thread's identity.
    let thread: String
    /// The post's number, from 1; the address of a topic is that of its first post.
    let number: Int
    /// The topic's page, without a number.
    let topicURL: String
  }

  /// Reads `https://host[/folder]/t/[slug/]ID[/number]`; `nil` for any other address.
  ///
  /// Byte by byte: every link of every feed is tried. Parts made strings took a tenth of the time
  /// of reading a forum's feed.
  static func address(_ url: String) -> Address? {
    var url = url
    return url.withUTF8 { bytes in PageAddress.Parts(bytes).flatMap { address(bytes, $0) } }
  }

  private static func address(
    _ bytes: UnsafeBufferPointer<UInt8>, _ parts: PageAddress.Parts
  ) -> Address? {
    let segments = PageAddress.segments(bytes, parts.path)
    // A slug may be `t` itself, or a number: the first `t` whose rest makes sense is the mark.
    for mark in segments.indices
    where segments[mark].count == 1 && bytes[segments[mark].lowerBound] == UInt8(ascii: "t") {
      guard let (topic, number, end) = topic(bytes, segments[(mark + 1)...]) else { continue }
      let host = PageAddress.host(bytes, parts.host)
      var text = Array(PageAddress.site(ofHost: host).utf8)
      for segment in segments[...mark] { append(bytes[segment], to: &text) }
      append("\(topic)".utf8, to: &text)
      let thread = String(decoding: text, as: UTF8.self)
      text.removeAll(keepingCapacity: true)
      text += (parts.isSecure ? "https://" : "http://").utf8
      text += host.utf8
      for segment in segments[..<end] { append(bytes[segment], to: &text) }
      return Address(
        thread: thread, number: number, topicURL: String(decoding: text, as: UTF8.self))
    }
    return nil
  }

  private static func append(_ segment: some Collection<UInt8>, to path: inout [UInt8]) {
    path.append(UInt8(ascii: "/"))
    path += segment
  }

  /// No forum counts further; a larger number is a hostile one.
  private static let largest = 1_000_000_000

  /// `ID`, `ID/number`, `slug/ID` or `slug/ID/number`: topic, post number, and the index after
  /// the topic's own.
  private static func topic(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rest: ArraySlice<Range<Int>>
  ) -> (topic: Int, number: Int, end: Int)? {
    func number(_ place: Int) -> Int? { Self.number(bytes[rest[rest.startIndex + place]]) }
    let first = rest.startIndex
    switch rest.count {
    case 1: return number(0).map { ($0, 1, first + 1) }
    case 2:
      guard let second = number(1) else { return nil }
      return number(0).map { ($0, second, first + 1) } ?? (second, 1, first + 2)
    case 3:
      guard let topic = number(1), let number = number(2) else { return nil }
      return (topic, number, first + 2)
    default: return nil
    }
  }

  /// A number from 1 to the largest.
  private static func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let digits = text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    var value = 0
    for byte in digits {
      guard ASCII.isDigit(byte), value <= largest else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return (1...largest).contains(value) ? value : nil
  }

  /// Where each entry of a Discourse forum's feed stands; `nil` for the feed of another site.
  ///
  /// A feed that does not name the forum's namespace is known by its entries: all are posts.
  static func addresses(in feed: Feed) -> [Address?]? {
    guard feed.isDiscourse || !feed.entries.isEmpty else { return nil }
    let (entries, isDeclared) = (feed.entries, feed.isDiscourse)
    if !isDeclared {
      // Nearly all feeds of other sites are known by their first entries.
      let others = entries.prefix(20).indices.contains {
        let link = entries[$0].link
        return !isPost(entries[$0].id, link, link.flatMap(address))
      }
      if others { return nil }
    }
    let found = InHalves.map(entries.count) { index -> (address: Address?, isPost: Bool) in
      let (id, link) = (entries[index].id, entries[index].link)
      let address = link.flatMap(address)
      return (address ?? id.flatMap(named), isDeclared || isPost(id, link, address))
    }
    return found.allSatisfy(\.isPost) ? found.map(\.address) : nil
  }

  /// Whether id and link are those of a post.
  ///
  /// - Parameter address: What the link says, read.
  private static func isPost(_ id: String?, _ link: String?, _ address: Address?) -> Bool {
    guard let id else { return false }
    if address != nil {
      // Old forums: the id is the address.
      return Strings.contains(id, "-post-") || Strings.contains(id, "-topic-") || id == link
    }
    return link.flatMap(PageAddress.init) == nil && named(id) != nil
  }

  /// The marks of posts; `nil` for an entry that is none.
  static func marks(of entries: [FeedEntry], _ addresses: [Address?]) -> [DiscussionMark?] {
    InHalves.map(entries.count) { index in
      addresses[index].map {
        mark($0, title: entries[index].title, body: entries[index].body)
      }
    }
  }

  /// The mark of a post.
  static func mark(_ address: Address, title: String?, body: String) -> DiscussionMark {
    let answered = answeredPost(body, of: address)
    return DiscussionMark(
      thread: address.thread, url: address.topicURL, title: title, number: address.number,
      answers: answered.map { $0 == 1 ? address.topicURL : "\(address.topicURL)/\($0)" })
  }

  /// The mark of a post in a feed of other things too (a planet's, say): the id names the host.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard page.pathContains("/t/"), let id = entry.id, id.hasPrefix(page.host),
      Strings.contains(id, "-post-") || Strings.contains(id, "-topic-"),
      let address = entry.link.flatMap(address) ?? named(id)
    else { return nil }
    return mark(address, title: entry.title, body: entry.body)
  }

  /// What an id says where the link is missing: `HOST-topic-ID`, `HOST-post-ID-NUMBER`.
  private static func named(_ id: String) -> Address? {
    let fields = id.split(separator: "-").map(String.init)
    for (kind, count) in [("topic", 1), ("post", 2)] where fields.count > count + 1 {
      let mark = fields.count - count - 1
      guard fields[mark] == kind, let topic = Int(fields[mark + 1]), topic > 0,
        let number = count == 1 ? 1 : Int(fields[mark + 2]), (1...largest).contains(number)
      else { continue }
      let host = fields[..<mark].joined(separator: "-")
      guard host.contains("."), !host.contains("/"), let page = PageAddress("https://\(host)")
      else { continue }
      return Address(
        thread: "\(page.site)/t/\(topic)", number: number,
        topicURL: "https://\(page.host)/t/\(topic)")
    }
    return nil
  }

  /// The number of the first earlier post of the same topic that a post quotes: what it answers.
  private static func answeredPost(_ html: String, of address: Address) -> Int? {
    guard Strings.contains(html, "data-post=") else { return nil }
    let topic = address.thread.split(separator: "/").last.map(String.init)
    let bytes = Array(html.utf8)
    let span = bytes.span
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(span) {
      guard case .startTag(let name, let range, _) = token, name.element == .aside else { continue }
      let attributes = HTMLTokenizer.attributes(span, range)
      func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
      guard value("class")?.split(separator: " ").contains("quote") == true,
        value("data-topic") == nil || value("data-topic") == topic,
        let number = value("data-post").flatMap({ Int($0) }), (1...largest).contains(number),
        number < address.number
      else { continue }
      return number
    }
    return nil
  }

  /// User name and full name out of `@username Full Name`; the name alone where there is no `@`.
  static func author(_ creator: String) -> (key: String, name: String) {
    let creator = Strings.folded(creator)
    guard creator.hasPrefix("@") else { return (creator, creator) }
    let user = creator.dropFirst().prefix { $0 != " " }
    let name = Strings.trimmed(creator.dropFirst(user.count + 1))
    return (String(user), name.isEmpty ? String(user) : name)
  }

  /// What a list says of a topic's size at the end of its first post; `nil` when it says nothing.
  static func activity(in html: String) -> String? {
    HTMLText.blocks(of: html).suffix(3).map(\.text).first {
      $0 != "Read full topic" && isBoilerplate($0)
    }
  }

  /// The blocks of a post without what its feed adds at the end: "3 posts - 2 participants",
  /// "Read full topic".
  static func withoutBoilerplate(_ blocks: [TextBlock]) -> [TextBlock] {
    var blocks = blocks
    while let last = blocks.last, isBoilerplate(last.text) { blocks.removeLast() }
    return blocks
  }

  private static func isBoilerplate(_ text: String) -> Bool {
    if text == "Read full topic" || text == "(topic deleted by author)" { return true }
    let words = text.split(separator: " ")
    guard words.count == 5, words[2] == "-" else { return false }
    return Int(words[0]) != nil && words[1].hasPrefix("post") && Int(words[3]) != nil
      && words[4].hasPrefix("participant")
  }
}
