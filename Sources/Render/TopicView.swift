// Topics over the months, and the values of their pages.

import Model

/// One topic through the issues that printed it.
struct TopicHistory {
  /// An issue's state of it.
  struct Printed {
    /// The issue's days.
    let window: Window
    /// The topic as it was printed.
    let topic: Topic
  }

  /// The issues that printed it, newest first.
  fileprivate(set) var issues: [Printed]

  /// The topic in the newest of them.
  var latest: Topic { issues[0].topic }
}

/// All topics through the issues that printed them.
struct TopicHistories {
  /// The topics, by the newest issue, in its order.
  private(set) var all: [TopicHistory] = []
  private var places: [String: Int] = [:]

  /// Adds the topics of an issue that is older than those before.
  mutating func add(_ issue: Issue) {
    for topic in issue.unmutedTopics {
      let printed = TopicHistory.Printed(window: issue.window, topic: topic)
      if let place = places[topic.slug] {
        all[place].issues.append(printed)
      } else {
        places[topic.slug] = all.count
        all.append(TopicHistory(issues: [printed]))
      }
    }
  }
}

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
    fields["history"] = .list(
      topic.history.reversed().map {
        .object(["week": TemplateValue($0.week), "count": TemplateValue(count($0))])
      })
    fields["issues"] = .list(
      history.issues.map { printed in
        .object(
          [
            "slug": TemplateValue(printed.window.slug),
            "window": TemplateValue(printed.window.spelled),
            "first_day": TemplateValue(printed.window.firstDay.iso8601),
            "count": TemplateValue(printed.topic.history.last.map(count)),
            "said": .list(
              printed.topic.summary.map {
                view.quote($0, prefix: "\(printed.window.slug)-")
              }),
            "members": .list(printed.topic.members.map(IssueView.member)),
          ].withPresence)
      })
    return .object(fields.withPresence)
  }

  /// The values of `topics.html`.
  static func list(_ topics: [TopicHistory], title: String, common: [String: TemplateValue])
    -> TemplateValue
  {
    var fields = common
    fields["page_title"] = TemplateValue("Topics - \(title)")
    fields["topics"] = .list(
      topics.map { history in
        let topic = history.latest
        return .object([
          "slug": TemplateValue(topic.slug), "label": TemplateValue(topic.label),
          "count": TemplateValue(Words.count(history.issues.count, "issue")),
          "latest": TemplateValue(history.issues[0].window.spelled),
          "issue": TemplateValue(history.issues[0].window.slug),
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
