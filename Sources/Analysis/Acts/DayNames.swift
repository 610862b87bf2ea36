// Whether a text may name a day: a look at its bytes.

import Text

/// Whether a text may name a day: a look at its bytes.
enum DayNames {
  /// Whether a month or weekday with a capital occurs, a date of digits, "the 14th", or "end of the
  /// month".
  ///
  /// - Complexity: Linear, about 500 MB/s.
  static func occur(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    for at in bytes.indices where mayBegin(bytes, at) {
      if at == 0 || !ASCII.isAlphanumeric(bytes[at - 1]), isName(bytes, at) { return true }
    }
    return false
  }

  /// A first look, for the many words that begin like a name.
  @inline(__always)
  private static func mayBegin(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    switch bytes[at] {
    case 0x41...0x5A: initials >> UInt32(bytes[at] & 0x1F) & 1 == 1
    case 0x30...0x39: at == 0 || bytes[at &- 1] < 0x30
    case UInt8(ascii: "e"):
      at &+ 3 < bytes.count && bytes[at &+ 3] == 0x20 && bytes[at &+ 2] == UInt8(ascii: "d")
    case UInt8(ascii: "t"):
      at &+ 4 < bytes.count && bytes[at &+ 3] == 0x20 && bytes[at &+ 2] == UInt8(ascii: "e")
    default: false
    }
  }

  private static func isName(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 3 < bytes.count else { return false }
    let first = bytes[at]
    if ASCII.isDigit(first) { return isDate(bytes, at) }
    if first == UInt8(ascii: "e") { return endings.contains { follows($0, bytes, at) } }
    if first == UInt8(ascii: "t") { return isOrdinal(bytes, at) }
    let code =
      UInt32(first) << 16 | UInt32(ASCII.lower(bytes[at + 1])) << 8
      | UInt32(ASCII.lower(bytes[at + 2]))
    guard let index = codes.firstIndex(of: code) else { return false }
    // "Thu" and "Thursday", but not "Thus"; "Dec" and "December", but not "Decide".
    let rest = rests[index]
    return !ASCII.isLetter(bytes[at + 3])
      || !rest.isEmpty
        && rest.indices.allSatisfy {
          at + 3 + $0 < bytes.count && ASCII.lower(bytes[at + 3 + $0]) == rest[$0]
        }
  }

  /// `2026-06-`, `14/06/2026`, `14.06.2026`.
  private static func isDate(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var index = at
    func digits() -> Int {
      let start = index
      while index < bytes.count, ASCII.isDigit(bytes[index]) { index += 1 }
      return index - start
    }
    let first = digits()
    guard index < bytes.count else { return false }
    let mark = bytes[index]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else {
      return false
    }
    index += 1
    guard (1...2).contains(digits()), index < bytes.count, bytes[index] == mark else {
      return false
    }
    index += 1
    return first == 4 ? digits() > 0 : first < 3 && digits() == 4
  }

  /// `the 14th`.
  private static func isOrdinal(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard follows(the, bytes, at), at + 6 < bytes.count, ASCII.isDigit(bytes[at + 4]) else {
      return false
    }
    let end = ASCII.isDigit(bytes[at + 5]) ? at + 6 : at + 5
    return ASCII.isLetter(bytes[end])
  }

  private static func follows(_ text: [UInt8], _ bytes: Span<UInt8>, _ at: Int) -> Bool {
    at + text.count <= bytes.count && text.indices.allSatisfy { bytes[at + $0] == text[$0] }
  }

  private static let the = Array("the ".utf8)
  private static let endings = [
    "end of the month", "end of the year", "end of this month", "end of this year", "end of 2",
  ].map { Array($0.utf8) }
  /// A bit for each letter that a month or weekday begins with.
  private static let initials: UInt32 = "JFMASONDTW".utf8.reduce(0) { $0 | 1 << UInt32($1 & 0x1F) }
  private static let names = [
    "Janu", "Febr", "March", "April", "May", "June", "July", "Augus", "Sept", "Octo", "Novem",
    "Decem", "Monda", "Tues", "Wedn", "Thurs", "Frid", "Satu", "Sund",
  ]
  private static let codes = names.map {
    $0.utf8.prefix(3).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
  }
  private static let rests = names.map { Array($0.utf8.dropFirst(3)) }
}
