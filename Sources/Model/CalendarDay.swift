// A day of the proleptic Gregorian calendar, its ISO week, and its names in English.

/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// Source of the day arithmetic: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms* (2013).
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let daysSinceEpoch: Int
  /// The year, 1 to 9999 in all that Hallway writes.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Creates the day that is so many days after 1970-01-01.
  package init(daysSinceEpoch days: Int) {
    daysSinceEpoch = days
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Creates a day from its fields, which the caller has checked.
  package init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2026-11-21`; anything else, or a day that does not exist, is `nil`.
  package init?(iso8601 text: String) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2]), year >= 1,
      (1...12).contains(month), day >= 1, day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    a.daysSinceEpoch < b.daysSinceEpoch
  }

  package static func == (a: CalendarDay, b: CalendarDay) -> Bool {
    a.daysSinceEpoch == b.daysSinceEpoch
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(daysSinceEpoch) }

  /// The day so many days later (earlier when negative).
  package func advanced(by days: Int) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The number of days in a month, leap years minded.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Monday is 1, Sunday is 7 (ISO 8601).
  package var weekday: Int {
    let fromThursday = (daysSinceEpoch % 7 + 7) % 7  // 1970-01-01 was a Thursday
    return (fromThursday + 3) % 7 + 1
  }

  /// `2026-11-21`.
  package var iso8601: String {
    let padded = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return "\(padded)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// The ISO 8601 week that this day lies in: `2026-W47`.
  package var isoWeek: String {
    let thursday = advanced(by: 4 - weekday)
    let first = CalendarDay(year: thursday.year, month: 1, day: 1)
    return
      "\(thursday.year)-W\(twoDigits((thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1))"
  }

  /// The Monday of an ISO week spelled `2026-W47`; a week that does not exist is `nil`.
  package static func monday(ofISOWeek text: String) -> CalendarDay? {
    let parts = text.uppercased().split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
      let year = Int(parts[0]), let week = Int(parts[1]), year >= 1, week >= 1
    else { return nil }
    let fourth = CalendarDay(year: year, month: 1, day: 4)
    let monday = fourth.advanced(by: 1 - fourth.weekday + (week - 1) * 7)
    let spelled = "\(parts[0])-W\(twoDigits(week))"
    return monday.isoWeek == spelled ? monday : nil
  }

  /// The month's name in English.
  package var monthName: String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ][month - 1]
  }

  /// The day's name in English.
  package var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
  }

  /// `21 November 2026`.
  package var long: String { "\(day) \(monthName) \(year)" }
}

extension CalendarDay: Codable {
  /// Reads `2026-11-21`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = CalendarDay(iso8601: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a day, as 2026-11-21")
    }
    self = day
  }

  /// Writes `2026-11-21`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}
