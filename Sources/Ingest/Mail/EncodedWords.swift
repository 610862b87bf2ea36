// Text of any charset inside the ASCII of a header.

import Text

/// Text of any charset inside the ASCII of a header: `=?charset?B or Q?text?=`.
///
/// Words that stand beside each other are joined before they are decoded, since programs cut
/// characters in two. Raw 8-bit text, blanks inside a word and words inside quotation marks are
/// against the rules but read.
///
/// Source: RFC 2047, RFC 2231 §5 (a language after the charset).
enum EncodedWords {
  /// Returns the text of a header's value.
  ///
  /// - Complexity: Linear.
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "=")) else { return raw(bytes[...]) }
    var out = ""
    var held: [UInt8] = []
    var charset: String?
    var plainStart = 0
    var at = 0
    var scanner = Scanner(bytes)
    func flush() {
      if charset != nil { out += text(held, charset) }
      (held, charset) = ([], nil)
    }
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "="), let word = scanner.word(at: at) else {
        at += 1
        continue
      }
      let between = bytes[plainStart..<at]
      // White space between two words is part of neither.
      let isBeside = charset != nil && between.allSatisfy(ASCII.isSpace)
      if !isBeside || charset != word.charset { flush() }
      if !isBeside { out += raw(between) }
      charset = word.charset
      held += word.bytes
      at = word.end
      plainStart = at
    }
    flush()
    return out + raw(bytes[plainStart...])
  }

  private static func raw(_ bytes: ArraySlice<UInt8>) -> String { text(Array(bytes), nil) }

  private static func text(_ bytes: [UInt8], _ charset: String?) -> String {
    String(decoding: Encoding.utf8(bytes, named: charset).bytes, as: UTF8.self)
  }

  /// Finds encoded words.
  private struct Scanner {
    let bytes: [UInt8]
    /// The first `?=` at or after the last place asked for: each byte is looked at once.
    private var end = -1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The encoded word that begins at an index.
    mutating func word(at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
      guard start + 6 < bytes.count, bytes[start + 1] == UInt8(ascii: "?") else { return nil }
      let name = bytes[(start + 2)...].prefix(60).prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "=")
      }
      let mark = name.endIndex
      guard !name.isEmpty, mark + 2 < bytes.count, bytes[mark] == UInt8(ascii: "?"),
        bytes[mark + 2] == UInt8(ascii: "?"), let end = nextEnd(from: mark + 3)
      else { return nil }
      let body = bytes[(mark + 3)..<end]
      // A word does not hold another; this one lost its end.
      guard !body.contains(UInt8(ascii: "?")) || body.count < 2000 else { return nil }
      let charset = String(decoding: name.prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
      switch ASCII.lower(bytes[mark + 1]) {
      case UInt8(ascii: "b"):
        return (charset.lowercased(), TransferEncoding.base64(Array(body)).bytes, end + 2)
      case UInt8(ascii: "q"):
        let blanks = body.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
        return (charset.lowercased(), TransferEncoding.quotedPrintable(blanks), end + 2)
      default: return nil
      }
    }

    private mutating func nextEnd(from start: Int) -> Int? {
      if end < start {
        end = start
        while end + 1 < bytes.count,
          bytes[end] != UInt8(ascii: "?") || bytes[end + 1] != UInt8(ascii: "=")
        {
          end += 1
        }
      }
      return end + 1 < bytes.count ? end : nil
    }
  }
}
