// The stretch of time that one issue covers.

/// A half-open stretch of time, from the first moment of one day up to, not including, another's.
package struct Window: Equatable, Codable, Sendable {
  /// The first day inside, in the configured zone.
  package let firstDay: CalendarDay
  /// The first day after, in the configured zone.
  package let endDay: CalendarDay
  /// The first moment inside.
  package let from: Timestamp
  /// The first moment after.
  package let until: Timestamp

  /// Creates a window from days and the moments at which they begin in the configured zone.
  package init(firstDay: CalendarDay, endDay: CalendarDay, from: Timestamp, until: Timestamp) {
    (self.firstDay, self.endDay, self.from, self.until) = (firstDay, endDay, from, until)
  }

  /// Whether a moment lies inside; a missing one does not.
  package func contains(_ moment: Timestamp?) -> Bool {
    guard let moment else { return false }
    return from <= moment && moment < until
  }

  /// The ISO week of the first day: `2026-W47`; of seven days from a Sunday on, that of the other six.
  package var week: String {
    let isFromSunday = firstDay.weekday == 7 && days == 7
    return (isFromSunday ? firstDay.advanced(by: 1) : firstDay).isoWeek
  }

  private var days: Int { endDay.daysSinceEpoch - firstDay.daysSinceEpoch }

  /// Whether the window is just the seven days of one ISO week.
  package var isWeek: Bool {
    firstDay.weekday == 1 && days == 7
  }

  /// The name of the issue in addresses: the week, or both days where it is not a week.
  package var slug: String { isWeek ? week : "\(firstDay.iso8601)--\(endDay.iso8601)" }

  /// The options that ask for it on the command line.
  package var options: String {
    isWeek
      ? "--week \(week)" : "--from \(firstDay.iso8601) --until \(endDay.iso8601)"
  }

  /// The days for a reader, last day included: `1 to 14 May 2024`.
  package var spelled: String {
    let last = endDay.advanced(by: -1)
    if last <= firstDay { return firstDay.long }
    if last.year != firstDay.year { return "\(firstDay.long) to \(last.long)" }
    if last.month != firstDay.month {
      return "\(firstDay.day) \(firstDay.monthName) to \(last.long)"
    }
    return "\(firstDay.day) to \(last.long)"
  }
}
