// Issues that were published and taken back.

package import Model

/// An issue that was published and taken back.
package struct Withdrawal: Equatable, Sendable {
  /// Its name in addresses.
  package let issue: String
  /// The first day it covered.
  package let firstDay: CalendarDay
  /// The first day after it.
  package let endDay: CalendarDay
  /// When it was taken back.
  package let moment: Timestamp
}

extension Archive {
  /// Forgets that an issue was published, so that its sentences can be printed again, and remembers
  /// that it was taken back.
  ///
  /// What is known of its mail stays.
  package func withdraw(_ issue: PublishedIssue, at moment: Timestamp) throws {
    try connection.transaction {
      try connection.run("DELETE FROM issue WHERE slug = ?", [.text(issue.slug)])
      try connection.run(
        "INSERT OR REPLACE INTO withdrawn(issue, first_day, end_day, at) VALUES(?, ?, ?, ?)",
        [
          .text(issue.slug), .text(issue.firstDay.iso8601), .text(issue.endDay.iso8601),
          SQLValue(moment.seconds),
        ])
    }
  }

  /// The issues that were taken back and not published again, by name.
  package func withdrawals() throws -> [Withdrawal] {
    func day(_ text: String?) -> CalendarDay {
      text.flatMap { CalendarDay(iso8601: $0) } ?? CalendarDay(daysSinceEpoch: 0)
    }
    return try connection.rows(
      "SELECT issue, first_day, end_day, at FROM withdrawn ORDER BY issue"
    ) { row in
      Withdrawal(
        issue: row.text(0) ?? "", firstDay: day(row.text(1)), endDay: day(row.text(2)),
        moment: Timestamp(seconds: row.integer(3) ?? 0))
    }
  }
}
