// Text to sentences, by rules over bytes.

/// Text to sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` (closing quotes and brackets go with it) before white
/// space and a beginning: a capital, a digit, an opening mark. It does not end behind an
/// abbreviation, an initial, a number of a list, or inside `e.g.`, versions, file names and
/// addresses, where no white space follows. Paragraphs (empty lines), headings and list items
/// always end one.
///
/// After: G. Grefenstette and P. Tapanainen, *What is a word, what is a sentence?* (1994); rules,
/// no model.
package enum SentenceSplitter {
  /// The byte ranges of sentences in UTF-8 text of the form of `Post.words`, in order, marks of
  /// headings and list items left out, no white space at the ends.
  ///
  /// - Parameter marks: Whether `# `, `* ` and their kin are marks; in talk they are not.
  /// - Complexity: Linear.
  package static func sentences(in bytes: [UInt8], marks: Bool = true) -> [(
    range: Range<Int>, place: Place
  )] {
    var result: [(range: Range<Int>, place: Place)] = []
    var lineStart = 0
    while lineStart < bytes.count {
      // A paragraph goes on over single line breaks, unless the next line begins a list item or
      // heading.
      var end = lineStart
      while end < bytes.count {
        if bytes[end] == 0x0A, endsParagraph(bytes, after: end, marks: marks) { break }
        end += 1
      }
      split(bytes, lineStart..<end, marks: marks, into: &result)
      lineStart = end + 1
    }
    return result
  }

  /// Where a sentence stands.
  package enum Place: Equatable, Sendable {
    case paragraph, heading, listItem
  }

  /// The sentences of a text as strings, white space folded.
  package static func strings(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return sentences(in: bytes).map {
      Strings.folded(String(decoding: bytes[$0.range], as: UTF8.self))
    }
  }

  private static func endsParagraph(_ bytes: [UInt8], after newline: Int, marks: Bool) -> Bool {
    var at = newline + 1
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    guard at < bytes.count else { return true }
    return bytes[at] == 0x0A || marks && markWidth(bytes, at..<bytes.count) > 0
  }

  /// The width of `# `, `* `, `- `, `+ `, `• ` or `12. ` at the head of a range; 0 when there is
  /// none.
  private static func markWidth(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    func blank(_ index: Int) -> Bool { index < range.upperBound && ASCII.isSpace(bytes[index]) }
    guard at < range.upperBound else { return 0 }
    switch bytes[at] {
    case UInt8(ascii: "#"):
      while at < range.upperBound, bytes[at] == UInt8(ascii: "#") { at += 1 }
      return blank(at) ? at + 1 - range.lowerBound : 0
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      return blank(at + 1) ? 2 : 0
    case 0xE2 where at + 3 < range.upperBound && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xA2:
      return blank(at + 3) ? 4 : 0
    case let byte where ASCII.isDigit(byte):
      while at < range.upperBound, ASCII.isDigit(bytes[at]), at - range.lowerBound < 3 { at += 1 }
      guard at < range.upperBound,
        bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")")
      else { return 0 }
      return blank(at + 1) ? at + 2 - range.lowerBound : 0
    default: return 0
    }
  }

  private static func split(
    _ bytes: [UInt8], _ paragraph: Range<Int>, marks: Bool,
    into result: inout [(range: Range<Int>, place: Place)]
  ) {
    var start = paragraph.lowerBound
    let end = paragraph.upperBound
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    var place = Place.paragraph
    let mark = marks ? markWidth(bytes, start..<end) : 0
    if mark > 0 {
      place = bytes[start] == UInt8(ascii: "#") ? .heading : .listItem
      start += mark
    }
    func add(_ upper: Int) {
      var low = start
      var high = upper
      while low < high, ASCII.isSpace(bytes[low]) { low += 1 }
      while high > low, ASCII.isSpace(bytes[high - 1]) { high -= 1 }
      if low < high { result.append((low..<high, place)) }
    }
    if place == .heading {
      add(end)
      return
    }
    var at = start
    while at < end {
      guard let width = terminatorWidth(bytes, at, end) else {
        at += 1
        continue
      }
      var after = at + width
      while after < end {
        if let more = terminatorWidth(bytes, after, end) {
          after += more
        } else if let closing = closingWidth(bytes, after, end) {
          after += closing
        } else {
          break
        }
      }
      if after >= end { break }
      let isWide = width == 3 && bytes[at] != 0xE2
      if isWide
        || ASCII.isSpace(bytes[after]) && begins(bytes, after, end)
          && (bytes[at] != UInt8(ascii: ".")
            || !Abbreviations.goesOn(bytes, sentence: start, stop: at, next: after, end))
      {
        add(after)
        start = after
      }
      at = after
    }
    add(end)
  }

  private static func terminatorWidth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xA6: return 3
    // 。 and the wide ! and ?, behind which no blank stands.
    case 0xE3 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82: return 3
    case 0xEF where at + 2 < end && bytes[at + 1] == 0xBC:
      return bytes[at + 2] == 0x81 || bytes[at + 2] == 0x9F ? 3 : nil
    default: return nil
    }
  }

  private static func closingWidth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      return 1
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80:
      return bytes[at + 2] == 0x99 || bytes[at + 2] == 0x9D ? 3 : nil
    case 0xE3 where at + 2 < end && bytes[at + 1] == 0x80:  // 」 and 』
      return bytes[at + 2] == 0x8D || bytes[at + 2] == 0x8F ? 3 : nil
    default:
      let blank = blankWidth(bytes, at, end)
      // « Non ! »: the mark stands behind a blank.
      guard at + blank + 1 < end, bytes[at + blank] == 0xC2, bytes[at + blank + 1] == 0xBB else {
        return nil
      }
      return blank + 2
    }
  }

  /// The width of one blank, a no-break one of either width too; 0 for none.
  private static func blankWidth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    if bytes[at] == 0x20 { return 1 }
    if bytes[at] == 0xC2, at + 1 < end, bytes[at + 1] == 0xA0 { return 2 }
    return bytes[at] == 0xE2 && at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xAF
      ? 3 : 0
  }

  /// Whether what follows the white space at an index can begin a sentence.
  private static func begins(_ bytes: [UInt8], _ blank: Int, _ end: Int) -> Bool {
    var at = blank
    while at < end, ASCII.isSpace(bytes[at]) { at += 1 }
    guard at < end else { return true }
    let byte = bytes[at]
    if byte >= 0x80 {
      let letter = String(decoding: bytes[at..<min(end, at + 4)], as: UTF8.self).unicodeScalars
        .first
      return letter?.properties.generalCategory != .lowercaseLetter
    }
    return !ASCII.isLower(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
      && byte != UInt8(ascii: ":")
  }
}
