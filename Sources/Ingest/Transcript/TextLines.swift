// Text cut into lines.

import Text

/// Text cut into lines.
enum Lines {
  /// The lines of UTF-8 text without their ends (LF, CRLF or CR), NUL as U+FFFD (WebVTT §4).
  static func split(_ bytes: [UInt8]) -> [String] {
    var result: [String] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0A || bytes[at] == 0x0D {
        result.append(line(bytes[start..<at]))
        if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
        start = at + 1
      }
      at += 1
    }
    if start < bytes.count { result.append(line(bytes[start...])) }
    return result
  }

  /// Whether a line has nothing but white space.
  static func isBlank(_ line: String) -> Bool { line.utf8.allSatisfy { $0 <= 0x20 } }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }, as: UTF8.self)
  }
}
