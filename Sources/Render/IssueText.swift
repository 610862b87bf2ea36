// An issue to the values that its text edition's template prints: laid out, with numbered links.

package import Model

/// An issue to the values of `issue.txt`: every value is laid out already, links are numbered in
/// order.
package struct IssueText {
  private let layout: TextLayout
  private var links: [String] = []

  /// The values of `issue.txt`.
  package static func value(_ issue: Issue, layout: TextLayout) -> TemplateValue {
    var text = IssueText(layout: layout)
    return text.fields(issue)
  }

  private init(layout: TextLayout) { self.layout = layout }

  private mutating func fields(_ issue: Issue) -> TemplateValue {
    let composition = IssueComposition(issue)
    var fields: [String: TemplateValue] = [:]
    fields["masthead"] = line(masthead(issue))
    fields["note"] = block(issue.editorial.note.map { wrapped($0, "", "") }, apart: true)
    fields["corrections"] = block(issue.editorial.corrections.map { wrapped($0, "* ", "  ") })
    fields["in_short"] = block(
      IssueComposition.inShort(issue, composition).map { item in
        layout.wrap(
          HTMLEscaping.disarmed(item.note.isEmpty ? item.text : "\(item.text) (\(item.note))"),
          first: "* ", rest: "  ")
      })
    fields["decisions"] = block(issue.decisions.map { decision($0.proposal) })
    fields["leads"] = .list(composition.leads.enumerated().map { lead($1, $0 + 1) })
    fields["moving"] = block(composition.moving.map { brief($0) }, apart: true)
    fields["fresh"] = block(composition.fresh.map { brief($0) }, apart: true)
    fields["further"] =
      composition.further > 0
      ? line("And \(Words.count(composition.further, "thread")) more, on the page.") : .nothing
    fields["episodes"] = block(composition.episodes.map { episode($0) }, apart: true)
    fields["articles"] = block(composition.articles.map { article($0) }, apart: true)
    fields["quote_of_the_week"] = issue.quoteOfTheWeek.map { line(quote($0)) } ?? .nothing
    fields["glossary"] = block(
      issue.glossary.map { wrapped("\($0.name): \($0.definition ?? "")", "* ", "  ") })
    fields["missing"] = block(issue.missing.map { wrapped("\($0.source): \($0.what)", "* ", "  ") })
    fields["links"] = block(links.enumerated().map { "[\($0 + 1)] \($1)" })
    fields["is_empty"] = .flag(
      issue.threads.isEmpty && issue.articles.isEmpty && issue.episodes.isEmpty)
    return .object(fields.withPresence)
  }

  private func masthead(_ issue: Issue) -> String {
    let numbers = issue.statistics
    let counts = [
      (numbers.posts, "post", "posts"), (numbers.threads, "thread", "threads"),
      (numbers.people, "person", "people"), (numbers.episodes, "episode", "episodes"),
      (numbers.articles, "article", "articles"),
    ].filter { $0.0 > 0 }.map { Words.count($0.0, $0.1, $0.2) }
    return [
      issue.title.uppercased(), issue.window.spelled,
      counts.isEmpty ? "" : counts.joined(separator: " - "),
    ].filter { !$0.isEmpty }.map { layout.centered(HTMLEscaping.disarmed($0)) }
      .joined(separator: "\n")
  }

  private mutating func decision(_ proposal: Proposal) -> String {
    let day = proposal.decidedOn.map { ", \($0.long)" } ?? ""
    let mark = link(proposal.resolution ?? proposal.url)
    return wrapped("\(proposal.id) \(proposal.title): \(proposal.status)\(day)\(mark)", "* ", "  ")
  }

  private mutating func lead(_ story: IssueComposition.Story, _ number: Int) -> TemplateValue {
    var parts: [String] = []
    let mark = link(story.thread?.url)
    parts.append(wrapped("\(number). \(story.title)\(mark)", "", "   "))
    var state: [String] = []
    if let thread = story.thread { state.append("\(thread.site): \(Words.state(thread))") }
    if let topic = story.topic {
      let trend = Words.trend(topic)
      if topic.label != story.title {
        state.append("topic: \(topic.label)" + (trend.map { " (\($0))" } ?? ""))
      } else if let trend {
        state.append(trend)
      }
    }
    if !state.isEmpty { parts.append(wrapped(state.joined(separator: "; "), "   ", "   ")) }
    for proposal in story.topic?.refs ?? [] {
      parts.append(
        wrapped(
          "\(proposal.id) \(proposal.title): \(proposal.status)\(link(proposal.url))", "   ",
          "     "))
    }
    if let since = story.thread?.since {
      parts.append(
        wrapped("Since the issue of \(since.window): \(Words.since(since))", "   ", "   "))
    }
    if let remark = story.remark {
      parts.append(wrapped("From the editor: \(remark)", "   ", "   "))
    }
    var blocks = [parts.joined(separator: "\n")]
    if let opening = story.opening { blocks.append("   It opened with:\n" + quote(opening)) }
    if !story.said.isEmpty {
      blocks.append("   What was said:\n" + story.said.map { quote($0) }.joined(separator: "\n\n"))
    }
    for position in story.positions {
      let name = position.act.rawValue
      blocks.append(
        "   \(name.prefix(1).uppercased())\(name.dropFirst()) (computed):\n"
          + position.quotes.map { quote($0) }.joined(separator: "\n\n"))
    }
    if !story.heard.isEmpty {
      blocks.append(
        "   Heard on:\n"
          + story.heard.map { moment in
            let span = [moment.start, moment.end].compactMap { $0.map(Words.clock) }
            return wrapped(
              "\(moment.title), \(span.joined(separator: " to "))\(link(moment.url))", "   * ",
              "     ")
          }.joined(separator: "\n"))
    }
    if !story.also.isEmpty {
      blocks.append(
        "   Also on this:\n"
          + story.also.map { wrapped("\($0.title)\(link($0.url))", "   * ", "     ") }
          .joined(separator: "\n"))
    }
    if let thread = story.thread, !thread.holes.isEmpty {
      blocks.append(
        wrapped("Posts that the feed dropped: \(Words.ranges(thread.holes))", "   ", "   "))
    }
    return line(blocks.joined(separator: "\n\n"))
  }

  private mutating func brief(_ item: (thread: ThreadReport, quote: Quote?)) -> String {
    let head = wrapped(
      "\(item.thread.title) (\(Words.state(item.thread)))\(link(item.thread.url))", "* ", "  ")
    return item.quote.map { head + "\n" + quote($0) } ?? head
  }

  private mutating func episode(_ episode: EpisodeReport) -> String {
    let length = episode.seconds.map { ", \(Words.clock($0))" } ?? ""
    var lines = [
      wrapped(
        "\(episode.show): \(episode.title)\(length)\(link(episode.url ?? episode.audio))", "* ",
        "  ")
    ]
    if let people = EpisodeView.people(episode) {
      lines.append(wrapped("With \(people)", "  ", "  "))
    }
    for report in IssueComposition.listed(episode) {
      let time = Words.clock(report.chapter.start)
      let pad = String(repeating: " ", count: max(1, 8 - time.utf8.count))
      lines.append(wrapped(report.chapter.title, "  \(time)\(pad)", "          "))
      lines += report.summary.map { quote($0) }
    }
    if let reads = EpisodeView.reads(episode) {
      lines.append(wrapped("Sponsor reads left out: \(reads)", "  ", "  "))
    }
    if episode.timesMayShift {
      lines.append(
        wrapped("Advertising that is inserted into the audio can shift the times", "  ", "  "))
    }
    return lines.joined(separator: "\n")
  }

  private mutating func article(_ article: ArticleReport) -> String {
    let author = article.author.map { ", by \($0)" } ?? ""
    let head = wrapped("\(article.title)\(author)\(link(article.url))", "* ", "  ")
    let copies = article.copies.map {
      wrapped("also at \($0.site)\(link($0.url))", "  ", "  ")
    }
    return ([head] + copies + article.summary.map { quote($0) }).joined(separator: "\n")
  }

  /// A quote with its source on a line of its own.
  private mutating func quote(_ quote: Quote) -> String {
    let place = quote.start.map { ", \(Words.clock($0))" } ?? quote.post.map { ", #\($0)" } ?? ""
    let nobody = quote.start == nil ? "unnamed" : "unnamed speaker"
    let source = "\(quote.author ?? nobody)\(place)\(link(quote.url))"
    return wrapped(quote.text, "   | ", "   | ") + "\n" + wrapped("-- \(source)", "     ", "     ")
  }

  /// ` [7]` for an address, the same number for the same address; empty for none that may be
  /// linked.
  private mutating func link(_ address: String?) -> String {
    guard let address = HTMLEscaping.link(address) else { return "" }
    if let known = links.firstIndex(of: address) { return " [\(known + 1)]" }
    links.append(address)
    return " [\(links.count)]"
  }

  private func wrapped(_ text: String, _ first: String, _ rest: String) -> String {
    layout.wrap(HTMLEscaping.disarmed(text), first: first, rest: rest)
  }

  private func line(_ text: String) -> TemplateValue { .text(text) }

  private func block(_ lines: [String], apart: Bool = false) -> TemplateValue {
    lines.isEmpty ? .nothing : .text(lines.joined(separator: apart ? "\n\n" : "\n"))
  }
}
