// Helpers for strings that FoundationEssentials does not have.

/// Helpers for strings that FoundationEssentials does not have.
package enum Strings {
  /// Runs of white space (no-break space too) as one blank each, none at the ends.
  ///
  /// - Complexity: Linear.
  package static func folded(_ text: some StringProtocol) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingBlank = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      // U+00A0 is C2 A0 in UTF-8.
      if byte == 0xA0, previous == 0xC2, out.last == 0xC2 {
        out.removeLast()
        pendingBlank = !out.isEmpty
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingBlank = !out.isEmpty
      } else {
        if pendingBlank {
          out.append(0x20)
          pendingBlank = false
        }
        out.append(byte)
      }
      previous = byte
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text without white space at its ends.
  package static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// Whether one text stands in another, byte for byte.
  package static func contains(_ text: String, _ part: String) -> Bool {
    var text = text
    var part = part
    return text.withUTF8 { haystack in
      part.withUTF8 { needle in
        guard let first = needle.first else { return true }
        guard haystack.count >= needle.count else { return false }
        for at in 0...(haystack.count - needle.count) where haystack[at] == first {
          if haystack[at..<(at + needle.count)].elementsEqual(needle) { return true }
        }
        return false
      }
    }
  }
}
