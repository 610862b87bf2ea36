// The dates of feeds: RFC 822 as feeds write it, RFC 3339 and ISO 8601, and a few local ways.

package import Model
import Text

/// The dates of feeds.
package enum FeedDate {
  /// Years outside are slips or stand for "no date" (`0001-01-01T00:00:00Z`).
  private static let years = 50...9999

  /// Reads a date; `nil` for what is none.
  ///
  /// Sources: RFC 822 §5 and RFC 5322 §3.3 (`Sat, 21 Nov 2026 09:30:00 +0100`) with fields in other
  /// orders, RFC 3339, W3C-DTF and ISO 8601 (`2026-11-21T09:30:00Z`, `20261121`, `2026-11`), month
  /// names of two dozen languages. A date without a zone is taken as UTC.
  package static func parse(_ text: String) -> Timestamp? { parse(text.utf8Span.span) }

  /// The same for UTF-8.
  static func parse(_ text: Span<UInt8>) -> Timestamp? {
    let moment = usual(text) ?? rfc3339(text) ?? unusual(text)
    return moment.flatMap { years.contains($0.utcDay.year) ? $0 : nil }
  }

  private static func unusual(_ text: Span<UInt8>) -> Timestamp? {
    let whole = String(copying: UTF8Span(unchecked: text))
    let bytes = Array(Strings.folded(whole).utf8.prefix(100))
    return bytes.isEmpty ? nil : usual(bytes.span) ?? iso8601(bytes) ?? fields(bytes)
  }

  // MARK: The usual form

  /// The digits of a range as a number, or nil where one of them is none.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard ASCII.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] &- 0x30)
    }
    return value
  }

  /// `Sat, 21 Nov 2026 09:30:00 +0000`, byte by byte: what nearly all feeds write.
  private static func usual(_ bytes: Span<UInt8>) -> Timestamp? {
    guard bytes.count >= 29, bytes.count <= 31, bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20,
      bytes[7] == 0x20, bytes[11] == 0x20, bytes[16] == 0x20, bytes[19] == UInt8(ascii: ":"),
      bytes[22] == UInt8(ascii: ":"), bytes[25] == 0x20
    else { return nil }
    func number(_ range: Range<Int>) -> Int? { Self.number(bytes, range) }
    let name = UInt32(bytes[8]) << 16 | UInt32(bytes[9]) << 8 | UInt32(bytes[10])
    guard let month = englishMonths.firstIndex(of: name | 0x20_2020), let day = number(5..<7),
      let year = number(12..<16), let hour = number(17..<19), let minute = number(20..<22),
      let second = number(23..<25)
    else { return nil }
    var offset: Int64 = 0
    if bytes.count == 31, bytes[26] == UInt8(ascii: "+") || bytes[26] == UInt8(ascii: "-") {
      guard let hours = number(27..<29), let minutes = number(29..<31), hours <= 24, minutes < 60
      else { return nil }
      offset = Int64(hours * 3600 + minutes * 60) * (bytes[26] == UInt8(ascii: "-") ? -1 : 1)
    } else if bytes.count != 29 || !bytes.begins("GMT", at: 26) {
      return nil
    }
    return Timestamp(
      year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)?
      .advanced(by: -offset)
  }

  private static let englishMonths: [UInt32] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// `2026-11-21T09:30:00Z` and `2026-11-21T09:30:00+01:00`, byte by byte: what nearly all Atom
  /// feeds write.
  private static func rfc3339(_ bytes: Span<UInt8>) -> Timestamp? {
    guard bytes.count == 20 || bytes.count == 25, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes[10] == UInt8(ascii: "T"), bytes[13] == 0x3A, bytes[16] == 0x3A
    else { return nil }
    func number(_ range: Range<Int>) -> Int? { Self.number(bytes, range) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var offset: Int64 = 0
    if bytes.count == 25 {
      guard bytes[19] == 0x2B || bytes[19] == 0x2D, bytes[22] == 0x3A, let hours = number(20..<22),
        let minutes = number(23..<25), hours <= 24, minutes < 60
      else { return nil }
      offset = Int64(hours * 3600 + minutes * 60) * (bytes[19] == 0x2D ? -1 : 1)
    } else if bytes[19] != UInt8(ascii: "Z") {
      return nil
    }
    return Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)?
      .advanced(by: -offset)
  }

  // MARK: ISO 8601

  private static func iso8601(_ bytes: [UInt8]) -> Timestamp? {
    var scanner = DateScanner(bytes)
    guard let (year, month, day) = calendarDate(&scanner) else { return nil }
    if scanner.isAtEnd { return Timestamp(year: year, month: month, day: day) }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") else { return nil }
    // Programs write the blank too, and the time's fields without zeros.
    _ = scanner.skip(" ")
    guard let hour = scanner.digits(2), hour <= 24 else { return nil }
    let colon = scanner.skip(":")
    guard let minute = scanner.digits(2) else { return nil }
    var second = 0
    if colon ? scanner.skip(":") : scanner.isAtDigit {
      guard let number = scanner.digits(2) else { return nil }
      second = number
    }
    if scanner.skip(".") || scanner.skip(",") { scanner.skipDigits() }
    let afternoon = scanner.meridiem()
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return Timestamp(
      year: year, month: month, day: day, hour: civil(hour, afternoon), minute: minute,
      second: second)?.advanced(by: -offset)
  }

  /// `2003-12-31`, `2003-12`, `2003`, `20031231`, `031231`, `03-12-31`, `-0312`, `-03-12`,
  /// `2003-335`.
  private static func calendarDate(_ scanner: inout DateScanner) -> (Int, Int, Int)? {
    if scanner.skip("-") {  // ISO 8601:1988 §5.2.1.3: the century is left out
      guard let year = scanner.number(2) else { return nil }
      _ = scanner.skip("-")
      guard let month = scanner.number(2), scanner.isAtEnd else { return nil }
      return (century(year), month, 1)
    }
    switch scanner.digitsAhead {
    case 8:
      guard let year = scanner.number(4), let month = scanner.number(2), let day = scanner.number(2)
      else { return nil }
      return (year, month, day)
    case 6:
      guard let year = scanner.number(2), let month = scanner.number(2), let day = scanner.number(2)
      else { return nil }
      return (century(year), month, day)
    case 4:
      guard let year = scanner.number(4) else { return nil }
      guard scanner.skip("-") else { return (year, 1, 1) }
      if scanner.digitsAhead == 3 {
        guard let number = scanner.number(3) else { return nil }
        // Some programs write a zero too many in the month; else it is the day of the year.
        guard scanner.skip("-") else {
          guard (1...366).contains(number) else { return nil }
          let day = CalendarDay(year: year, month: 1, day: 1).advanced(by: number - 1)
          return day.year == year ? (year, day.month, day.day) : nil
        }
        return scanner.number(2).map { (year, number, $0) }
      }
      guard let month = scanner.digits(2) else { return nil }
      guard scanner.skip("-") else { return (year, month, 1) }
      return scanner.digits(2).map { (year, month, $0) }
    case 2:
      guard let year = scanner.number(2), scanner.skip("-"), let month = scanner.number(2),
        scanner.skip("-"), let day = scanner.number(2)
      else { return nil }
      return (century(year), month, day)
    default: return nil
    }
  }

  private static func century(_ year: Int) -> Int { year + (year < 70 ? 2000 : 1900) }

  private static func civil(_ hour: Int, _ afternoon: Bool?) -> Int {
    guard let afternoon, hour <= 12 else { return hour }
    return hour % 12 + (afternoon ? 12 : 0)
  }

  // MARK: Fields in any order

  /// What has been found of a date.
  private struct Found {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: (hour: Int, minute: Int, second: Int)?
    var offset: Int64 = 0
    var afternoon: Bool?
  }

  /// Words in any order: weekday, day, month, year, time, zone.
  private static func fields(_ bytes: [UInt8]) -> Timestamp? {
    var found = Found()
    for word in bytes.split(whereSeparator: { ASCII.isSpace($0) || $0 == UInt8(ascii: ",") }) {
      guard take(Array(word), &found) else { return nil }
    }
    guard let day = found.day, let month = found.month, let year = found.year else { return nil }
    let (hour, minute, second) = found.time ?? (0, 0, 0)
    return Timestamp(
      year: year, month: month, day: day, hour: civil(hour, found.afternoon), minute: minute,
      second: second)?.advanced(by: -found.offset)
  }

  /// Takes a word; `false` for one that no date has.
  private static func take(_ word: [UInt8], _ found: inout Found) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    if let suffixed = korean(text, &found) { return suffixed }
    if word.contains(UInt8(ascii: ":")), found.time == nil {
      if let dateEnd = word.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "t") }),
        word.first.map(ASCII.isDigit) == true, dateEnd > 4
      {  // `2004-július-13T9:15-05:00`
        return take(Array(word[..<dateEnd]), &found) && time(Array(word[(dateEnd + 1)...]), &found)
      }
      return time(word, &found)
    }
    if word.allSatisfy(ASCII.isDigit) || isOrdinal(word) {
      return number(word.prefix { ASCII.isDigit($0) }, &found)
    }
    if word.first.map(ASCII.isDigit) == true, let fields = joined(word) {
      return date(fields, &found)
    }
    if let month = MonthNames.month(text) {
      found.month = found.month ?? month
      return true
    }
    if found.time != nil {
      var scanner = DateScanner(word)
      if let afternoon = scanner.meridiem(), scanner.isAtEnd {
        found.afternoon = afternoon
        return true
      }
      scanner = DateScanner(word)
      guard let offset = scanner.offset() else { return false }
      if offset != 0 || found.offset == 0 { found.offset = offset }
    }
    return true
  }

  private static func isOrdinal(_ word: [UInt8]) -> Bool {
    let tail = String(decoding: word.drop { ASCII.isDigit($0) }, as: UTF8.self).lowercased()
    return word.first.map(ASCII.isDigit) == true
      && ["st", "nd", "rd", "th", ".", "º"].contains(tail)
  }

  /// A number alone: the day first, then the year.
  private static func number(_ digits: ArraySlice<UInt8>, _ found: inout Found) -> Bool {
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return false }
    if found.day == nil, digits.count <= 2 {
      found.day = number
    } else if found.year == nil {
      found.year = digits.count == 2 ? century(number) : number
    }
    return true
  }

  /// The parts of `15-Sep-2006`, `2006/09/15`, `15.09.2006`; `nil` for anything else.
  private static func joined(_ word: [UInt8]) -> [String]? {
    for separator in [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")] {
      let parts = word.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
      if parts.count == 3 { return parts }
    }
    return nil
  }

  private static func date(_ parts: [String], _ found: inout Found) -> Bool {
    let numbers = parts.map { Int($0) }
    if let month = MonthNames.month(parts[1]) {
      guard let first = numbers[0], let last = numbers[2] else { return false }
      let yearFirst = parts[0].utf8.count == 4
      (found.day, found.month) = (yearFirst ? last : first, month)
      let year = yearFirst ? first : last
      found.year = year < 100 ? century(year) : year
      return true
    }
    guard let a = numbers[0], let b = numbers[1], let c = numbers[2] else { return false }
    if parts[0].utf8.count == 4 {
      (found.year, found.month, found.day) = (a, b, c)
    } else {
      // Day before month, unless that is impossible: `09/15/2006`.
      let americanOrder = b > 12
      (found.day, found.month) = americanOrder ? (b, a) : (a, b)
      found.year = c < 100 ? century(c) : c
    }
    return true
  }

  private static func time(_ word: [UInt8], _ found: inout Found) -> Bool {
    var scanner = DateScanner(word)
    guard let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2) else {
      return false
    }
    var second = 0
    if scanner.skip(":") {
      guard let number = scanner.digits(2) else { return false }
      second = number
    }
    if scanner.skip(".") { scanner.skipDigits() }
    found.time = (hour, minute, second)
    if let afternoon = scanner.meridiem() { found.afternoon = afternoon }
    // What follows a time directly must be a zone: `1:2:3:4` is no time.
    guard let offset = scanner.offset() else { return false }
    found.offset = found.offset == 0 ? offset : found.offset
    return true
  }

  /// A word of a Korean date (`2004년 05월 28일 오후`), in Korea's time; `nil`: not Korean.
  private static func korean(_ text: String, _ found: inout Found) -> Bool? {
    if text == "오후" || text == "오전" {
      found.afternoon = text == "오후"
      found.offset = 9 * 3600
      return true
    }
    guard let mark = text.last, mark == "년" || mark == "월" || mark == "일" else { return nil }
    found.offset = 9 * 3600
    guard let number = Int(text.dropLast()) else {
      return text.first?.isNumber == true ? false : true
    }
    switch mark {
    case "년": found.year = number
    case "월": found.month = number
    default: found.day = number
    }
    return true
  }
}
