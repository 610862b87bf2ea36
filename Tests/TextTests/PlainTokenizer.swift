// The rules of tokens once more, one byte after the other: what the fast way is held against.

@testable import Text

/// The rules of tokens, one byte after the other.
enum PlainTokenizer {
  static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard let width = wordWidth(bytes, at) else {
        at += 1
        continue
      }
      let start = at
      at += width
      while at < bytes.count {
        if let width = wordWidth(bytes, at) {
          at += width
        } else if joins(bytes, at) {
          at += 1
        } else if isQuote(bytes, at), at + 3 < bytes.count, ASCII.isLetter(bytes[at + 3]) {
          at += 3
        } else {
          break
        }
      }
      while at < bytes.count, at - start <= 2, [0x2B, 0x23].contains(bytes[at]) { at += 1 }
      at = numberEnd(bytes, start..<at)
      if start > 1, bytes[(start - 2)..<start].elementsEqual([0x2D, 0x2D]),
        let end = optionEnd(bytes, start, at)
      {
        result.append((start - 2)..<end)
        at = end
        continue
      }
      if start == 0 || bytes[start - 1] != UInt8(ascii: "\\") { result.append(start..<at) }
    }
    return result
  }

  private static func numberEnd(_ bytes: [UInt8], _ word: Range<Int>) -> Int {
    guard (2...6).contains(word.count), bytes[word].allSatisfy(ASCII.isUpper) else {
      return word.upperBound
    }
    let rest = bytes[word.upperBound...]
    let digits = rest.dropFirst().prefix(while: ASCII.isDigit)
    guard rest.first == 0x20, (1...5).contains(digits.count) else { return word.upperBound }
    let text = String(decoding: digits, as: UTF8.self)
    if digits.count == 4, text.hasPrefix("19") || text.hasPrefix("20") { return word.upperBound }
    let end = digits.endIndex
    let goesOn = end < bytes.count && (wordWidth(bytes, end) != nil || joins(bytes, end))
    return goesOn ? word.upperBound : end
  }

  private static func optionEnd(_ bytes: [UInt8], _ start: Int, _ at: Int) -> Int? {
    guard ASCII.isLetter(bytes[start]),
      start == 2 || ASCII.isSpace(bytes[start - 3]) || "`('\"".utf8.contains(bytes[start - 3])
    else { return nil }
    var end = at
    while end + 1 < bytes.count, bytes[end] == 0x2D, ASCII.isAlphanumeric(bytes[end + 1]) {
      end += 1
      while end < bytes.count, let width = wordWidth(bytes, end) { end += width }
    }
    return end < bytes.count && bytes[end] == 0x2D ? nil : end
  }

  private static func wordWidth(_ bytes: [UInt8], _ at: Int) -> Int? {
    switch bytes[at] {
    case 0..<0x80: return ASCII.isAlphanumeric(bytes[at]) || bytes[at] == 0x5F ? 1 : nil
    case 0xC2...0xDF where at + 2 <= bytes.count: return isSign(bytes[at..<(at + 2)]) ? nil : 2
    case 0xE0...0xEF where at + 3 <= bytes.count: return isSign(bytes[at..<(at + 3)]) ? nil : 3
    default: return nil
    }
  }

  private static func isSign(_ character: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(character)
    switch bytes[0] {
    case 0xC2: return bytes[1] != 0xB5
    case 0xE2: return true
    case 0xE3: return bytes[1] == 0x80
    // Cut sequences are taken for what they begin like.
    case 0xEF:
      return bytes[1] == 0xBC && (bytes[2] < 0x90 || (0x9A...0xA0).contains(bytes[2]))
        || bytes[1] == 0xB8 && bytes[2] < 0x90
    default:
      let signs = ["×", "÷", "\u{387}", "՝", "։", "־", "،", "؛", "؟", "۔", "।", "॥"]
      return signs.contains { Array($0.utf8) == bytes }
    }
  }

  private static func joins(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + 1 < bytes.count, ASCII.isAlphanumeric(bytes[at + 1]) else { return false }
    if bytes[at] == UInt8(ascii: "-") {
      return ASCII.isDigit(bytes[at + 1]) || ASCII.isDigit(bytes[at - 1])
    }
    return ".'@".utf8.contains(bytes[at])
  }

  private static func isQuote(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at...].starts(with: [0xE2, 0x80, 0x99])
  }
}
