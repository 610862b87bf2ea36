// What of an issue is meant by what a reader has at hand.

import Analysis
import Model
import Render
import Text

/// What of an issue is meant; indices are those of the material.
enum ExplainTarget {
  case thread(Int)
  case post(thread: Int, post: Int)
  case article(Int)
  case episode(Int)
  /// A second of an episode.
  case moment(episode: Int, second: Double)
  case topic(String)
  /// A proposal that no topic is about.
  case proposal(Proposal)
  /// A quote that the issue prints.
  case quote(Quote)
  /// A sentence of the window that may be printed or not, by its words.
  case sentence(String, thread: Int)
  case articleSentence(String, article: Int)
  case spoken(sentence: Int, episode: Int)
}

extension ExplainTarget {
  /// What it is, for a message.
  var what: String {
    switch self {
    case .thread: "a thread"
    case .post: "a post"
    case .article: "an article"
    case .episode, .moment: "an episode"
    case .topic: "a topic"
    case .proposal: "a proposal"
    case .quote: "a quote"
    case .sentence, .articleSentence, .spoken: "a sentence"
    }
  }
}

/// Finds what is meant.
struct ExplainSearch {
  private let material: IssueMaterial
  /// The name as written, white space folded.
  private let name: String
  private let second: Double?

  /// - Parameter second: Of an episode; `nil`: as the name's fragment says.
  init(_ name: String, second: Double?, _ material: IssueMaterial) {
    (self.name, self.material) = (Strings.folded(name), material)
    self.second = second ?? Self.fragment(of: name)
  }

  /// What is meant; `nil` when nothing is found.
  var target: ExplainTarget? {
    byRank ?? quote ?? origin ?? place ?? anchor ?? proposal ?? topic ?? sentence
  }

  /// `#3` and `3`: a thread's rank.
  private var byRank: ExplainTarget? {
    let digits = name.hasPrefix("#") ? name.dropFirst() : name[...]
    guard let rank = Int(digits),
      let report = material.issue.threads.first(where: { $0.rank == rank }),
      let thread = material.threads.firstIndex(where: { $0.id == report.id })
    else { return nil }
    return .thread(thread)
  }

  /// `q-…`, alone or behind the address of the issue's page.
  private var quote: ExplainTarget? { quote(in: material.issue).map { .quote($0) } }

  private func quote(in issue: Issue) -> Quote? {
    QuoteID.meant(by: name).flatMap { id in issue.quotes.first { QuoteID.of($0) == id } }
  }

  /// Where a quote of the issue's JSON comes from: a post's id, or `show.example/31#cue-13`.
  ///
  /// A post of which several sentences are printed stands for all of them.
  private var origin: ExplainTarget? {
    guard !material.threads.contains(where: { $0.id == name }),
      !material.articles.contains(where: { $0.id == name })
    else { return nil }
    let printed = material.issue.quotes.filter { $0.origin == name }
    guard let mark = name.firstRange(of: "#cue-"), let cue = Int(name[mark.upperBound...]) else {
      return Set(printed.map(\.text)).count == 1 ? printed.first.map { .quote($0) } : nil
    }
    if let quote = printed.first { return .quote(quote) }
    guard let episode = material.episodes.firstIndex(where: { $0.id == name[..<mark.lowerBound] }),
      material.episodes[episode].cues.indices.contains(cue)
    else { return nil }
    let start = material.episodes[episode].cues[cue].start
    return start.map { .moment(episode: episode, second: $0) } ?? .episode(episode)
  }

  /// An address, an id or a title.
  private var place: ExplainTarget? {
    let folded = name.lowercased()
    let address = NamedAddress(name)
    func isNamed(_ id: String, _ title: String) -> Bool {
      id == name || title.lowercased() == folded
    }
    let thread =
      material.threads.firstIndex { isNamed($0.id, $0.title) }
      ?? address.exact(of: material.threads) { [$0.url] }
    if let thread { return .thread(thread) }
    for (thread, posts) in material.threads.map(\.posts).enumerated() {
      if let post = posts.firstIndex(where: { $0.id == name })
        ?? address.exact(of: posts, { [$0.url] })
      {
        return .post(thread: thread, post: post)
      }
    }
    if material.articles.allSatisfy({ $0.id != name }),
      address.exact(of: material.articles, { [$0.url] }) == nil,
      let thread = address.first(of: material.threads, { [$0.url] })
    {
      return .thread(thread)
    }
    let article =
      material.articles.firstIndex { isNamed($0.id, $0.title) }
      ?? address.first(of: material.articles) { [$0.url] }
    if let article { return .article(article) }
    let copied = material.issue.articles.first {
      $0.copies.contains { address.isPage(of: $0.url) }
    }
    if let copied, let article = material.articles.firstIndex(where: { $0.id == copied.id }) {
      return .article(article)
    }
    let page = material.settings.baseURL + "episodes/"
    let episode =
      material.episodes.firstIndex { isNamed($0.id, $0.title) || hasMoment($0) }
      ?? address.first(of: material.episodes) {
        [$0.url, $0.audio, page + EpisodeView.slug(of: $0.id) + ".html"]
      }
    if let episode {
      return second.map { .moment(episode: episode, second: $0) } ?? .episode(episode)
    }
    return nil
  }

  /// The id of an element of the issue's page, or the name of an episode's or a topic's page.
  private var anchor: ExplainTarget? {
    for anchor in Self.anchors(in: name) {
      if let thread = material.threads.firstIndex(where: { Slug.anchor(of: $0.id) == anchor }) {
        return .thread(thread)
      }
      if let article = material.articles.firstIndex(where: { Slug.anchor(of: $0.id) == anchor }) {
        return .article(article)
      }
      if let episode = material.episodes.firstIndex(where: {
        Slug.anchor(of: $0.id) == anchor || EpisodeView.slug(of: $0.id) == anchor
      }) {
        return second.map { .moment(episode: episode, second: $0) } ?? .episode(episode)
      }
      if let topic = material.issue.topics.first(where: { $0.slug == anchor }) {
        return .topic(topic.slug)
      }
    }
    return nil
  }

  /// What a name may be as an id in a page and as a page: `…/page.html#id`, `page.html`, `id`.
  static func anchors(in name: String) -> [String] {
    let address = name.prefix { $0 != "#" && $0 != "?" }
    let page = address.split(separator: "/").last ?? ""
    let id = name.lastIndex(of: "#").map { name[name.index(after: $0)...] } ?? ""
    let file = page.hasSuffix(".html") ? page.dropLast(5) : address.contains("/") ? "" : page
    return [id, file].filter { !$0.isEmpty }.map(String.init)
  }

  /// `TIP 12`: its topic, or else itself.
  private var proposal: ExplainTarget? {
    func bare(_ id: String) -> String { id.lowercased().filter { $0.isLetter || $0.isNumber } }
    let own = bare(name)
    let found = material.registries.flatMap(\.proposals.values).first {
      bare($0.id) == own || NamedAddress(name).isPage(of: $0.url)
    }
    guard let found else { return nil }
    let topic = material.topics.first { $0.topic.refs.contains(found.id) }
    return topic.map { .topic($0.topic.slug) } ?? .proposal(found)
  }

  /// Whether the name is the address of a second of an episode, in the form in which issues link it.
  private func hasMoment(_ episode: Episode) -> Bool {
    second.flatMap { MomentLink.address(of: $0, in: episode) } == name
  }

  private var topic: ExplainTarget? {
    let folded = name.lowercased()
    let page = material.settings.baseURL + "topics/"
    func isMeant(_ slug: String, _ label: String) -> Bool {
      slug == folded || label.lowercased() == folded
        || NamedAddress(name).isPage(of: "\(page)\(slug).html")
    }
    // One of which all is muted is not in the issue, and is told of still.
    let found =
      material.issue.topics.first { isMeant($0.slug, $0.label) }?.slug
      ?? material.topics.first { isMeant($0.topic.slug, $0.topic.label) }?.topic.slug
    return found.map { .topic($0) }
  }

  /// The beginning of a printed sentence, or else of any sentence of the window.
  private var sentence: ExplainTarget? {
    guard name.utf8.count >= Self.leastBeginning else { return nil }
    if let quote = beginning(in: material.issue) { return .quote(quote) }
    func begins(_ posts: [Post]) -> String? {
      Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) }).first { $0.text.hasPrefix(name) }?
        .text
    }
    for report in material.issue.threads {
      guard let index = material.threads.firstIndex(where: { $0.id == report.id }) else { continue }
      if let text = begins(material.threads[index].posts(in: material.issue.window)) {
        return .sentence(text, thread: index)
      }
    }
    for (index, article) in material.articles.enumerated() {
      let sentences = Sentences.ofPosts([(article.author ?? "", article.words)])
      if let found = sentences.first(where: { $0.text.hasPrefix(name) }) {
        return .articleSentence(found.text, article: index)
      }
    }
    for (index, talk) in material.talks.enumerated() {
      if let found = talk.sentences.firstIndex(where: { $0.text.hasPrefix(name) }) {
        return .spoken(sentence: found, episode: index)
      }
    }
    return nil
  }

  private func beginning(in issue: Issue) -> Quote? {
    guard name.utf8.count >= Self.leastBeginning else { return nil }
    return issue.quotes.first { $0.text.hasPrefix(name) }
  }

  /// The quote that is meant of an issue as it was printed.
  func quote(printedIn issue: Issue) -> Quote? { quote(in: issue) ?? beginning(in: issue) }

  /// A shorter beginning is a word that is looked for elsewhere.
  private static let leastBeginning = 8

  /// What might have been meant, nearest first: names that share most of their words with this one.
  var nearest: [String] {
    let issue = material.issue
    let names =
      issue.topics.flatMap { [$0.slug, $0.label] } + issue.threads.map(\.title)
      + issue.articles.map(\.title) + issue.episodes.map(\.title)
    if let slip = Nearest.name(to: name, in: names) { return [slip] }
    let own = Self.words(name)
    let candidates = names + issue.threads.map(\.url) + issue.quotes.map(\.text)
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0).inserted }.map { candidate in
      let words = Self.words(candidate)
      let shared = own.intersection(words).count
      return (candidate, Double(shared) / Double(max(own.union(words).count, 1)))
    }.filter { $0.1 > 0.1 }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(3).map(\.0)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !($0.isLetter || $0.isNumber) }.filter { $0.count > 2 }
        .map(String.init))
  }

  /// The second that an address names: `#t=1394`, `?t=1394s`, `#t=23:14`.
  static func fragment(of name: String) -> Double? {
    guard
      let mark = name.lastIndex(where: { $0 == "#" || $0 == "?" || $0 == "&" }),
      name[mark...].dropFirst().hasPrefix("t=")
    else { return nil }
    return Moment.second(String(name[mark...].dropFirst(3)))
  }
}

/// A second of an episode as people write it.
package enum Moment {
  /// `1394`, `1394s`, `23:14`, `1:03:14`; `nil` for anything else.
  package static func second(_ text: String) -> Double? {
    let digits = text.last == "s" ? text.dropLast() : text[...]
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard (1...3).contains(parts.count),
      parts.allSatisfy({ $0.map { $0 >= 0 && $0.isFinite } ?? false })
    else {
      return nil
    }
    return parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
  }
}
