// The editor's file applied to an issue.

import Analysis
import Model
import Render
import Text

/// Applies what the editor's file says to an issue: sentences are dropped and chosen, never changed.
struct EditorDesk {
  let file: String
  let entries: [EditorEntry]
  let threads: [DiscussionThread]
  let articles: [Article]
  let episodes: [Episode]
  let talks: [EpisodeAnalysis]
  /// What it could not do, for the editor.
  private(set) var warnings: [Diagnostic] = []

  /// - Parameter entries: Those of the file that are about the issue.
  init(
    file: String, entries: [EditorEntry], threads: [DiscussionThread], articles: [Article],
    episodes: [Episode], talks: [EpisodeAnalysis]
  ) {
    (self.file, self.entries, self.threads) = (file, entries, threads)
    (self.articles, self.episodes, self.talks) = (articles, episodes, talks)
  }

  /// Does what the entries say.
  mutating func edit(_ issue: inout Issue) {
    for entry in entries {
      issue.editorial.note += entry.note
      issue.editorial.corrections += entry.corrections
      issue.editorial.pinned += resolved(entry.pin, "pin", entry.line(of: "pin"), issue)
      issue.editorial.order += resolved(entry.order, "order", entry.line(of: "order"), issue)
      let mute = entry.line(of: "mute")
      issue.editorial.muted +=
        entry.days == nil
        ? always(entry.mute, mute, issue) : resolved(entry.mute, "mute", mute, issue)
      for remark in entry.remarks {
        issue.editorial.remarks += resolved([remark.subject], "remark", remark.line, issue).map {
          Editorial.Remark(subject: $0, text: remark.text)
        }
      }
      for name in entry.drop { drop(name, entry, &issue) }
      for choice in entry.choices { choose(choice, &issue) }
    }
    issue.mute(
      threads: threads.filter { issue.editorial.muted.contains($0.id) },
      episodes: episodes.filter { issue.editorial.muted.contains($0.id) })
  }

  // MARK: Names

  /// The ids and slugs behind addresses and labels.
  ///
  /// - Parameters:
  ///   - key: Where they stand, for the warning about one that is not in the issue.
  ///   - line: The key's line.
  private mutating func resolved(
    _ names: [String], _ key: String, _ line: Int, _ issue: Issue
  ) -> [String] {
    names.compactMap { name in
      if let id = id(of: name, issue) { return id }
      warn(
        line,
        "'\(key)' names '\(name)', which is no thread, article, episode or topic of the issue")
      return nil
    }
  }

  /// The same of what no issue prints: much of it is in other issues, so that all that is not in
  /// this one is one warning.
  private mutating func always(_ names: [String], _ line: Int, _ issue: Issue) -> [String] {
    let ids = names.map { id(of: $0, issue) }
    let absent = zip(names, ids).filter { $1 == nil }.map { "'\($0.0)'" }
    if !absent.isEmpty {
      warn(
        line,
        "'mute' names what is no thread, article, episode or topic of this issue: \(absent.joined(separator: ", "))"
      )
    }
    return ids.compactMap(\.self)
  }

  private func id(of name: String, _ issue: Issue) -> String? {
    let folded = name.lowercased()
    if let topic = issue.topics.first(where: {
      $0.slug == folded || $0.label.lowercased() == folded
    }) {
      return topic.slug
    }
    return thread(name)?.id ?? article(name)?.id ?? episode(name).map { episodes[$0].id }
  }

  private func thread(_ name: String) -> DiscussionThread? {
    threads.first { $0.id == name || $0.posts.contains { $0.id == name } }
      ?? NamedAddress(name).first(of: threads) { [$0.url] + $0.posts.map(\.url) }
      .map { threads[$0] }
  }

  private func article(_ name: String) -> Article? {
    articles.first { $0.id == name }
      ?? NamedAddress(name).first(of: articles) { [$0.url] }.map { articles[$0] }
  }

  private func episode(_ name: String) -> Int? {
    episodes.firstIndex { $0.id == name }
      ?? NamedAddress(name).first(of: episodes) { [$0.url, $0.audio] }
  }

  // MARK: Sentences

  /// Takes a quote out wherever it stands; named by its id on the page, or by how it begins.
  private mutating func drop(_ name: String, _ entry: EditorEntry, _ issue: inout Issue) {
    var found = false
    let id = QuoteID.meant(by: name)
    func isDropped(_ quote: Quote) -> Bool {
      let isNamed =
        QuoteID.of(quote) == id
        || (name.utf8.count >= 12 && quote.text.hasPrefix(Strings.folded(name)))
      found = found || isNamed
      return isNamed
    }
    issue.removeQuotes(where: isDropped)
    if !found {
      warn(
        entry.line(of: "drop"),
        "'drop' names '\(name)', which is no quote of the issue; give the id of its blockquote, or its first 12 letters or more"
      )
    }
  }

  /// Puts a sentence in the first place of where it belongs.
  private mutating func choose(_ choice: EditorEntry.Choice, _ issue: inout Issue) {
    let text = Strings.folded(choice.text)
    guard id(of: choice.place, issue) != nil else {
      warn(choice.line, "'in' is '\(choice.place)', which is not in the issue")
      return
    }
    if let thread = thread(choice.place), let quote = quote(text, in: thread, at: choice.place),
      let index = issue.threads.firstIndex(where: { $0.id == thread.id })
    {
      issue.threads[index].foremost = quote
      issue.threads[index].summary.removeAll { $0.text == text }
      issue.threads[index].summary.insert(quote, at: 0)
    } else if let article = article(choice.place), let quote = quote(text, in: article),
      let index = issue.articles.firstIndex(where: { $0.id == article.id })
    {
      issue.articles[index].summary.removeAll { $0.text == text }
      issue.articles[index].summary.insert(quote, at: 0)
    } else if let place = episode(choice.place), let quote = quote(text, inEpisode: place) {
      issue.put(quote, intoEpisode: episodes[place].id)
    } else {
      warn(
        choice.line,
        "'text' is no sentence of \(choice.place): \"\(choice.text)\"; give one or more whole sentences, word by word"
      )
    }
  }

  /// A quote of a thread; where a post of it is named, of that one before the others.
  private func quote(_ text: String, in thread: DiscussionThread, at place: String) -> Quote? {
    let named =
      thread.posts.firstIndex { $0.id == place }
      ?? NamedAddress(place).first(of: thread.posts) { [$0.url] }
    let posts = (named.map { [thread.posts[$0]] } ?? []) + thread.posts
    return Self.first(of: text, in: Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) })) {
      posts[$0].words
    }.map { ThreadReporter.quote($0, posts).saying(text) }
  }

  private func quote(_ text: String, in article: Article) -> Quote? {
    Self.first(of: text, in: Sentences.ofPosts([(article.author ?? "", article.words)])) { _ in
      article.words
    }.map { ArticleReporter.quote($0, article).saying(text) }
  }

  private func quote(_ text: String, inEpisode place: Int) -> Quote? {
    let episode = episodes[place]
    return Self.first(of: text, in: talks[place].sentences) { cue in
      episode.cues[cue...].prefix(80).map(\.text).joined(separator: " ")
    }.map { EpisodeReporter.quote($0, episode).saying(text) }
  }

  /// The first of the sentences in a row that a text is made of; `nil` when it is anything else.
  ///
  /// - Parameter source: The words of a post, or those from a cue on.
  private static func first(
    of text: String, in sentences: [Sentence], source: (Int) -> String
  ) -> Sentence? {
    for first in sentences.indices where text.hasPrefix(sentences[first].text) {
      var joined = sentences[first].text
      var next = first + 1
      while joined.utf8.count < text.utf8.count, next < sentences.count {
        joined += " " + sentences[next].text
        next += 1
      }
      // Two sentences with something between them are not what was said.
      if joined == text, Strings.contains(Strings.folded(source(sentences[first].unit)), text) {
        return sentences[first]
      }
    }
    return nil
  }

  private mutating func warn(_ line: Int, _ message: String) {
    warnings.append(Diagnostic(place: file, line: line, message))
  }
}
