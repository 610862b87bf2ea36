// Text to tokens: which bytes make one word.

/// Text to tokens.
///
/// A token is a run of letters and digits. A full stop, an underscore, an apostrophe or a
/// slashless `@` inside a word belongs to it when a letter or digit follows (`uv.lock`,
/// `asyncio.TaskGroup`, `don't`); a hyphen only in a run that holds a digit (`CVE-2026-1234`), so
/// that "free-threaded" and "free threaded" are the same two words; `C++` and `C#` stay whole, and so
/// do options of commands (`--no-cache`) and the numbers of proposals (`PEP 751`).
package enum Tokenizer {
  /// The byte ranges of the tokens of UTF-8 text, in order.
  ///
  /// - Complexity: Linear.
  package static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(bytes.count / 6)
    let span = bytes.span
    var at = 0
    while let token = next(in: span, from: &at) { result.append(token) }
    return result
  }

  /// The next token at or behind an index, which is moved to the token's end.
  @inline(__always)
  static func next(in bytes: Span<UInt8>, from at: inout Int) -> Range<Int>? {
    let count = bytes.count
    while at < count {
      guard wordWidth(bytes, at) != nil else {
        at &+= 1
        continue
      }
      let start = at
      at = end(of: start, in: bytes)
      if at &+ 1 < count, bytes[at] == 0x20, ASCII.isDigit(bytes[at &+ 1]) {
        at = numberEnd(of: start..<at, in: bytes)
      }
      if start > 0 {
        // `\operatorname` is a command of a formula, not a word.
        if bytes[start &- 1] == UInt8(ascii: "\\") { continue }
        if bytes[start &- 1] == UInt8(ascii: "-") { return option(from: start, &at, in: bytes) }
      }
      return start..<at
    }
    return nil
  }

  /// The end of `PEP 751` for `PEP`; of anything else its own.
  ///
  /// A year is no number of a proposal.
  @inline(never)
  private static func numberEnd(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    guard (2...6).contains(word.count) else { return word.upperBound }
    for at in word where !ASCII.isUpper(bytes[at]) { return word.upperBound }
    let first = word.upperBound + 1
    var at = first
    while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
    let isYear =
      at - first == 4
      && (bytes[first] == UInt8(ascii: "1") && bytes[first + 1] == UInt8(ascii: "9")
        || bytes[first] == UInt8(ascii: "2") && bytes[first + 1] == UInt8(ascii: "0"))
    let goesOn = at < bytes.count && (wordWidth(bytes, at) != nil || joins(bytes, at))
    return at - first > 5 || isYear || goesOn ? word.upperBound : at
  }

  /// An option of a command for the word behind its two hyphens, `at` moved to its end; the word itself
  /// where the hyphens are a dash.
  @inline(never)
  private static func option(from start: Int, _ at: inout Int, in bytes: Span<UInt8>) -> Range<Int>
  {
    guard start >= 2, bytes[start - 2] == UInt8(ascii: "-"), ASCII.isLetter(bytes[start]),
      start == 2 || opensOption(bytes[start - 3])
    else { return start..<at }
    var end = at
    while end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-"),
      ASCII.isAlphanumeric(bytes[end + 1])
    {
      end += 1
      while end < bytes.count, let width = wordWidth(bytes, end) { end += width }
    }
    // "the cache --so they say-- is slow"
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { return start..<at }
    at = end
    return (start - 2)..<end
  }

  private static func opensOption(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// Where a token ends that begins with a word character.
  @inline(__always)
  private static func end(of start: Int, in bytes: Span<UInt8>) -> Int {
    let head = ByteWords.leadingWordBytes(ByteWords.load(bytes, at: start))
    let at = start &+ head
    // Most words end within eight bytes, at a blank or a comma.
    if head > 0, head < 8, at < bytes.count, isPlainEnd(bytes[at]) { return at }
    return longEnd(of: start, from: at, in: bytes)
  }

  /// The same, byte by byte from an index up to which all is word.
  @inline(never)
  private static func longEnd(of start: Int, from index: Int, in bytes: Span<UInt8>) -> Int {
    let count = bytes.count
    var at = index
    while at < count {
      if let width = wordWidth(bytes, at) {
        at += width
      } else if joins(bytes, at) {
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
    return at
  }

  /// The term of a token: lower case, typographic apostrophes made plain, a possessive `'s` cut.
  ///
  /// - Parameter language: The language's code: in some an article is cut too.
  package static func term(_ bytes: ArraySlice<UInt8>, language: String = "en") -> String {
    var plain: [UInt8] = []
    let ascii = fold(bytes.span, into: &plain)
    cutPossessive(&plain)
    Elision.cut(&plain, language: language)
    let text = String(decoding: plain, as: UTF8.self)
    return ascii ? text : text.lowercased()
  }

  /// Appends a token with ASCII letters small and typographic apostrophes plain.
  ///
  /// - Returns: Whether what was appended is ASCII.
  static func fold(_ token: Span<UInt8>, into plain: inout [UInt8]) -> Bool {
    var ascii = true
    var at = 0
    while at < token.count {
      if isRightQuote(token, at) {
        plain.append(UInt8(ascii: "'"))
        at += 3
        continue
      }
      ascii = ascii && token[at] < 0x80
      plain.append(ASCII.lower(token[at]))
      at += 1
    }
    return ascii
  }

  /// Cuts a possessive `'s` off a folded token.
  static func cutPossessive(_ plain: inout [UInt8]) {
    guard plain.count > 3, plain.last == UInt8(ascii: "s"),
      plain[plain.count - 2] == UInt8(ascii: "'")
    else { return }
    let owner = String(decoding: plain.dropLast(2), as: UTF8.self)
    if !contracted.contains(owner) { plain.removeLast(2) }
  }

  /// Words behind which `'s` is a verb.
  private static let contracted = [
    "it", "that", "let", "what", "there", "here", "who", "he", "she",
  ]

  /// Whether a byte that is no word character ends a token for sure: a control, a blank or an
  /// ASCII sign that joins nothing.
  @inline(__always)
  private static func isPlainEnd(_ byte: UInt8) -> Bool {
    // The signs `#`, `'`, `+`, `-` and `.` as bits; `@` and what is not ASCII lie above.
    byte < 0x40 && (0x0000_6888_0000_0000 as UInt64) >> UInt64(byte) & 1 == 0
  }

  /// The width of the word character at an index: 1 for ASCII, 2 or 3 for a letter beyond; `nil`
  /// for anything else.
  @inline(__always)
  private static func wordWidth(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let byte = bytes[at]
    if byte < 0x80 { return ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") ? 1 : nil }
    return wideWidth(bytes, at)
  }

  private static func wideWidth(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let byte = bytes[at]
    // Above are emoji and their kin.
    guard byte >= 0xC2, byte < 0xF0 else { return nil }
    let width = byte < 0xE0 ? 2 : 3
    guard at + width <= bytes.count else { return nil }
    let second = bytes[at + 1]
    switch byte {
    // General punctuation (U+2000 to U+206F), arrows, mathematics, box drawing.
    case 0xE2: return nil
    // CJK punctuation.
    case 0xE3: return second == 0x80 ? nil : 3
    // Latin-1 signs, but for the micro sign.
    case 0xC2: return second == 0xB5 ? 2 : nil
    case 0xC3: return second == 0x97 || second == 0xB7 ? nil : 2
    // Stops and commas: Greek, Armenian, Hebrew's hyphen, Arabic, Devanagari, full width.
    case 0xCE: return second == 0x87 ? nil : 2
    case 0xD5: return second == 0x9D ? nil : 2
    case 0xD6: return second == 0x89 || second == 0xBE ? nil : 2
    case 0xD8: return second == 0x8C || second == 0x9B || second == 0x9F ? nil : 2
    case 0xDB: return second == 0x94 ? nil : 2
    case 0xE0: return second == 0xA5 && bytes[at + 2] & 0xFE == 0xA4 ? nil : 3
    case 0xEF:
      let third = bytes[at + 2]
      // Full-width signs, and what only chooses how an emoji looks.
      let isSign =
        second == 0xBC && (third < 0x90 || third >= 0x9A && third <= 0xA0)
        || second == 0xB8 && third < 0x90
      return isSign ? nil : 3
    default: return width
    }
  }

  private static func joins(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < bytes.count, ASCII.isAlphanumeric(bytes[at + 1]) else { return false }
    switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "@"): return true
    case UInt8(ascii: "-"):
      // CVE-2026-1234, BIP-119, gpt-4: only with digits on one side.
      return ASCII.isDigit(bytes[at + 1]) || ASCII.isDigit(bytes[at - 1])
    default: return false
    }
  }

  private static func isRightQuote(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
  }
}
