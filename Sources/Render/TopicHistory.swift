// Topics over the months, gathered issue by issue.

import Model

/// One topic through the issues that printed it.
struct TopicHistory {
  /// An issue's state of it.
  struct Printed {
    /// The issue's days.
    let window: Window
    /// What the topic had then.
    let count: Topic.WeekCount?
    /// What was said on it; `nil` in issues that are not among the newest ones that had it.
    let said: Topic?
  }

  /// Of how many issues, the newest ones that had a topic, its page has the quotes and members; of the
  /// older ones the issues' own pages have them.
  static let whole = 12

  /// The topic in the newest issue that had it.
  let latest: Topic
  /// The issues that printed it, newest first.
  fileprivate(set) var issues: [Printed] = []

  fileprivate init(_ latest: Topic) { self.latest = latest }

  fileprivate mutating func add(_ topic: Topic, _ window: Window) {
    issues.append(
      Printed(
        window: window, count: topic.history.last, said: issues.count < Self.whole ? topic : nil))
  }

  /// What it had in the weeks that are known, newest first; of issues whose first days are in one week
  /// the last counts.
  var weeks: [Topic.WeekCount] {
    var weeks = Array(latest.history.reversed())
    for count in issues.compactMap(\.count) where count.week < weeks.last?.week ?? "~" {
      weeks.append(count)
    }
    return weeks
  }
}

/// A topic in a list of topics.
struct TopicListing {
  /// Its name in addresses.
  let slug: String
  /// Its name for readers.
  let label: String
  /// Its weeks as a picture, where there are some.
  let weeks: HTML?
  /// How many issues had it.
  fileprivate(set) var issues = 0
}

/// All topics through the issues that printed them.
///
/// A topic is given out with the oldest issue that has it, so what is held are those in between, and
/// of the others a line.
struct TopicHistories {
  /// The topics that an issue had, and no newer one.
  struct Group {
    /// The issue's days.
    let window: Window
    /// Its topics, in its order.
    fileprivate(set) var topics: [TopicListing] = []
  }

  /// All topics, by the newest issue that had them; an issue that is the newest of none is absent.
  private(set) var groups: [Group] = []
  private let oldest: [String: String]
  private var open: [String: (group: Int, place: Int, history: TopicHistory)] = [:]

  /// Begins.
  ///
  /// - Parameter oldest: The name of the oldest issue that has a topic, by the topic's name; topics
  ///   that are absent are given out by ``rest()``.
  init(oldest: [String: String]) { self.oldest = oldest }

  /// Adds the topics of an issue that is older than those before.
  ///
  /// - Returns: Those that no older issue has.
  mutating func add(_ issue: Issue) -> [TopicHistory] {
    groups.append(Group(window: issue.window))
    var complete: [TopicHistory] = []
    for topic in issue.unmutedTopics {
      var state = open.removeValue(forKey: topic.slug) ?? begun(topic)
      state.history.add(topic, issue.window)
      groups[state.group].topics[state.place].issues += 1
      if oldest[topic.slug] == issue.window.slug {
        complete.append(state.history)
      } else {
        open[topic.slug] = state
      }
    }
    if groups.last?.topics.isEmpty == true { groups.removeLast() }
    return complete
  }

  private mutating func begun(_ topic: Topic) -> (group: Int, place: Int, history: TopicHistory) {
    let group = groups.count - 1
    groups[group].topics.append(
      TopicListing(slug: topic.slug, label: topic.label, weeks: Charts.weeks(topic.history)))
    return (group, groups[group].topics.count - 1, TopicHistory(topic))
  }

  /// The topics that were not given out with an issue, by name.
  func rest() -> [TopicHistory] {
    open.sorted { $0.key < $1.key }.map(\.value.history)
  }
}
