// Days of the configured time zone to moments.

import Glibc
package import Model

/// Days of the configured time zone to moments, by the zone rules of the system.
package enum CivilTime {
  /// Whether the system knows a zone's name (RFC 9557 names, as in /usr/share/zoneinfo).
  package static func isKnown(zone: String) -> Bool {
    if zone == "UTC" { return true }
    guard !zone.isEmpty, !zone.hasPrefix("/"), !zone.contains("..") else { return false }
    var status = stat()
    return stat("\(folder)/\(zone)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The names of zones that the system knows, as `Europe/Paris`.
  static var zones: [String] {
    let own = ["posix", "right"]
    return Files.entries(of: folder).filter { !own.contains($0) }.flatMap { area in
      Files.all(at: "\(folder)/\(area)").map { String($0.dropFirst(folder.count + 1)) }
    }
  }

  private static var folder: String {
    getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
  }

  /// Sets the zone for the whole program: once, at the start, before any other thread.
  package static func use(zone: String) {
    setenv("TZ", zone, 1)
    tzset()
  }

  /// The first moment of a day in the zone.
  package static func beginning(of day: CalendarDay) -> Timestamp {
    var fields = tm()
    fields.tm_year = Int32(day.year - 1900)
    fields.tm_mon = Int32(day.month - 1)
    fields.tm_mday = Int32(day.day)
    fields.tm_isdst = -1
    let moment = Timestamp(seconds: Int64(mktime(&fields)))
    // A clock that is put back over midnight shows it twice, and which of the two `mktime` means
    // depends on what it was asked before. The day begins with the first, by the clock before that.
    let distance = local(moment.advanced(by: -3 * 3600)).tm_gmtoff
    let first = Timestamp(seconds: Int64(day.daysSinceEpoch * 86_400 - distance))
    return first < moment && self.day(of: first) == day ? first : moment
  }

  /// The day in the zone.
  package static func day(of moment: Timestamp) -> CalendarDay {
    let fields = local(moment)
    return CalendarDay(
      year: Int(fields.tm_year) + 1900, month: Int(fields.tm_mon) + 1, day: Int(fields.tm_mday))
  }

  private static func local(_ moment: Timestamp) -> tm {
    var seconds = time_t(moment.seconds)
    var fields = tm()
    localtime_r(&seconds, &fields)
    return fields
  }

  /// The window from one day up to, not including, another.
  package static func window(from first: CalendarDay, until end: CalendarDay) -> Window {
    Window(firstDay: first, endDay: end, from: beginning(of: first), until: beginning(of: end))
  }

  /// The window of an issue by its name in addresses (``Window/slug``); `nil` for what is none.
  static func window(named slug: String) -> Window? {
    let days = slug.split(separator: "-", omittingEmptySubsequences: false)
    let monday = CalendarDay.monday(ofISOWeek: slug)
    let first = monday ?? CalendarDay(iso8601: String(slug.prefix(10)))
    let end = monday?.advanced(by: 7) ?? CalendarDay(iso8601: String(slug.suffix(10)))
    guard let first, let end, first < end, days.count == (monday == nil ? 7 : 2) else { return nil }
    let window = window(from: first, until: end)
    return window.slug == slug ? window : nil
  }

  /// The last week that has ended.
  ///
  /// - Parameter weekStart: ISO number of the day with which weeks start.
  package static func lastWeek(before now: Timestamp, weekStart: Int) -> Window {
    let today = day(of: now)
    let sinceStart = (today.weekday - weekStart + 7) % 7
    let end = today.advanced(by: -sinceStart)
    return window(from: end.advanced(by: -7), until: end)
  }

  /// The moment of the system's clock.
  package static func now() -> Timestamp { Timestamp(seconds: Int64(time(nil))) }
}
