// Topics over the weeks.

import Analysis
package import Model
package import Store

/// Topics over the weeks, as they were printed.
package enum TopicsStage {
  /// A topic with how its weeks go.
  package struct Line: Sendable {
    /// The topic.
    package let record: TopicRecord
    /// Posts and moments of the weeks from its first on, weeks without it as 0; the last ones, where
    /// they are many.
    package let counts: [Int]
    /// How its weeks go; `nil` while they are too few to tell, and when the newest issue has it no
    /// more.
    package let trend: Topic.Trend?
  }

  /// What one issue had of a topic.
  package struct Appearance: Sendable {
    /// The issue's name in addresses.
    package let issue: String
    /// Its days, for a reader.
    package let days: String
    /// The topic as printed; `nil` when the issue's content was not kept.
    package let topic: Topic?
  }

  /// Weeks that are shown.
  private static let shown = 26

  /// All topics, the newest issue's first.
  package static func run(_ context: RunContext) throws -> [Line] {
    let archive = try context.storedArchive()
    let issues = try archive.publishedIssues().reversed()
    let newest = issues.last?.slug
    // A week from a Sunday on goes by the ISO week of its other days.
    let days = issues.map { issue in
      let window = CivilTime.window(from: issue.firstDay, until: issue.endDay)
      return CalendarDay.monday(ofISOWeek: window.week) ?? issue.firstDay
    }
    let weeks = weeks(from: days.min(), until: days.max())
    let printed = days.map(\.isoWeek)
    return try archive.topicRecords().map { record in
      let byWeek = Dictionary(record.weeks.map { ($0.week, $0.posts + $0.moments) }) { $1 }
      let first = record.weeks.first?.week
      let trend =
        record.issues.last == newest
        ? Trends.trend(Trends.counts(record.weeks, weeks: printed)) : nil
      return Line(
        record: record,
        counts: weeks.drop { $0 != first }.suffix(shown).map { byWeek[$0] ?? 0 }, trend: trend)
    }
  }

  /// The issues that had a topic, newest first.
  package static func run(topic slug: String, _ context: RunContext) throws -> (
    topic: TopicRecord, issues: [Appearance]
  ) {
    let archive = try context.storedArchive()
    let records = try archive.topicRecords()
    let name = slug.lowercased()
    guard
      let record = records.first(where: { $0.slug == name || $0.label.lowercased() == name })
    else { throw RunFailure.failed("no issue has a topic '\(slug)'\(hint(slug, records))") }
    let published = try archive.publishedIssues()
    let appearances = try record.issues.reversed().map { issue in
      let days = published.first { $0.slug == issue }
      return Appearance(
        issue: issue,
        days: days.map { CivilTime.window(from: $0.firstDay, until: $0.endDay).spelled } ?? issue,
        topic: try archive.printedIssue(issue)?.topics.first { $0.slug == record.slug })
    }
    return (record, appearances)
  }

  /// The topic that was meant: nearly so spelled, or with the name in its own.
  private static func hint(_ name: String, _ records: [TopicRecord]) -> String {
    let slip = Nearest.hint(name, records.map(\.slug) + records.map(\.label))
    guard slip.isEmpty else { return slip }
    let folded = name.lowercased()
    let longer = records.filter {
      folded.count > 2 && ($0.slug.contains(folded) || $0.label.lowercased().contains(folded))
    }.prefix(3).map { "'\($0.slug)'" }
    return longer.isEmpty
      ? "; 'hallway topics' lists them" : "; did you mean \(Nearest.either(longer))?"
  }

  /// The ISO weeks from one day's up to another's.
  private static func weeks(from first: CalendarDay?, until last: CalendarDay?) -> [String] {
    guard let first, let last else { return [] }
    return stride(from: 0, through: last.daysSinceEpoch - first.daysSinceEpoch + 6, by: 7)
      .map { first.advanced(by: $0).isoWeek }.filter { $0 <= last.isoWeek }
  }
}
