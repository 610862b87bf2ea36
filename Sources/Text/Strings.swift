// Helpers for strings that FoundationEssentials does not have.

import Glibc

/// Helpers for strings that FoundationEssentials does not have.
package enum Strings {
  /// Runs of white space (no-break space too) as one blank each, none at the ends.
  ///
  /// - Complexity: Linear; text that is folded already is not copied.
  package static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { isFolded($0) } ? text : text.withUTF8 { folded($0) }
  }

  /// The same for a part of a text.
  package static func folded(_ text: Substring) -> String { folded(String(text)) }

  /// U+00A0 is C2 A0 in UTF-8.
  private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      if byte <= 0x20 {
        if byte != 0x20 ? (0x09...0x0D).contains(byte) : previous == 0x20 { return false }
      } else if byte == 0xA0, previous == 0xC2 {
        return false
      }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var pendingBlank = false
    var at = 0
    while at < bytes.count {
      let isNoBreak = bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
      if isNoBreak || bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) {
        pendingBlank = !out.isEmpty
        at += isNoBreak ? 2 : 1
        continue
      }
      if pendingBlank { out.append(0x20) }
      pendingBlank = false
      out.append(bytes[at])
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text without white space at its ends; not copied when there is none.
  package static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes -> String? in
      guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
        let last = bytes.lastIndex(where: { $0 > 0x20 })
      else { return "" }
      if first == 0, last == bytes.count - 1 { return nil }
      return String(decoding: bytes[first...last], as: UTF8.self)
    } ?? text
  }

  /// The same for a part of a text.
  package static func trimmed(_ text: Substring) -> String { trimmed(String(text)) }

  /// Whether one text stands in another, byte for byte.
  ///
  /// The first byte of the part that is no letter is looked for: there are fewer of them.
  package static func contains(_ text: String, _ part: String) -> Bool {
    var text = text
    var part = part
    return text.withUTF8 { haystack in
      part.withUTF8 { needle in
        guard let wanted = needle.baseAddress, !needle.isEmpty else { return true }
        guard let start = UnsafeRawPointer(haystack.baseAddress) else { return false }
        let anchor = needle.firstIndex { !ASCII.isLetter($0) } ?? 0
        let last = haystack.count - needle.count
        var at = 0
        while at <= last,
          let found = memchr(start + at + anchor, Int32(needle[anchor]), last - at + 1)
        {
          let place = UnsafeRawPointer(found) - anchor
          if memcmp(place, wanted, needle.count) == 0 { return true }
          at = place - start + 1
        }
        return false
      }
    }
  }
}
