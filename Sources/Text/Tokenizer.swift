// Text to tokens: which bytes make one word.

/// Text to tokens.
///
/// A token is a run of letters and digits. A full stop, an underscore, an apostrophe or a
/// slashless `@` inside a word belongs to it when a letter or digit follows (`uv.lock`,
/// `asyncio.TaskGroup`, `don't`); a hyphen only in a run that holds a digit (`CVE-2026-1234`), so
/// that "free-threaded" and "free threaded" are the same two words; `C++` and `C#` stay whole.
package enum Tokenizer {
  /// The byte ranges of the tokens of UTF-8 text, in order.
  ///
  /// - Complexity: Linear.
  package static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(bytes.count / 6)
    let count = bytes.count
    var at = 0
    while at < count {
      guard let width = wordWidth(bytes, at) else {
        at += 1
        continue
      }
      let start = at
      at += width
      while at < count {
        if let width = wordWidth(bytes, at) {
          at += width
        } else if joins(bytes, at, from: start) {
          at += 1
        } else if isRightQuote(bytes, at), at + 3 < count, ASCII.isLetter(bytes[at + 3]) {
          at += 3  // don’t
        } else {
          break
        }
      }
      while at < count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "#"),
        at - start <= 2
      {
        at += 1
      }
      // `\operatorname` is a command of a formula, not a word.
      if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { continue }
      result.append(start..<at)
    }
    return result
  }

  /// The term of a token: lower case, typographic apostrophes made plain, a possessive `'s` cut.
  package static func term(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var ascii = true
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
        plain.append(UInt8(ascii: "'"))
        at += 3
        continue
      }
      ascii = ascii && bytes[at] < 0x80
      plain.append(ASCII.lower(bytes[at]))
      at += 1
    }
    if plain.count > 3, plain.last == UInt8(ascii: "s"), plain[plain.count - 2] == UInt8(ascii: "'")
    {
      let stem = String(decoding: plain.dropLast(2), as: UTF8.self)
      if !["it", "that", "let", "what", "there", "here", "who", "he", "she"].contains(stem) {
        plain.removeLast(2)
      }
    }
    let text = String(decoding: plain, as: UTF8.self)
    return ascii ? text : text.lowercased()
  }

  /// The width of the word character at an index: 1 for ASCII, 2 to 4 for a letter beyond; `nil`
  /// for anything else.
  private static func wordWidth(_ bytes: [UInt8], _ at: Int) -> Int? {
    let byte = bytes[at]
    if byte < 0x80 { return ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") ? 1 : nil }
    let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard byte >= 0xC2, at + width <= bytes.count else { return nil }
    // General punctuation (U+2000 to U+206F), arrows, mathematics, box drawing, CJK punctuation:
    // not words.
    if byte == 0xE2 { return nil }
    if byte == 0xE3, bytes[at + 1] == 0x80 { return nil }
    // Latin-1 signs, but for the micro sign.
    if byte == 0xC2 { return bytes[at + 1] == 0xB5 ? 2 : nil }
    if byte == 0xC3, bytes[at + 1] == 0x97 || bytes[at + 1] == 0xB7 { return nil }
    if byte >= 0xF0 { return nil }  // emoji and their kin
    return width
  }

  private static func joins(_ bytes: [UInt8], _ at: Int, from start: Int) -> Bool {
    guard at + 1 < bytes.count, ASCII.isAlphanumeric(bytes[at + 1]) else { return false }
    switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "@"): return true
    case UInt8(ascii: "-"):
      // CVE-2026-1234, BIP-119, gpt-4: only with digits on one side.
      return ASCII.isDigit(bytes[at + 1]) || ASCII.isDigit(bytes[at - 1])
    default: return false
    }
  }

  private static func isRightQuote(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
  }
}
