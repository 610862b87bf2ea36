// What of an issue the site's search can find.

import Model

/// What of an issue the site's search can find: all that its page shows.
enum SearchEntries {
  /// The entries, each heading before its quotes.
  static func of(_ issue: Issue) -> [SearchEntry] {
    let composition = IssueComposition(issue)
    var entries: [SearchEntry] = []
    func add(
      _ kind: SearchEntry.Kind, _ title: String, _ anchor: String, by author: String? = nil,
      _ quotes: [Quote]
    ) {
      entries.append(SearchEntry(kind: kind, title: title, author: author, anchor: anchor))
      entries += quotes.map {
        SearchEntry(
          kind: kind, title: title, text: $0.text, author: $0.author, anchor: QuoteID.anchor($0))
      }
    }
    for topic in issue.unmutedTopics {
      entries.append(SearchEntry(kind: .topic, title: topic.label, anchor: topic.slug))
    }
    for story in composition.leads {
      add(story.thread == nil ? .issue : .thread, story.title, story.anchor, story.quotes)
    }
    for (thread, quote) in composition.moving + composition.fresh {
      add(.thread, thread.title, Slug.anchor(of: thread.id), [quote].compactMap { $0 })
    }
    for (thread, quote) in composition.announced {
      entries.append(
        SearchEntry(
          kind: .thread, title: thread.title, text: quote.text, author: quote.author,
          anchor: QuoteID.anchor(quote)))
    }
    for episode in composition.episodes {
      let anchor = Slug.anchor(of: episode.id)
      add(.episode, episode.title, anchor, by: episode.show, [])
      for report in IssueComposition.listed(episode) {
        add(.chapter, "\(episode.title): \(report.chapter.title)", anchor, report.summary)
      }
    }
    for article in composition.articles {
      add(.article, article.title, Slug.anchor(of: article.id), by: article.author, article.summary)
    }
    for quote in issue.deadlines.map(\.quote) + issue.glossary.compactMap(\.quote)
      + [issue.quoteOfTheWeek].compactMap({ $0 })
    {
      entries.append(
        SearchEntry(
          kind: .issue, title: issue.window.spelled, text: quote.text, author: quote.author,
          anchor: QuoteID.anchor(quote)))
    }
    return entries
  }
}
