// A moment in time as whole seconds, and its RFC 3339 spelling.

/// A moment: seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
///
/// Feeds, archives and issues need no finer grain, and whole seconds compare and store exactly.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since the epoch; negative before 1970.
  package let seconds: Int64

  /// Creates a moment from POSIX seconds.
  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Creates a moment from UTC calendar fields; fields out of range are `nil`, a leap second
  /// counts as :59.
  package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), (0...24).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    let days = CalendarDay(year: year, month: month, day: day).daysSinceEpoch
    seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + min(second, 59))
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  /// The moment so many seconds later (earlier when negative).
  package func advanced(by seconds: Int64) -> Timestamp {
    Timestamp(seconds: self.seconds + seconds)
  }

  /// The day in UTC.
  package var utcDay: CalendarDay {
    CalendarDay(daysSinceEpoch: Int(seconds.floorDivided(by: 86_400)))
  }

  /// RFC 3339 in UTC, to the second: `2026-11-21T09:30:00Z`.
  package var rfc3339: String {
    let rest = Int(seconds - seconds.floorDivided(by: 86_400) * 86_400)
    return
      "\(utcDay.iso8601)T\(twoDigits(rest / 3600)):\(twoDigits(rest / 60 % 60)):\(twoDigits(rest % 60))Z"
  }
}

extension Timestamp: Codable {
  /// Reads the bare number of seconds.
  package init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes the bare number of seconds.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
