// A date that a person has written down: a day, or a moment.

import Ingest
package import Model

/// A date that a person has written down.
package enum GivenDate: Equatable, Sendable {
  /// A day in the configured zone.
  case day(CalendarDay)
  /// A date with a time.
  case moment(Timestamp)

  /// Reads it in any form that feeds have; `nil` for anything else.
  init?(_ text: String) {
    if let day = CalendarDay(iso8601: text) {
      self = .day(day)
    } else if let moment = FeedDate.parse(text) {
      let hasTime = text.utf8.contains(UInt8(ascii: ":")) || moment.seconds % 86_400 != 0
      self = hasTime ? .moment(moment) : .day(moment.utcDay)
    } else {
      return nil
    }
  }

  /// The moment; of a day its beginning, once the zone has been set.
  var moment: Timestamp {
    switch self {
    case .day(let day): CivilTime.beginning(of: day)
    case .moment(let moment): moment
    }
  }
}
