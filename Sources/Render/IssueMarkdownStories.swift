// The Markdown edition's stories, threads, episodes and articles.

import Model

extension IssueMarkdown {
  /// A lead story: headline and state, then its quotes, then where else it is talked about.
  func story(_ story: IssueComposition.Story, number: Int) -> [String] {
    var blocks = headline(story, number: number)
    if let opening = story.opening { blocks += titled(IssuePhrases.opening, [quote(opening)]) }
    blocks += titled("What was said", story.said.map { quote($0) })
    for position in story.positions {
      blocks += titled(IssuePhrases.act(position.act), position.quotes.map { quote($0) })
    }
    blocks += titled(
      "Heard on", list(story.heard.map { link(IssuePhrases.moment($0), to: $0.url) }))
    blocks += titled("Also on this", list(story.also.map { link($0.title, to: $0.url) }))
    if let thread = story.thread, !thread.holes.isEmpty {
      blocks.append("Posts that the feed dropped: \(Words.ranges(thread.holes))")
    }
    return blocks
  }

  private func headline(_ story: IssueComposition.Story, number: Int) -> [String] {
    var blocks = ["### \(number). \(link(story.title, to: story.thread?.url))"]
    let state = IssuePhrases.state(of: story)
    if !state.isEmpty { blocks.append(text(state)) }
    blocks += list(
      (story.topic?.refs ?? []).map {
        "\(link("\($0.id) \($0.title)", to: $0.url)): \(text($0.status))"
      })
    if let since = story.thread?.since { blocks.append(text(IssuePhrases.since(since))) }
    if let remark = story.remark { blocks.append("From the editor: \(text(remark))") }
    if let opened = story.thread?.opened {
      blocks.append("How it opened stands in the issue of \(text(opened.window)).")
    }
    return blocks
  }

  /// A thread with the sentence that says most.
  func brief(_ thread: ThreadReport, _ said: Quote?) -> String {
    let head = "\(link(thread.title, to: thread.url)) (\(text(Words.state(thread))))"
    return ([head] + [said].compactMap { $0 }.map { quote($0) }).joined(separator: "\n\n")
  }

  /// An episode with its chapters.
  func episode(_ episode: EpisodeReport) -> [String] {
    var about = [text(episode.show)]
    if let seconds = episode.seconds { about.append(Words.clock(seconds)) }
    if let people = EpisodeView.people(episode) { about.append("with \(text(people))") }
    var blocks = [
      "### \(link(episode.title, to: episode.url ?? episode.audio))",
      about.joined(separator: " · "),
    ]
    blocks += list(
      IssueComposition.listed(episode).map { report in
        let time = link(Words.clock(report.chapter.start), to: report.url)
        return (["\(time) \(text(report.chapter.title))"] + report.summary.map { quote($0) })
          .joined(separator: "\n\n")
      })
    if let reads = EpisodeView.reads(episode) { blocks.append("Sponsor reads left out: \(reads)") }
    if episode.timesMayShift { blocks.append(IssuePhrases.shifts) }
    return blocks
  }

  /// An article with its sentences and the places where it stands, too.
  func article(_ article: ArticleReport) -> [String] {
    let author = article.author.map { ", by \(text($0))" } ?? ""
    let copies = article.copies.map { "also at \(link($0.site, to: $0.url))" }
    return ["### \(link(article.title, to: article.url))"]
      + [text(article.site) + author] + (copies.isEmpty ? [] : [copies.joined(separator: ", ")])
      + article.summary.map { quote($0) }
  }

  /// An article of which only the title is printed.
  func named(_ article: ArticleReport) -> String {
    "\(link(article.title, to: article.url)) (\(text(article.site)))"
  }

  private func titled(_ title: String, _ blocks: [String]) -> [String] {
    blocks.isEmpty ? [] : ["**\(title)**"] + blocks
  }
}
