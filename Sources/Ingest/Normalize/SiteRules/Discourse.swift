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
  struct Address: Equatable {
    /// `host[/folder]/t/ID`, the thread's identity.
    let thread: String
    /// The post's number, from 1; the address of a topic is that of its first post.
    let number: Int
    /// The topic's page, without a number.
    let topicURL: String
  }

  /// Reads `https://host[/folder]/t/[slug/]ID[/number]`; `nil` for any other address.
  static func address(_ url: String) -> Address? { PageAddress(url).flatMap(address) }

  /// The same for an address that has been read.
  static func address(_ page: PageAddress) -> Address? {
    let segments = page.segments
    // A slug may be `t` itself, or a number: the first `t` whose rest makes sense is the mark.
    for mark in segments.indices where segments[mark] == "t" {
      guard let (topic, number, end) = topic(segments[(mark + 1)...]) else { continue }
      let folder = segments[..<mark].map { "/\($0)" }.joined()
      let path = segments[..<end].map { "/\($0)" }.joined()
      return Address(
        thread: "\(page.site)\(folder)/t/\(topic)", number: number,
        topicURL: "\(page.isSecure ? "https" : "http")://\(page.host)\(path)")
    }
    return nil
  }

  /// No forum counts further; a larger number is a hostile one.
  private static let largest = 1_000_000_000

  /// `ID`, `ID/number`, `slug/ID` or `slug/ID/number`: topic, post number, and the index after
  /// the topic's own.
  private static func topic(_ rest: ArraySlice<String>) -> (topic: Int, number: Int, end: Int)? {
    guard rest.count <= 3 else { return nil }
    let numbers = rest.map { text in
      Int(text).flatMap { (1...Self.largest).contains($0) ? $0 : nil }
    }
    let first = rest.startIndex
    switch numbers.count {
    case 1: return numbers[0].map { ($0, 1, first + 1) }
    case 2:
      guard let second = numbers[1] else { return nil }
      return numbers[0].map { ($0, second, first + 1) } ?? (second, 1, first + 2)
    case 3:
      guard let topic = numbers[1], let number = numbers[2] else { return nil }
      return (topic, number, first + 2)
    default: return nil
    }
  }

  /// Whether a feed is a Discourse forum's: all its entries are posts.
  ///
  /// - Parameter pages: The entries' links as read.
  static func recognizes(_ feed: Feed, _ pages: [PageAddress?]) -> Bool {
    guard !feed.entries.isEmpty else { return false }
    for index in feed.entries.indices {
      guard let id = feed.entries[index].id else { return false }
      guard let page = pages[index] else {
        if named(id) == nil { return false }
        continue
      }
      // Old forums: the id is the address.
      let isPost =
        Strings.contains(id, "-post-") || Strings.contains(id, "-topic-")
        || id == feed.entries[index].link
      guard isPost, address(page) != nil else { return false }
    }
    return true
  }

  /// The mark of a post.
  static func mark(id: String?, title: String?, body: String, _ page: PageAddress?)
    -> DiscussionMark?
  {
    guard let address = page.flatMap(address) ?? id.flatMap(named) else { return nil }
    let answered = answeredPost(body, of: address)
    return DiscussionMark(
      thread: address.thread, url: address.topicURL, title: title, number: address.number,
      answers: answered.map { $0 == 1 ? address.topicURL : "\(address.topicURL)/\($0)" })
  }

  /// The mark of a post in a feed of other things too (a planet's, say): the id names the host.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard page.pathContains("/t/"), let id = entry.id, id.hasPrefix(page.host),
      Strings.contains(id, "-post-") || Strings.contains(id, "-topic-")
    else { return nil }
    return mark(id: id, title: entry.title, body: entry.body, page)
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
