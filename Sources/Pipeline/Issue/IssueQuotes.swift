// Quotes taken out of an issue and put into it.

import Model

extension Issue {
  /// Takes quotes out wherever they stand.
  mutating func removeQuotes(where isRemoved: (Quote) -> Bool) {
    func kept(_ quote: Quote?) -> Quote? { quote.flatMap { isRemoved($0) ? nil : $0 } }
    func kept(_ quotes: [Quote]) -> [Quote] { quotes.filter { !isRemoved($0) } }
    for index in threads.indices {
      threads[index].opening = kept(threads[index].opening)
      threads[index].foremost = kept(threads[index].foremost)
      threads[index].summary = kept(threads[index].summary)
      threads[index].positions = threads[index].positions.mapValues { kept($0) }
    }
    for index in topics.indices { topics[index].summary = kept(topics[index].summary) }
    for index in articles.indices { articles[index].summary = kept(articles[index].summary) }
    for episode in episodes.indices {
      for chapter in episodes[episode].chapters.indices {
        let summary = episodes[episode].chapters[chapter].summary
        episodes[episode].chapters[chapter].summary = kept(summary)
      }
    }
    deadlines.removeAll { isRemoved($0.quote) }
    glossary.removeAll { $0.quote.map(isRemoved) ?? false }
    quoteOfTheWeek = kept(quoteOfTheWeek)
  }

  /// Takes what is muted out of all that is told of several threads, articles and episodes together.
  ///
  /// Its own report stays, for who asks why and for scripts; no page, text or mail prints it.
  ///
  /// - Parameters:
  ///   - mutedThreads: The threads among what is muted.
  ///   - mutedEpisodes: The episodes among it.
  mutating func mute(threads mutedThreads: [DiscussionThread], episodes mutedEpisodes: [Episode]) {
    let muted = Set(editorial.muted)
    guard !muted.isEmpty else { return }
    let posts = Set(mutedThreads.flatMap { $0.posts.map(\.id) })
    let cues = Set(mutedEpisodes.flatMap { episode in episode.cues.indices.map(episode.cueID) })
    func isMuted(_ quote: Quote) -> Bool {
      muted.contains(quote.origin) || posts.contains(quote.origin) || cues.contains(quote.origin)
    }
    for index in topics.indices {
      topics[index].summary.removeAll(where: isMuted)
      topics[index].members.removeAll { muted.contains($0.id) }
    }
    // Words that define a muted topic's name tell of it too.
    let labels = Set(
      topics.filter { muted.contains($0.slug) || $0.members.isEmpty }.map(\.label))
    topics.removeAll { $0.members.isEmpty }
    deadlines.removeAll { isMuted($0.quote) }
    glossary.removeAll { labels.contains($0.name) || $0.quote.map(isMuted) ?? false }
    if quoteOfTheWeek.map(isMuted) ?? false { quoteOfTheWeek = nil }
    let titles = Set(mutedThreads.map(\.title) + mutedEpisodes.map(\.title))
    missing.removeAll { titles.contains($0.source) }
  }

  /// Puts a quote first into the chapter of an episode in which it was said.
  mutating func put(_ quote: Quote, intoEpisode id: String) {
    guard let episode = episodes.firstIndex(where: { $0.id == id }) else { return }
    let second = quote.start ?? 0
    let chapters = episodes[episode].chapters
    guard
      let chapter = chapters.lastIndex(where: {
        !$0.chapter.sponsor && $0.chapter.start <= second
      }) ?? chapters.indices.first
    else { return }
    episodes[episode].chapters[chapter].summary.removeAll { $0.text == quote.text }
    episodes[episode].chapters[chapter].summary.insert(quote, at: 0)
  }
}

extension Quote {
  /// The same place and person with more of their words, or fewer.
  func saying(_ text: String) -> Quote {
    Quote(
      text: text, author: author, url: url, published: published, post: post, start: start,
      origin: origin, language: language)
  }
}
