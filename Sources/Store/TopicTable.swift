// Topics over all published issues.

package import Model

/// A topic over all published issues.
package struct TopicRecord: Equatable, Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its name for readers, as printed last.
  package var label = ""
  /// Its counts, one a week, oldest first; weeks that did not have it are absent.
  package var weeks: [Topic.WeekCount] = []
  /// The names of the issues that had it, oldest first.
  package var issues: [String] = []
}

extension Archive {
  /// All topics that were ever printed, the one in the newest issue first, then that of more weeks,
  /// then by slug.
  package func topicRecords() throws -> [TopicRecord] {
    var records: [String: TopicRecord] = [:]
    var last: [String: Int64] = [:]
    try connection.query(
      """
      SELECT printed_topic.slug, label, week, posts, moments, issue.slug, issue.until
      FROM printed_topic JOIN issue ON issue.slug = printed_topic.issue
      ORDER BY issue.until, issue.slug
      """
    ) { row in
      let slug = row.text(0) ?? ""
      let count = Topic.WeekCount(
        week: row.text(2) ?? "", posts: Int(row.integer(3) ?? 0), moments: Int(row.integer(4) ?? 0))
      var record = records[slug] ?? TopicRecord(slug: slug)
      record.label = row.text(1) ?? ""
      // Of issues whose first days are in one week the last counts.
      if record.weeks.last?.week == count.week { record.weeks.removeLast() }
      record.weeks.append(count)
      record.issues.append(row.text(5) ?? "")
      records[slug] = record
      last[slug] = row.integer(6)
    }
    return records.values.sorted { a, b in
      let (x, y) = (last[a.slug] ?? 0, last[b.slug] ?? 0)
      if x != y { return x > y }
      return a.weeks.count != b.weeks.count ? a.weeks.count > b.weeks.count : a.slug < b.slug
    }
  }
}
