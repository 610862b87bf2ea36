// Seconds, counts and states in words.

package import Model

/// Seconds, counts and states in words.
package enum Words {
  /// Seconds of an episode as a whole number: whatever a source says, one that an episode can have.
  package static func whole(_ seconds: Double) -> Int {
    seconds.isFinite ? Int(min(max(0, seconds), 10_000_000)) : 0
  }

  /// `8:31`, `1:03:13`.
  package static func clock(_ seconds: Double) -> String {
    let total = whole(seconds)
    let minutes = total / 60 % 60
    let rest = total % 60
    let two = rest < 10 ? "0\(rest)" : "\(rest)"
    if total < 3600 { return "\(minutes):\(two)" }
    return "\(total / 3600):\(minutes < 10 ? "0" : "")\(minutes):\(two)"
  }

  /// `1 post`, `3 posts`.
  package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `day 12, +41 posts by 9 people`.
  package static func state(_ thread: ThreadReport) -> String {
    let news = "+\(count(thread.newPosts, "post")) by \(count(thread.people, "person", "people"))"
    switch thread.state {
    case .new:
      return "new, \(count(thread.newPosts, "post")) by \(count(thread.people, "person", "people"))"
    case .revived: return "back after a pause, \(news)"
    case .decided: return "decided, \(news)"
    case .ongoing: return thread.days.map { "day \($0), \(news)" } ?? news
    }
  }

  /// `12 posts by 7 people, Ann Lee and Bo Ek for the first time`.
  package static func since(_ since: ThreadReport.Since) -> String {
    let news = "\(count(since.posts, "post")) by \(count(since.people, "person", "people"))"
    guard !since.newcomers.isEmpty else { return news }
    let named = since.newcomers.prefix(3)
    let more = since.newcomers.count - named.count
    let people = more > 0 ? named + ["\(more) more"] : named
    return "\(news), \(list(Array(people))) for the first time"
  }

  /// `Ann, Bo and Cy`.
  package static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// How the quote of the week is chosen.
  package static let quoteRule =
    "Of the leading threads’ sentences that are not printed above, the one that stands best by itself: "
    + "10 to 28 words, general rather than personal, few names and numbers, last in its post or in a post that others quote."

  /// `rising: 12 this week, 4 a week before`; `nil` where nothing changes or too little is known.
  package static func trend(_ topic: Topic) -> String? {
    let counts = topic.history.suffix(7).map { $0.posts + $0.moments }
    guard let trend = topic.trend, trend != .steady, let last = counts.last, counts.count > 1 else {
      return nil
    }
    let before = counts.dropLast().reduce(0, +) / (counts.count - 1)
    return "\(trend.rawValue): \(last) this week, \(before) a week before"
  }

  /// `1-3, 7`: ranges of post numbers.
  package static func ranges(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
