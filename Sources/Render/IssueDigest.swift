// What an issue says in five lines, and what of it is printed at all.

package import Model

extension IssueComposition {
  /// The lines of "In short": decisions, the leads, then episodes and articles; at most five.
  package static func inShort(_ issue: Issue, _ composition: IssueComposition) -> [(
    text: String, note: String
  )] {
    // A decision that a lead story is about is told by the story.
    let told = Set(
      composition.leads.filter { $0.thread?.state == .decided }.flatMap {
        $0.topic?.refs.map(\.id) ?? []
      })
    var lines: [(text: String, note: String)] = issue.decisions.map(\.proposal).filter {
      !told.contains($0.id)
    }.prefix(2).map { ("\($0.id) \($0.title)", $0.status) }
    for story in composition.leads where lines.count < 5 {
      var notes = story.thread.map { [Words.state($0)] } ?? []
      if !story.heard.isEmpty {
        notes.append("heard in \(Words.count(Set(story.heard.map(\.id)).count, "episode"))")
      }
      if story.thread == nil {
        let articles = story.also.filter { $0.kind == .article }.count
        if articles > 0 { notes.append(Words.count(articles, "article")) }
      }
      lines.append((story.title, notes.joined(separator: ", ")))
    }
    for episode in composition.episodes where lines.count < 5 {
      lines.append(
        (
          episode.title,
          episode.seconds.map { "\(episode.show), \(Words.clock($0))" } ?? episode.show
        ))
    }
    for article in composition.articles where lines.count < 5 {
      lines.append((article.title, article.author ?? article.site))
    }
    return lines
  }

  /// The threads that are printed.
  package var threads: [ThreadReport] {
    leads.compactMap(\.thread) + moving.map(\.thread) + fresh.map(\.thread)
      + announced.map(\.thread)
  }

  /// An issue with the quotes that some page or form of it prints, and no others: what is to be
  /// remembered of it.
  ///
  /// It is laid out as the whole issue is.
  package static func printed(_ issue: Issue) -> Issue {
    let composition = IssueComposition(issue)
    let quotes = Set(
      composition.leads.flatMap(\.quotes).map(\.text)
        + (composition.moving + composition.fresh).compactMap(\.quote?.text)
        + composition.announced.map(\.quote.text))
    func isPrinted(_ quote: Quote) -> Bool { quotes.contains(quote.text) }
    var issue = issue
    for index in issue.threads.indices {
      let thread = issue.threads[index]
      issue.threads[index].opening = thread.opening.flatMap { isPrinted($0) ? $0 : nil }
      issue.threads[index].foremost = thread.foremost.flatMap { isPrinted($0) ? $0 : nil }
      issue.threads[index].summary = thread.summary.filter(isPrinted)
      issue.threads[index].positions = thread.positions.compactMapValues { quotes in
        let printed = quotes.filter(isPrinted)
        return printed.isEmpty ? nil : printed
      }
    }
    for index in issue.articles.indices {
      let article = composition.articles.first { $0.id == issue.articles[index].id }
      issue.articles[index].summary = article?.summary ?? []
    }
    let muted = Set(issue.editorial.muted)
    for index in issue.topics.indices where muted.contains(issue.topics[index].slug) {
      issue.topics[index].summary = []
    }
    for episode in issue.episodes.indices where muted.contains(issue.episodes[episode].id) {
      for chapter in issue.episodes[episode].chapters.indices {
        issue.episodes[episode].chapters[chapter].summary = []
      }
      issue.episodes[episode].transcript = []
    }
    return issue
  }
}
