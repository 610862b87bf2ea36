// The text edition's stories, threads, episodes and articles.

import Model

extension IssueText {
  /// A lead story: headline and state, then its quotes, then where else it is talked about.
  mutating func story(_ story: IssueComposition.Story, _ number: Int) -> String {
    var parts = [headline(story, number)]
    if let opening = story.opening { parts.append(titled(IssuePhrases.opening, [quote(opening)])) }
    if !story.said.isEmpty {
      parts.append(titled("What was said", story.said.map { quote($0) }))
    }
    for position in story.positions {
      parts.append(titled(IssuePhrases.act(position.act), position.quotes.map { quote($0) }))
    }
    if !story.heard.isEmpty {
      let moments = story.heard.map { item(IssuePhrases.moment($0), link: $0.url) }
      parts.append(titled("Heard on", [joined(moments)]))
    }
    if !story.also.isEmpty {
      parts.append(
        titled("Also on this", [joined(story.also.map { item($0.title, link: $0.url) })]))
    }
    if let thread = story.thread, !thread.holes.isEmpty {
      parts.append(paragraph("Posts that the feed dropped: \(Words.ranges(thread.holes))"))
    }
    return apart(parts)
  }

  private mutating func headline(_ story: IssueComposition.Story, _ number: Int) -> String {
    let title = story.title + mark(story.thread?.url)
    var parts = [paragraph(title, first: "\(number). ", rest: "   ")]
    let state = IssuePhrases.state(of: story)
    if !state.isEmpty { parts.append(paragraph(state)) }
    for proposal in story.topic?.refs ?? [] {
      parts.append(
        paragraph("\(proposal.id) \(proposal.title): \(proposal.status)", link: proposal.url))
    }
    if let since = story.thread?.since { parts.append(paragraph(IssuePhrases.since(since))) }
    if let remark = story.remark { parts.append(paragraph("From the editor: \(remark)")) }
    if let opened = story.thread?.opened {
      parts.append(paragraph("How it opened stands in the issue of \(opened.window)."))
    }
    return joined(parts)
  }

  /// A thread with the sentence that says most.
  mutating func brief(_ thread: ThreadReport, _ said: Quote?) -> String {
    let head = item("\(thread.title) (\(Words.state(thread)))", link: thread.url)
    return joined([head] + [said].compactMap { $0 }.map { quote($0) })
  }

  /// An episode with its chapters.
  mutating func episode(_ episode: EpisodeReport) -> String {
    let length = episode.seconds.map { ", \(Words.clock($0))" } ?? ""
    var head = [
      item("\(episode.show): \(episode.title)\(length)", link: episode.url ?? episode.audio)
    ]
    if let people = EpisodeView.people(episode) { head.append(paragraph("With \(people)")) }
    var foot: [String] = []
    if let reads = EpisodeView.reads(episode) {
      foot.append(paragraph("Sponsor reads left out: \(reads)"))
    }
    if episode.timesMayShift { foot.append(paragraph(IssuePhrases.shifts)) }
    let list = chapters(IssueComposition.listed(episode))
    return apart([joined(head), list, joined(foot)].filter { !$0.isEmpty })
  }

  /// Chapters without quotes stand close together.
  private mutating func chapters(_ reports: [ChapterReport]) -> String {
    var list = ""
    for (place, report) in reports.enumerated() {
      let isClose = place > 0 && reports[place - 1].summary.isEmpty && report.summary.isEmpty
      if place > 0 { list += isClose ? "\n" : "\n\n" }
      let time = Words.clock(report.chapter.start) + "  "
      let head = paragraph(
        report.chapter.title, first: time, rest: String(repeating: " ", count: time.utf8.count))
      list += joined([head, apart(report.summary.map { quote($0) })].filter { !$0.isEmpty })
    }
    return list
  }

  /// An article with its sentences and the places where it stands, too.
  mutating func article(_ article: ArticleReport) -> String {
    let author = article.author.map { ", by \($0)" } ?? ""
    let head = item(article.title + author, link: article.url)
    let copies = article.copies.map { paragraph("also at \($0.site)", link: $0.url) }
    let said = apart(article.summary.map { quote($0) })
    return joined(([head] + copies + [said]).filter { !$0.isEmpty })
  }

  private func titled(_ title: String, _ parts: [String]) -> String {
    joined([layout.line("\(title):"), apart(parts)])
  }
}
