// Topics over the months, and the values of their pages.

import Model

/// One topic through the issues that printed it.
struct TopicHistory {
  /// The topic in the newest of them.
  let latest: Topic
  /// The issues that printed it, newest first, each with its own state of the topic.
  let issues: [(issue: Issue, topic: Topic)]

  /// All topics of some issues, by the newest issue, in its order.
  ///
  /// - Parameter issues: Newest first.
  static func all(_ issues: [Issue]) -> [TopicHistory] {
    var order: [String] = []
    var found: [String: [(issue: Issue, topic: Topic)]] = [:]
    for issue in issues {
      let muted = Set(issue.editorial.muted)
      for topic in issue.topics where !muted.contains(topic.slug) {
        if found[topic.slug] == nil { order.append(topic.slug) }
        found[topic.slug, default: []].append((issue, topic))
      }
    }
    return order.compactMap { slug in
      guard let issues = found[slug], let first = issues.first else { return nil }
      return TopicHistory(latest: first.topic, issues: issues)
    }
  }
}

/// The values of the topics' pages.
enum TopicView {
  /// The values of `topic.html`.
  static func value(_ history: TopicHistory, common: [String: TemplateValue]) -> TemplateValue {
    let topic = history.latest
    var fields = common
    fields["page_title"] = TemplateValue("\(topic.label) - \(history.issues[0].issue.title)")
    fields["description"] = TemplateValue(topic.description)
    fields["label"] = TemplateValue(topic.label)
    fields["refs"] = .list(topic.refs.map { IssueView.proposal($0) })
    fields["terms"] = .list(topic.terms.map { TemplateValue($0) })
    fields["trend"] = TemplateValue(Words.trend(topic))
    fields["weeks"] = Charts.weeks(topic.history).map(TemplateValue.html) ?? .nothing
    fields["history"] = .list(
      topic.history.reversed().map {
        .object(["week": TemplateValue($0.week), "count": TemplateValue(count($0))])
      })
    fields["issues"] = .list(
      history.issues.map { issue, topic in
        .object(
          [
            "slug": TemplateValue(issue.window.slug),
            "window": TemplateValue(issue.window.spelled),
            "first_day": TemplateValue(issue.window.firstDay.iso8601),
            "count": TemplateValue(topic.history.last.map(count)),
            "said": .list(
              topic.summary.map { IssueView.quote($0, prefix: "\(issue.window.slug)-") }),
            "members": .list(topic.members.map(IssueView.member)),
          ].withPresence)
      })
    return .object(fields.withPresence)
  }

  /// The values of `topics.html`.
  static func list(_ topics: [TopicHistory], common: [String: TemplateValue]) -> TemplateValue {
    var fields = common
    fields["page_title"] = TemplateValue("Topics - \(topics.first?.issues[0].issue.title ?? "")")
    fields["topics"] = .list(
      topics.map { history in
        let topic = history.latest
        return .object([
          "slug": TemplateValue(topic.slug), "label": TemplateValue(topic.label),
          "count": TemplateValue(Words.count(history.issues.count, "issue")),
          "latest": TemplateValue(history.issues[0].issue.window.spelled),
          "issue": TemplateValue(history.issues[0].issue.window.slug),
          "weeks": Charts.weeks(topic.history).map(TemplateValue.html) ?? .nothing,
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
