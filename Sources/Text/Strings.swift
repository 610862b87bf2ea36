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
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      // U+00A0 is C2 A0 in UTF-8.
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
