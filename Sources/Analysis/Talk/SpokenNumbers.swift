// Numbers as they are said, in words.

import Text

/// Numbers as they are said, in words: "seven fifty-one", "seven oh three", "seven hundred and
/// three", "six ninety-three", "one two three", "eight".
///
/// Only what stands at the beginning counts, and a reader of the result checks that the number
/// exists: "PEP seven people like" would be 7.
enum SpokenNumbers {
  /// The numbers that the words at an index may say, each with the index after its last byte,
  /// the one of most words first.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - start: Where the first word begins.
  static func readings(in bytes: [UInt8], at start: Int) -> [(number: Int, end: Int)] {
    var words: [Word] = []
    var ends: [Int] = []
    var at = start
    while words.count < longest {
      var end = at
      while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
      // A letter of another alphabet, a digit or an apostrophe makes it another word.
      guard end > at, end == bytes.count || bytes[end] < 0x80 && !ASCII.isDigit(bytes[end]),
        end == bytes.count || bytes[end] != UInt8(ascii: "'"),
        let word = word(bytes[at..<end])
      else { break }
      words.append(word)
      ends.append(end)
      guard end + 1 < bytes.count, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: "-") else {
        break
      }
      at = end + 1
    }
    return words.indices.reversed().compactMap { last in
      value(words[...last]).map { ($0, ends[last]) }
    }
  }

  /// Words of a number are not more.
  private static let longest = 9

  private enum Word: Equatable {
    case zero, ten(Int), hundred, thousand, and
    case one(Int)
    case teen(Int)
  }

  /// The value of all the words together; `nil` when they are no number.
  private static func value(_ words: ArraySlice<Word>) -> Int? {
    guard let first = words.first, first != .and, words.last != .and else { return nil }
    if words.contains(.hundred) || words.contains(.thousand) { return cardinal(words) }
    guard !words.contains(.and) else { return nil }
    return digits(words)
  }

  /// "seven hundred and three", "two thousand twelve", "twelve hundred".
  private static func cardinal(_ words: ArraySlice<Word>) -> Int? {
    var total = 0
    var rest = words
    if let mark = rest.firstIndex(of: .thousand) {
      guard let count = belowThousand(rest[..<mark]), count > 0 else { return nil }
      total = count * 1000
      rest = rest[(mark + 1)...]
      if rest.first == .and { rest = rest.dropFirst() }
      if rest.isEmpty { return total }
    }
    guard let below = belowThousand(rest), below > 0, total == 0 || below < 1000 else { return nil }
    return total + below
  }

  private static func belowThousand(_ words: ArraySlice<Word>) -> Int? {
    guard let mark = words.firstIndex(of: .hundred) else { return belowHundred(words) }
    guard let count = belowHundred(words[..<mark]), count > 0 else { return nil }
    var rest = words[(mark + 1)...]
    if rest.first == .and { rest = rest.dropFirst() }
    if rest.isEmpty { return count * 100 }
    return belowHundred(rest).map { count * 100 + $0 }
  }

  private static func belowHundred(_ words: ArraySlice<Word>) -> Int? {
    switch Array(words) {
    case [.zero]: 0
    case let pair where pair.count == 1 || pair.count == 2: group(pair[...])?.value
    default: nil
    }
  }

  /// One spoken group: "fifty-one" (two digits), "seven" (one), "oh" (one).
  private static func group(_ words: ArraySlice<Word>) -> (value: Int, digits: Int)? {
    switch Array(words) {
    case [.zero]: (0, 1)
    case let single where single.count == 1:
      switch single[0] {
      case .one(let value): (value, 1)
      case .teen(let value), .ten(let value): (value, 2)
      default: nil
      }
    case let pair where pair.count == 2:
      if case .ten(let ten) = pair[0], case .one(let one) = pair[1] { (ten + one, 2) } else { nil }
    default: nil
    }
  }

  /// Groups in a row, as digits: "seven fifty-one" is 7 and 51, "seven oh three" 7, 0 and 3.
  private static func digits(_ words: ArraySlice<Word>) -> Int? {
    var value = 0
    var digits = 0
    var at = words.startIndex
    while at < words.endIndex {
      let two = at + 1 < words.endIndex ? group(words[at...(at + 1)]) : nil
      guard let next = two ?? group(words[at...at]) else { return nil }
      let scale = next.digits == 2 ? 100 : 10
      value = value * scale + next.value
      digits += next.digits
      at += two == nil ? 1 : 2
    }
    return digits <= 5 ? value : nil
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> Word? {
    words[String(decoding: bytes.lazy.map(ASCII.lower), as: UTF8.self)]
  }

  private static let words: [String: Word] = [
    "zero": .zero, "oh": .zero, "o": .zero, "nought": .zero, "one": .one(1), "two": .one(2),
    "three": .one(3), "four": .one(4), "five": .one(5), "six": .one(6), "seven": .one(7),
    "eight": .one(8), "nine": .one(9), "ten": .teen(10), "eleven": .teen(11),
    "twelve": .teen(12), "thirteen": .teen(13), "fourteen": .teen(14), "fifteen": .teen(15),
    "sixteen": .teen(16), "seventeen": .teen(17), "eighteen": .teen(18), "nineteen": .teen(19),
    "twenty": .ten(20), "thirty": .ten(30), "forty": .ten(40), "fourty": .ten(40),
    "fifty": .ten(50), "sixty": .ten(60), "seventy": .ten(70), "eighty": .ten(80),
    "ninety": .ten(90), "hundred": .hundred, "thousand": .thousand, "and": .and,
  ]
}
