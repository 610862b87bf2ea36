// The values of the pages of topics over the months.

import Model

/// The values of the topics' pages.
enum TopicView {
  /// The values of `topic.html`.
  ///
  /// - Parameters:
  ///   - view: How its quotes are shown.
  ///   - title: The publication's.
  static func value(
    _ history: TopicHistory, _ view: IssueView, title: String, common: [String: TemplateValue]
  ) -> TemplateValue {
    let topic = history.latest
    var fields = common
    fields["page_title"] = TemplateValue("\(topic.label) - \(title)")
    fields["description"] = TemplateValue(topic.description)
    fields["label"] = TemplateValue(topic.label)
    fields["refs"] = .list(topic.refs.map { IssueView.proposal($0) })
    fields["terms"] = .list(topic.terms.map { TemplateValue($0) })
    fields["trend"] = TemplateValue(Words.trend(topic))
    fields["weeks"] = Charts.weeks(topic.history).map(TemplateValue.html) ?? .nothing
    let issues = Dictionary(history.issues.map { ($0.count?.week, $0.window.slug) }) { newest, _ in
      newest
    }
    fields["history"] = .list(
      history.weeks.map {
        .object([
          "week": TemplateValue($0.week), "count": TemplateValue(count($0)),
          "issue": TemplateValue(issues[$0.week]),
        ])
      })
    fields["issues"] = .list(
      history.issues.compactMap { printed in
        guard let said = printed.said else { return nil }
        return .object(
          [
            "slug": TemplateValue(printed.window.slug),
            "window": TemplateValue(printed.window.spelled),
            "first_day": TemplateValue(printed.window.firstDay.iso8601),
            "count": TemplateValue(printed.count.map(count)),
            "said": .list(
              said.summary.map {
                view.quote($0, prefix: "\(printed.window.slug)-")
              }),
            "members": .list(said.members.map(IssueView.member)),
          ].withPresence)
      })
    return .object(fields.withPresence)
  }

  /// Topics of so many issues, the newest ones, are on the first page of topics.
  private static let listed = 12

  /// The pages that list topics, with their years: first that of the newest issues, without one, and
  /// where there are more, one of each year, by the newest issue that had them.
  static func pages(_ groups: [TopicHistories.Group]) -> [(
    year: Int?, groups: [TopicHistories.Group]
  )] {
    let newest = Array(groups.prefix(listed))
    guard newest.count < groups.count else { return [(nil, newest)] }
    return [(nil, newest)]
      + SiteView.years(groups.map(\.window.firstDay)).map { year in
        (year, groups.filter { $0.window.firstDay.year == year })
      }
  }

  /// The values of `topics.html`.
  ///
  /// - Parameters:
  ///   - groups: Those of one page.
  ///   - year: The page's year; `nil` for the first page.
  ///   - years: The years that have pages, newest first.
  static func list(
    _ groups: [TopicHistories.Group], year: Int?, years: [Int], title: String,
    common: [String: TemplateValue]
  ) -> TemplateValue {
    var fields = common
    fields["page_title"] = TemplateValue(
      year.map { "Topics of \($0) - \(title)" } ?? "Topics - \(title)")
    fields["year"] = year.map { TemplateValue($0) } ?? .nothing
    fields["years"] = .list(
      years.map {
        .object(["year": TemplateValue($0), "is_here": .flag($0 == year)])
      })
    fields["groups"] = .list(
      groups.map { group in
        .object([
          "issue": TemplateValue(group.window.slug),
          "window": TemplateValue(group.window.spelled),
          "first_day": TemplateValue(group.window.firstDay.iso8601),
          "topics": .list(
            group.topics.map { topic in
              .object([
                "slug": TemplateValue(topic.slug), "label": TemplateValue(topic.label),
                "count": topic.issues > 1
                  ? TemplateValue(Words.count(topic.issues, "issue")) : .nothing,
                "weeks": topic.weeks.map(TemplateValue.html) ?? .nothing,
              ])
            }),
        ])
      })
    return .object(fields.withPresence)
  }

  /// `12 posts, 2 moments`.
  private static func count(_ week: Topic.WeekCount) -> String {
    [
      week.posts > 0 ? Words.count(week.posts, "post") : nil,
      week.moments > 0 ? Words.count(week.moments, "moment") : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
