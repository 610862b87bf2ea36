// The values of an episode's page.

import Model

/// The values of an episode's page.
package enum EpisodeView {
  /// The page's name: readable, and one for each episode however alike their names begin.
  package static func slug(of id: String) -> String {
    "\(Slug.make(id).prefix(48))-\(StableHash.of(id).suffix(6))"
  }

  /// Who is heard, with their roles: `Ann Lee (host), Bo Ek (guest)`; `nil` when nobody is named.
  static func people(_ episode: EpisodeReport) -> String? {
    let people = episode.people.map { "\($0.name) (\($0.role))" }
    return people.isEmpty ? nil : people.joined(separator: ", ")
  }

  /// The advertising that was left out, with its minutes: `1:42 to 2:05, 18:47 to 20:35`; `nil`
  /// when none was found.
  static func reads(_ episode: EpisodeReport) -> String? {
    let reads = episode.chapters.map(\.chapter).filter(\.sponsor).map {
      "\(Words.clock($0.start)) to \(Words.clock($0.end))"
    }
    return reads.isEmpty ? nil : reads.joined(separator: ", ")
  }

  /// The moments of an episode that belong to the issue's topics, in order.
  static func moments(of episode: EpisodeReport, in issue: Issue) -> [(
    topic: Topic, member: Topic.Member
  )] {
    issue.unmutedTopics.flatMap { topic in
      topic.members.filter { $0.kind == .moment && $0.id == episode.id }.map { (topic, $0) }
    }.sorted { ($0.1.start ?? 0, $0.0.slug) < ($1.1.start ?? 0, $1.0.slug) }
  }

  /// The values of `episode.html`.
  ///
  /// - Parameter view: How its quotes and days are shown.
  static func value(
    _ episode: EpisodeReport, in issue: Issue, _ view: IssueView, common: [String: TemplateValue]
  ) -> TemplateValue {
    var fields = common
    let chapters = episode.chapters.map(\.chapter)
    let moments = moments(of: episode, in: issue)
    fields["page_title"] = TemplateValue("\(episode.title) - \(episode.show)")
    fields["episode"] = TemplateValue(episode.title)
    fields["show"] = TemplateValue(episode.show)
    fields["url"] = TemplateValue(HTMLEscaping.link(episode.url ?? episode.audio))
    fields["length"] = TemplateValue(episode.seconds.map(Words.clock))
    fields["day"] = TemplateValue(episode.published.map(view.day)?.long)
    fields["issue"] = TemplateValue(issue.window.slug)
    fields["window"] = TemplateValue(issue.window.spelled)
    fields["people"] = .list(
      episode.people.enumerated().map { place, person in
        .object([
          "last": .flag(place == episode.people.count - 1),
          "name": TemplateValue(person.name), "role": TemplateValue(person.role),
          "url": TemplateValue(HTMLEscaping.link(person.url)),
        ])
      })
    fields["bar"] =
      episode.seconds.flatMap { seconds in
        Charts.chapters(chapters, seconds: seconds, moments: moments.compactMap(\.member.start))
      }.map(TemplateValue.html) ?? .nothing
    fields["chapters"] = .list(episode.chapters.map { chapter($0, view) })
    fields["found"] = .flag(chapters.contains { !$0.given })
    fields["shifts"] = .flag(episode.timesMayShift)
    fields["moments"] = .list(
      moments.map { topic, member in
        .object([
          "topic": TemplateValue(topic.label), "slug": TemplateValue(topic.slug),
          "url": TemplateValue(HTMLEscaping.link(member.url)),
          "time": TemplateValue(member.start.map(Words.clock)),
          "end": TemplateValue(member.end.map(Words.clock)),
        ])
      })
    fields["soundbites"] = .list(
      episode.soundbites.map { report in
        let bite = report.soundbite
        return .object([
          "title": TemplateValue(bite.title ?? episode.title),
          "time": TemplateValue(Words.clock(bite.start)),
          "end": TemplateValue(Words.clock(bite.start + bite.duration)),
          "url": TemplateValue(HTMLEscaping.link(report.url)),
        ])
      })
    fields["transcript"] = .list(
      episode.transcript.map { cue in
        .object([
          "time": TemplateValue(cue.start.map(Words.clock)),
          "speaker": TemplateValue(cue.speaker), "text": TemplateValue(cue.text),
        ])
      })
    return .object(fields.withPresence)
  }

  private static func chapter(_ report: ChapterReport, _ view: IssueView) -> TemplateValue {
    .object([
      "time": TemplateValue(Words.clock(report.chapter.start)),
      "end": TemplateValue(Words.clock(report.chapter.end)),
      "title": TemplateValue(report.chapter.title), "sponsor": .flag(report.chapter.sponsor),
      "url": TemplateValue(HTMLEscaping.link(report.url)),
      "quotes": .list(report.summary.map { view.quote($0) }),
    ])
  }
}
