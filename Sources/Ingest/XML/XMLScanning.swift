// Searches in the bytes of a document, eight bytes at a step where it pays.

import Text

extension Span<UInt8> {
  /// Whether a range holds nothing but white space.
  func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where self[index] > 0x20 { return false }
    return true
  }

  /// The index of the next byte that is not plain text: a control character that XML does not
  /// allow, a carriage return, the first byte of a C1 control character, and, where markup counts,
  /// `<` or `&`; the limit when there is none.
  ///
  /// Words of eight bytes are tested at once (H. Warren, *Hacker's Delight* §6-1).
  func plainTextEnd(from start: Int, markup: Bool, limit: Int? = nil) -> Int {
    let limit = limit ?? count
    var index = start
    return withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
      while index < limit {
        if index + 8 <= limit {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          var special = word & highs | (word &- ones &* 0x20) & ~word & highs
          if markup {
            special |= hasZero(word ^ (ones &* 0x3C)) | hasZero(word ^ (ones &* 0x26))
          }
          if special == 0 {
            index += 8
            continue
          }
        }
        // Somewhere in these eight bytes, or so few are left.
        let end = Swift.min(index + 8, limit)
        while index < end {
          let byte = bytes[index]
          if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0xC2 { return index }
          if markup, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return index }
          index += 1
        }
      }
      return limit
    }
  }

  /// Where the end tag of an entry stands inside a CDATA section that goes on over the beginning of
  /// another, or, where it has no end at all, the first one; `nil` when the section is whole.
  func lostSectionEnd(_ section: Range<Int>, isOpen: Bool) -> Int? {
    var index = section.lowerBound
    var entryEnd: Int?
    while let tag = nextTag(from: index, before: section.upperBound, closing: entryEnd == nil) {
      if entryEnd == nil {
        if begins("</item>", at: tag) || begins("</entry>", at: tag) {
          entryEnd = tag
          if isOpen { return tag }
        }
      } else if begins("<item", at: tag) || begins("<entry", at: tag) {
        return entryEnd
      }
      index = tag + 1
    }
    return nil
  }

  /// The next `</i`, `</e`, or, for start tags, `<i`, `<e`.
  func nextTag(from start: Int, before limit: Int, closing: Bool) -> Int? {
    withUnsafeBytes { bytes in
      let offset = closing ? 2 : 1
      var index = start
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      while index + offset < limit {
        if index + 8 + offset <= limit {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let found = word ^ (ones &* 0x3C)
          if (found &- ones) & ~found & highs == 0 {
            index += 8
            continue
          }
        }
        let end = Swift.min(index + 8, limit - offset)
        while index < end {
          if bytes[index] == 0x3C, !closing || bytes[index + 1] == 0x2F {
            let letter = bytes[index + offset]
            if letter == 0x69 || letter == 0x65 { return index }
          }
          index += 1
        }
      }
      return nil
    }
  }

  /// The index of the end tag that stands right before an index, or the index itself.
  func lastMarkup(before end: Int, from start: Int) -> Int {
    var look = end - 1
    while look > start, self[look] <= 0x20 { look -= 1 }
    guard look > start, self[look] == UInt8(ascii: ">") else { return end }
    let limit = Swift.max(start, look - 64)
    while look > limit, self[look] != UInt8(ascii: "<") { look -= 1 }
    return self[look] == UInt8(ascii: "<") && self[look + 1] == UInt8(ascii: "/") ? look : end
  }

  /// The index of the `>` that ends the document type at an index, quotes and brackets passed over;
  /// the end when there is none.
  func documentTypeEnd(from start: Int) -> Int {
    var depth = 0
    var quote: UInt8 = 0
    var index = start + 2
    while index < count {
      let byte = self[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        return index
      }
      index += 1
    }
    return index
  }
}
