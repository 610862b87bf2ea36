// The dates of HTTP headers.

import Model

/// The dates of HTTP headers, in their three forms.
///
/// Source: RFC 9110 §5.6.7.
enum HTTPDate {
  /// Reads a date; `nil` if it has none of the three forms or does not exist.
  ///
  /// - Parameter now: Tells the century of a year of two digits: at most 50 years ahead.
  static func parse(_ text: String, now: Timestamp) -> Timestamp? {
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D || $0 == 0x3A }
      .map { String(decoding: $0, as: UTF8.self) }
    switch words.count {
    case 8 where ["gmt", "utc"].contains(words[7].lowercased()):
      // Sun, 06 Nov 1994 08:49:37 GMT, or Sunday, 06-Nov-94 08:49:37 GMT
      return date(day: words[1], month: words[2], year: words[3], time: words[4...6], now)
    case 7:
      // Sun Nov  6 08:49:37 1994
      return date(day: words[2], month: words[1], year: words[6], time: words[3...5], now)
    default: return nil
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func date(
    day: String, month: String, year: String, time: ArraySlice<String>, _ now: Timestamp
  ) -> Timestamp? {
    let numbers = [day, year] + time
    guard let month = months.firstIndex(of: month.lowercased()),
      numbers.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let fields = numbers.compactMap { Int($0) }
    guard fields.count == 5, var number = fields.dropFirst().first else { return nil }
    if year.utf8.count == 2 {
      let thisYear = now.utcDay.year
      number += thisYear - thisYear % 100
      if number > thisYear + 50 { number -= 100 }
    } else if year.utf8.count != 4 {
      return nil
    }
    return Timestamp(
      year: number, month: month + 1, day: fields[0], hour: fields[2], minute: fields[3],
      second: fields[4])
  }
}
