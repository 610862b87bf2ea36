// Which window a command line asks for, and when "now" is.

import Ingest
package import Model

/// Which window a command line asks for.
package struct WindowRequest: Sendable {
  private let week: String?
  private let from: String?
  private let until: String?

  /// Takes the values of `--week`, `--from` and `--until` as written.
  package init(week: String? = nil, from: String? = nil, until: String? = nil) {
    (self.week, self.from, self.until) = (week, from, until)
  }

  /// Whether anything is asked for.
  package var isDefault: Bool { week == nil && from == nil && until == nil }

  /// The day with which a week begins: where that is Sunday, the one before the ISO week's Monday;
  /// `nil` for what names no week.
  static func firstDay(ofWeek week: String, weekStart: Int) -> CalendarDay? {
    CalendarDay.monday(ofISOWeek: week)?.advanced(by: weekStart == 7 ? -1 : 0)
  }

  /// The window; by default the last week that has ended.
  ///
  /// - Parameter weekStart: ISO number of the day with which weeks start.
  package func window(now: Timestamp, weekStart: Int) throws(RunFailure) -> Window {
    if let week {
      guard from == nil, until == nil else {
        throw .usage(["--week and --from/--until cannot be given together"])
      }
      guard let first = Self.firstDay(ofWeek: week, weekStart: weekStart) else {
        throw .usage(["--week is '\(week)'; \(Self.problem(ofWeek: week))"])
      }
      return CivilTime.window(from: first, until: first.advanced(by: 7))
    }
    guard from != nil || until != nil else {
      return CivilTime.lastWeek(before: now, weekStart: weekStart)
    }
    guard let from, let until else {
      throw .usage([
        "--from and --until belong together; give both, as --from 2026-11-01 --until 2026-11-15"
      ])
    }
    guard let first = CalendarDay(iso8601: from) else {
      throw .usage(["--from is '\(from)'; expected a date, as 2026-11-01"])
    }
    guard let end = CalendarDay(iso8601: until) else {
      throw .usage(["--until is '\(until)'; expected a date, as 2026-11-15"])
    }
    guard first < end else {
      throw .usage([
        "--until \(until) is not after --from \(from); the last day itself is not included"
      ])
    }
    return CivilTime.window(from: first, until: end)
  }
}

extension WindowRequest {
  /// Why a text is no ISO week: its year may have fewer.
  static func problem(ofWeek text: String) -> String {
    let parts = text.uppercased().split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let number = Int(parts[1]), number >= 0,
      CalendarDay.monday(ofISOWeek: "\(parts[0])-W01") != nil
    else { return "expected an ISO week, as 2026-W47" }
    let last = CalendarDay.monday(ofISOWeek: "\(parts[0])-W53") == nil ? 52 : 53
    return number == 0
      ? "weeks are counted from 1" : "\(parts[0]) has \(last) weeks"
  }
}

/// When "now" is.
package enum Now {
  /// `--now` first, then `SOURCE_DATE_EPOCH`, then the clock.
  ///
  /// Source of the variable: reproducible-builds.org, *SOURCE_DATE_EPOCH specification* 1.1.
  package static func moment(option: String?, sourceDateEpoch: String?) throws(RunFailure)
    -> Timestamp
  {
    if let option { return try moment(option: "--now", of: option) }
    if let sourceDateEpoch, !sourceDateEpoch.isEmpty {
      // To the end of the year 9999.
      guard let seconds = Int64(sourceDateEpoch), (0..<253_402_300_800).contains(seconds) else {
        throw .usage(["SOURCE_DATE_EPOCH is '\(sourceDateEpoch)'; expected seconds since 1970"])
      }
      return Timestamp(seconds: seconds)
    }
    return CivilTime.now()
  }

  /// The moment that an option's value names: the beginning of a day in the configured zone, or a date
  /// and time by RFC 3339.
  package static func moment(option: String, of text: String) throws(RunFailure) -> Timestamp {
    if let day = CalendarDay(iso8601: text) { return CivilTime.beginning(of: day) }
    guard let moment = moment(of: text) else {
      throw .usage(["\(option) is '\(text)'; expected 2026-11-21 or 2026-11-21T09:30:00Z"])
    }
    return moment
  }

  /// A date and time by RFC 3339; `nil` for anything else.
  private static func moment(of text: String) -> Timestamp? {
    text.utf8.count >= 16 && text.utf8.contains(UInt8(ascii: "T")) ? FeedDate.parse(text) : nil
  }
}
