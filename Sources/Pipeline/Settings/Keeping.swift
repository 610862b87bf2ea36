// How long what was read is kept.

import Model

/// How long what was read is kept: so many days, weeks, months or years of the calendar.
package struct Keeping: Equatable, Sendable {
  /// A unit, by the letter that the configuration has for it.
  package enum Unit: String, CaseIterable, Sendable {
    case days = "d"
    case weeks = "w"
    case months = "m"
    case years = "y"
  }

  /// How many, at least 1.
  let count: Int
  /// Of what.
  let unit: Unit

  /// Issues look back so many days: an issue that was missed, a thread that comes back.
  static let leastDays = 28

  /// Reads `2y`, `18m`, `90d` or `30w`; `nil` for anything else.
  init?(_ text: String) {
    guard let letter = text.last, let unit = Unit(rawValue: letter.lowercased()),
      let count = Int(text.dropLast()), (1...9999).contains(count)
    else { return nil }
    (self.count, self.unit) = (count, unit)
  }

  /// The first day that is kept.
  func firstDay(on today: CalendarDay) -> CalendarDay {
    switch unit {
    case .days: return today.advanced(by: -count)
    case .weeks: return today.advanced(by: -7 * count)
    case .months: return Self.back(from: today, months: count)
    case .years: return Self.back(from: today, months: 12 * count)
    }
  }

  /// The first moment that is kept, by the calendar of the configured zone.
  func limit(at now: Timestamp) -> Timestamp {
    CivilTime.beginning(of: firstDay(on: CivilTime.day(of: now)))
  }

  /// The same day of an earlier month, or the last one of a month that is too short; never before
  /// the first year.
  private static func back(from day: CalendarDay, months: Int) -> CalendarDay {
    let month = max(12, day.year * 12 + day.month - 1 - months)
    let (year, number) = (month / 12, month % 12 + 1)
    return CalendarDay(
      year: year, month: number, day: min(day.day, CalendarDay.length(ofMonth: number, year: year)))
  }
}
