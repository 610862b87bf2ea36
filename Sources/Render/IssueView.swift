// An issue to the values that its page's template prints.

package import Model

/// An issue to the values that its page's template prints.
struct IssueView {
  /// The day of a moment where the publication is.
  let day: (Timestamp) -> CalendarDay

  /// The values of `issue.html`.
  ///
  /// - Parameter site: Values that every page has (see `SiteView`).
  func value(_ issue: Issue, site: [String: TemplateValue]) -> TemplateValue {
    let composition = IssueComposition(issue)
    var fields = site
    fields["heading"] = TemplateValue(issue.title)
    fields["page_title"] = TemplateValue("\(issue.title): \(issue.window.spelled)")
    fields["window"] = TemplateValue(issue.window.spelled)
    fields["week"] = TemplateValue(issue.window.isWeek ? issue.window.week : nil)
    fields["slug"] = TemplateValue(issue.window.slug)
    fields["first_day"] = TemplateValue(issue.window.firstDay.iso8601)
    fields["statistics"] = Self.statistics(issue.statistics)
    fields["note"] = .list(issue.editorial.note.map { TemplateValue($0) })
    fields["corrections"] = .list(
      issue.editorial.corrections.map { .object(["text": TemplateValue($0)]) })
    let lines = IssueComposition.inShort(issue, composition)
    fields["description"] = TemplateValue(lines.map(\.text).joined(separator: " · "))
    fields["has_short"] = .flag(!lines.isEmpty || !issue.registries.isEmpty)
    fields["in_short"] = .list(
      lines.map {
        .object([
          "text": TemplateValue($0.text), "note": TemplateValue($0.note.isEmpty ? nil : $0.note),
        ])
      })
    fields["decisions"] = .list(issue.decisions.map { Self.proposal($0.proposal, was: $0.was) })
    fields["announced"] = .list(composition.announced.map { quote($0.quote, of: $0.thread.title) })
    fields["deadlines"] = .list(issue.deadlines.map(deadline))
    fields["has_news"] = .flag(
      !issue.decisions.isEmpty || !composition.announced.isEmpty || !issue.deadlines.isEmpty)
    fields["has_registry"] = .flag(!issue.registries.isEmpty)
    fields["leads"] = .list(
      composition.leads.enumerated().map {
        lead($1, number: $0 + 1, isPinned: Self.isPinned($1, issue.editorial))
      })
    fields["moving"] = .list(composition.moving.map { brief($0, issue.editorial) })
    fields["fresh"] = .list(composition.fresh.map { brief($0, issue.editorial) })
    fields["further"] =
      composition.further > 0
      ? TemplateValue(Words.count(composition.further, "thread")) : .nothing
    fields["episodes"] = .list(composition.episodes.map { episode($0, issue) })
    fields["articles"] = .list(composition.articles.map { article($0, issue.editorial) })
    fields["titles"] = .list(composition.titles.map { article($0, issue.editorial) })
    fields["further_articles"] =
      composition.furtherArticles > 0
      ? TemplateValue(Words.count(composition.furtherArticles, "article")) : .nothing
    fields["quote_of_the_week"] =
      issue.quoteOfTheWeek.map { quote($0) } ?? .nothing
    fields["quote_rule"] = TemplateValue(Words.quoteRule)
    fields["glossary"] = .list(issue.glossary.map(term))
    fields["missing"] = .list(
      issue.missing.map {
        .object(["source": TemplateValue($0.source), "what": TemplateValue($0.what)])
      })
    let topics = issue.unmutedTopics
    fields["topics"] = .list(
      topics.map {
        .object([
          "label": TemplateValue($0.label), "slug": TemplateValue($0.slug),
          "last": .flag($0.slug == topics.last?.slug),
        ])
      })
    fields["sources"] = .list(
      issue.sources.map {
        .object([
          "name": TemplateValue($0.name), "url": TemplateValue(HTMLEscaping.link($0.address)),
        ])
      })
    fields["is_empty"] = .flag(issue.isEmpty)
    return .object(fields.withPresence)
  }

  private static func isPinned(_ story: IssueComposition.Story, _ editorial: Editorial) -> Bool {
    editorial.pinned.contains { $0 == story.thread?.id || $0 == story.topic?.slug }
  }

  private func deadline(_ deadline: Issue.Deadline) -> TemplateValue {
    .object([
      "day": TemplateValue(deadline.day.long), "iso": TemplateValue(deadline.day.iso8601),
      "title": TemplateValue(deadline.title), "quote": quote(deadline.quote),
    ])
  }

  private func term(_ term: Issue.Term) -> TemplateValue {
    .object([
      "term": TemplateValue(term.name), "definition": TemplateValue(term.definition),
      "quote": term.quote.map { quote($0) } ?? .nothing,
    ])
  }

  private static func statistics(_ numbers: Issue.Statistics) -> TemplateValue {
    let parts = [
      (numbers.posts, "post", "posts"), (numbers.threads, "thread", "threads"),
      (numbers.people, "person", "people"), (numbers.episodes, "episode", "episodes"),
      (numbers.articles, "article", "articles"),
    ]
    return .list(
      parts.filter { $0.0 > 0 }.map {
        .object([
          "number": TemplateValue($0.0), "noun": TemplateValue($0.0 == 1 ? $0.1 : $0.2),
        ])
      })
  }

  /// - Parameter was: Its status before, where that is known.
  static func proposal(_ proposal: Proposal, was: String? = nil) -> TemplateValue {
    .object([
      "was": TemplateValue(was),
      "id": TemplateValue(proposal.id), "title": TemplateValue(proposal.title),
      "status": TemplateValue(proposal.status),
      "url": TemplateValue(HTMLEscaping.link(proposal.url)),
      "day": TemplateValue(proposal.decidedOn?.long),
      "resolution": TemplateValue(HTMLEscaping.link(proposal.resolution)),
      "discussion": TemplateValue(HTMLEscaping.link(proposal.discussion)),
    ])
  }

  private func lead(_ story: IssueComposition.Story, number: Int, isPinned: Bool)
    -> TemplateValue
  {
    var fields: [String: TemplateValue] = [
      "number": TemplateValue(number), "title": TemplateValue(story.title),
      "id": TemplateValue(story.anchor),
      "url": TemplateValue(HTMLEscaping.link(story.thread?.url)),
      "said": .list(story.said.map { quote($0) }),
      "opening": story.opening.map { quote($0) } ?? .nothing,
      "positions": .list(
        story.positions.map { position in
          .object([
            "act": TemplateValue(position.act.rawValue),
            "quotes": .list(position.quotes.map { quote($0) }),
          ])
        }),
      "heard": .list(story.heard.map(Self.member)), "also": .list(story.also.map(Self.member)),
      "editor": TemplateValue(story.remark), "pinned": .flag(isPinned),
    ]
    if let thread = story.thread {
      fields["since"] = thread.since.map(Self.since) ?? .nothing
      fields["opened"] =
        thread.opened.map {
          .object([
            "slug": TemplateValue($0.issue), "window": TemplateValue($0.window),
            "anchor": TemplateValue(Slug.anchor(of: thread.id)),
          ])
        } ?? .nothing
      fields["state"] = TemplateValue(Words.state(thread))
      fields["site"] = TemplateValue(thread.site)
      fields["first_new"] = TemplateValue(HTMLEscaping.link(thread.firstNewURL))
      if !thread.holes.isEmpty { fields["holes"] = TemplateValue(Words.ranges(thread.holes)) }
    }
    if let topic = story.topic {
      fields["topic"] = .object(
        [
          "label": TemplateValue(topic.label), "slug": TemplateValue(topic.slug),
          "is_other": .flag(topic.label != story.title),
          "trend": TemplateValue(Words.trend(topic)),
          "terms": .list(topic.terms.prefix(6).map { TemplateValue($0) }),
          "refs": .list(topic.refs.map { Self.proposal($0) }),
          "weeks": Charts.weeks(topic.history).map(TemplateValue.html) ?? .nothing,
        ].withPresence)
    }
    return .object(fields.withPresence)
  }

  static func since(_ since: ThreadReport.Since) -> TemplateValue {
    .object([
      "slug": TemplateValue(since.issue), "window": TemplateValue(since.window),
      "text": TemplateValue(Words.since(since)),
    ])
  }

  private func brief(
    _ item: (thread: ThreadReport, quote: Quote?), _ editorial: Editorial
  ) -> TemplateValue {
    .object([
      "editor": TemplateValue(editorial.remark(on: [item.thread.id])),
      "title": TemplateValue(item.thread.title),
      "id": TemplateValue(Slug.anchor(of: item.thread.id)),
      "url": TemplateValue(HTMLEscaping.link(item.thread.url)),
      "state": TemplateValue(Words.state(item.thread)),
      "quote": item.quote.map { quote($0) } ?? .nothing,
    ])
  }

  private func episode(_ episode: EpisodeReport, _ issue: Issue) -> TemplateValue {
    let chapters = episode.chapters.map(\.chapter)
    let moments = EpisodeView.moments(of: episode, in: issue).compactMap(\.member.start)
    return .object([
      "editor": TemplateValue(issue.editorial.remark(on: [episode.id])),
      "title": TemplateValue(episode.title), "show": TemplateValue(episode.show),
      "id": TemplateValue(Slug.anchor(of: episode.id)),
      "url": TemplateValue(HTMLEscaping.link(episode.url ?? episode.audio)),
      "length": TemplateValue(episode.seconds.map(Words.clock)),
      "day": TemplateValue(episode.published.map(day)?.long),
      "bar": episode.seconds.flatMap { Charts.chapters(chapters, seconds: $0, moments: moments) }
        .map(TemplateValue.html) ?? .nothing,
      "chapters": .list(
        IssueComposition.listed(episode).map { report in
          .object([
            "time": TemplateValue(Words.clock(report.chapter.start)),
            "title": TemplateValue(report.chapter.title),
            "url": TemplateValue(HTMLEscaping.link(report.url)),
            "quotes": .list(report.summary.map { quote($0) }),
          ])
        }),
      "found": .flag(chapters.contains { !$0.given }), "shifts": .flag(episode.timesMayShift),
      "page": TemplateValue(EpisodeView.slug(of: episode.id)),
      "people": TemplateValue(EpisodeView.people(episode)),
      "cut": TemplateValue(EpisodeView.reads(episode)),
    ])
  }

  private func article(_ article: ArticleReport, _ editorial: Editorial) -> TemplateValue {
    .object([
      "editor": TemplateValue(editorial.remark(on: [article.id])),
      "title": TemplateValue(article.title), "id": TemplateValue(Slug.anchor(of: article.id)),
      "url": TemplateValue(HTMLEscaping.link(article.url)),
      "author": TemplateValue(article.author), "site": TemplateValue(article.site),
      "day": TemplateValue(article.published.map(day)?.long),
      "quotes": .list(article.summary.map { quote($0) }),
      "copies": .list(
        article.copies.map {
          .object([
            "site": TemplateValue($0.site), "url": TemplateValue(HTMLEscaping.link($0.url)),
          ])
        }),
    ])
  }

  static func member(_ member: Topic.Member) -> TemplateValue {
    .object([
      "title": TemplateValue(member.title), "url": TemplateValue(HTMLEscaping.link(member.url)),
      "kind": TemplateValue(member.kind.rawValue),
      "time": TemplateValue(member.start.map(Words.clock)),
      "end": TemplateValue(member.end.map(Words.clock)),
    ])
  }

  /// - Parameters:
  ///   - thread: The title of what it stands in, where that is not told by its place.
  ///   - prefix: Tells apart the ids of sentences of several issues on one page.
  func quote(_ quote: Quote, of thread: String? = nil, prefix: String = "")
    -> TemplateValue
  {
    let place = quote.start.map(Words.clock) ?? quote.post.map { "#\($0)" }
    return .object([
      "text": TemplateValue(quote.text), "author": TemplateValue(quote.author),
      "url": TemplateValue(HTMLEscaping.link(quote.url)), "place": TemplateValue(place),
      "is_spoken": .flag(quote.start != nil),
      "published": TemplateValue(quote.published?.rfc3339),
      "day": TemplateValue(quote.published.map(day)?.long),
      "id": TemplateValue("q-" + prefix + QuoteID.of(quote)),
      "quote_lang": TemplateValue(quote.language), "thread": TemplateValue(thread),
    ])
  }
}

/// Stable names for quotes.
package enum QuoteID {
  /// The id of a quote's element in the issue's page.
  package static func anchor(_ quote: Quote) -> String { "q-" + of(quote) }

  /// What ``of(_:)`` gave for the quote that a person means with an element's id: alone, behind a
  /// page's address, of an issue's page or of a topic's, which has the issue's name in it; `nil` when
  /// it is no such id.
  package static func meant(by name: String) -> String? {
    let fragment = name.lastIndex(of: "#").map { name[name.index(after: $0)...] } ?? name[...]
    guard fragment.hasPrefix("q-") else { return nil }
    return fragment.split(separator: "-").last.map(String.init)
  }

  /// Ten characters out of origin and words.
  package static func of(_ quote: Quote) -> String {
    String(StableHash.of(quote.origin + "\n" + quote.text).suffix(10))
  }
}
