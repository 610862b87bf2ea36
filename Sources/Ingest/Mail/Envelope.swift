// The line that stands before each message of an mbox archive.

import Model
import Text

/// The line that stands before each message of an mbox archive: `From ADDRESS DATE`.
///
/// The address may be obscured (`user at example.org`), and zones stand before or after the year.
enum Envelope {
  /// No such line is longer; text that begins with "From " may be.
  private static let longest = 400

  /// Whether a line that begins with `From ` is one: a date in the order of ctime or of RFC 5322.
  static func isOne(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    guard text.count <= longest else { return false }
    return date(in: words(bytes, text)) != nil
  }

  /// When the message was received or stored; `nil` for a date that is only a placeholder.
  static func date(_ bytes: [UInt8], _ text: Range<Int>) -> Timestamp? {
    guard text.count <= longest, !isCommit(bytes, text) else { return nil }
    let date = date(in: words(bytes, text)).flatMap(FeedDate.parse)
    // Archives without the time of receipt write the first second of 1970.
    return date.flatMap { $0.seconds <= 86_400 ? nil : $0 }
  }

  /// Whether a line is that of an exported commit: 40 or 64 digits and a fixed date in 2001.
  static func isCommit(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    let start = text.lowerBound + 5
    let digits = text.dropFirst(5).prefix { ASCII.digit(bytes[$0], radix: 16) != nil }
    return (digits.count == 40 || digits.count == 64)
      && ByteLines.starts(
        bytes, min(start + digits.count, text.upperBound)..<text.upperBound,
        with: " Mon Sep 17 00:00:00 2001")
  }

  private static func words(_ bytes: [UInt8], _ text: Range<Int>) -> [String] {
    bytes[text].dropFirst(5).split(whereSeparator: { ASCII.isSpace($0) || $0 == 0x2C }).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The words from the day of the week on, if they are a date.
  private static func date(in words: [String]) -> String? {
    for index in words.indices where days.contains(words[index].lowercased()) {
      let rest = words[(index + 1)...].prefix(6)
      guard rest.count >= 4, let first = rest.first else { continue }
      let second = rest[index + 2]
      let isDate =
        (isMonth(first) && isDay(second)) || (isDay(first) && isMonth(second))
      guard isDate, rest.contains(where: isTime), rest.contains(where: isYear) else { continue }
      return rest.joined(separator: " ")
    }
    return nil
  }

  private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func isMonth(_ word: String) -> Bool { months.contains(word.lowercased()) }

  private static func isDay(_ word: String) -> Bool {
    Int(word).map { (1...31).contains($0) } ?? false
  }

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && word.utf8.allSatisfy(ASCII.isDigit)
  }

  private static func isTime(_ word: String) -> Bool {
    word.utf8.first.map(ASCII.isDigit) == true && word.utf8.contains(UInt8(ascii: ":"))
  }
}
