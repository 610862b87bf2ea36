// The dates of feeds: RFC 822 as feeds write it, and RFC 3339.

package import Model
import Text

/// The dates of feeds.
package enum FeedDate {
  /// Reads a date; `nil` for what is none.
  ///
  /// Sources: RFC 822 §5 and RFC 5322 §3.3 (`Sat, 21 Nov 2026 09:30:00 +0100`), RFC 3339 and
  /// W3C-DTF (`2026-11-21T09:30:00Z`, `2026-11-21`). A date without a zone is taken as UTC.
  package static func parse(_ text: String) -> Timestamp? {
    let bytes = Array(Strings.folded(text).utf8)
    guard let first = bytes.first else { return nil }
    let year = bytes.prefix { ASCII.isDigit($0) }
    if ASCII.isDigit(first), year.count == 4, year.count == bytes.count || bytes[4] == 0x2D {
      return spellable(rfc3339(bytes))
    }
    return spellable(rfc822(bytes))
  }

  /// The moment, if RFC 3339 can spell it.
  private static func spellable(_ moment: Timestamp?) -> Timestamp? {
    moment.flatMap { (1...9999).contains($0.utcDay.year) ? $0 : nil }
  }

  private static func rfc3339(_ bytes: [UInt8]) -> Timestamp? {
    var scanner = Scanner(bytes)
    guard let year = scanner.number(4) else { return nil }
    let month = scanner.skip("-") ? scanner.number(2) : 1
    let day = scanner.skip("-") ? scanner.number(2) : 1
    guard let month, let day else { return nil }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") else {
      return Timestamp(year: year, month: month, day: day)
    }
    guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2) else {
      return Timestamp(year: year, month: month, day: day)
    }
    let second = scanner.skip(":") ? scanner.number(2) ?? 0 : 0
    if scanner.skip(".") || scanner.skip(",") { scanner.skipDigits() }
    guard let offset = scanner.offset() else { return nil }
    return Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)?
      .advanced(by: -offset)
  }

  private static func rfc822(_ bytes: [UInt8]) -> Timestamp? {
    // Words: an optional weekday, day and month in either order, year, time, zone.
    var day: Int?
    var month: Int?
    var year: Int?
    var time: (Int, Int, Int)?
    var offset: Int64 = 0
    let words = bytes.split { ASCII.isSpace($0) || $0 == UInt8(ascii: ",") }
    for word in words {
      if word.contains(UInt8(ascii: ":")), time == nil {
        var scanner = Scanner(Array(word))
        guard let hour = scanner.digits(), scanner.skip(":"), let minute = scanner.digits() else {
          return nil
        }
        time = (hour, minute, scanner.skip(":") ? scanner.digits() ?? 0 : 0)
        if scanner.skip(".") { scanner.skipDigits() }
        guard let found = scanner.offset() else { return nil }
        offset = found
      } else if let number = Int(String(decoding: word, as: UTF8.self)),
        word.first.map(ASCII.isDigit) == true
      {
        if day == nil, word.count <= 2 {
          day = number
        } else if year == nil {
          year = word.count == 2 ? number + (number < 70 ? 2000 : 1900) : number
        }
      } else if let found = Self.month(word) {
        month = month ?? found
      } else if time != nil {
        var scanner = Scanner(Array(word))
        guard let found = scanner.offset() else { return nil }
        offset = found
      }
    }
    guard let day, let month, let year else { return nil }
    let (hour, minute, second) = time ?? (0, 0, 0)
    return Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)?
      .advanced(by: -offset)
  }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    let name = String(decoding: word.prefix(3).map(ASCII.lower), as: UTF8.self)
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: name).map { $0 + 1 }
  }

  /// Walks over the bytes of one date.
  private struct Scanner {
    let bytes: [UInt8]
    var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
      at += 1
      return true
    }

    mutating func number(_ width: Int) -> Int? {
      guard at + width <= bytes.count, bytes[at..<(at + width)].allSatisfy(ASCII.isDigit) else {
        return nil
      }
      defer { at += width }
      return bytes[at..<(at + width)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    mutating func digits() -> Int? {
      var width = 0
      while at + width < bytes.count, ASCII.isDigit(bytes[at + width]), width < 4 { width += 1 }
      return width == 0 ? nil : number(width)
    }

    mutating func skipDigits() { while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 } }

    /// Seconds east of UTC: `Z`, `+01:00`, `-0500`, `GMT-01:00`, `EST`; 0 for a zone that is not
    /// known, `nil` for an offset that no place has.
    mutating func offset() -> Int64? {
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      let letters = bytes[at...].prefix(while: ASCII.isLetter)
      at += letters.count
      guard at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-")
      else {
        // What follows a time directly must be a zone: `1:2:3:4` is no time.
        if letters.isEmpty, at < bytes.count { return nil }
        return (Self.zones[String(decoding: letters, as: UTF8.self).uppercased()] ?? 0) * 3600
      }
      let sign: Int64 = bytes[at] == UInt8(ascii: "-") ? -1 : 1
      at += 1
      guard let hours = number(2) ?? digits() else { return nil }
      let minutes = skip(":") || at < bytes.count ? number(2) : 0
      guard let minutes, hours <= 24, minutes < 60 else { return nil }
      return sign * Int64(hours * 3600 + minutes * 60)
    }

    /// Hours east of UTC (RFC 822 §5.1, and what feeds use besides).
    private static let zones: [String: Int64] = [
      "AST": -4, "ADT": -3, "AT": -4, "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5,
      "CT": -6,
      "MST": -7, "MDT": -6, "MT": -7, "PST": -8, "PDT": -7, "PT": -8, "WET": 0, "WEST": 1, "BST": 1,
      "MET": 1, "MEST": 2, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9,
      "AEST": 10, "AEDT": 11,
    ]
  }
}
