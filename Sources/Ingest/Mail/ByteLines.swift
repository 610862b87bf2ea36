// The lines of bytes, as ranges.

import Glibc
import Text

/// The lines of bytes, as ranges.
enum ByteLines {
  /// Where the line that holds an index ends: its LF or CR LF, or the end of the bytes.
  static func end(_ bytes: [UInt8], _ at: Int) -> Int {
    guard at < bytes.count else { return bytes.count }
    let feed = bytes.withUnsafeBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress,
        let found = memchr(base + at, 0x0A, buffer.count - at)
      else { return buffer.count }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    return feed < bytes.count && feed > at && bytes[feed - 1] == 0x0D ? feed - 1 : feed
  }

  /// Where the line after a line's end begins.
  static func next(_ bytes: [UInt8], _ end: Int) -> Int {
    guard end < bytes.count else { return bytes.count }
    return bytes[end] == 0x0D ? min(end + 2, bytes.count) : end + 1
  }

  /// Whether a line holds nothing but white space.
  static func isBlank(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    text.allSatisfy { ASCII.isSpace(bytes[$0]) }
  }

  /// Whether a line begins with an ASCII text, whatever the case of its letters.
  static func starts(_ bytes: [UInt8], _ text: Range<Int>, with prefix: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    guard text.count >= wanted.count else { return false }
    for index in 0..<wanted.count
    where ASCII.lower(bytes[text.lowerBound + index]) != ASCII.lower(wanted[index]) {
      return false
    }
    return true
  }

  /// All lines of a range, without their ends.
  static func ranges(_ bytes: [UInt8], _ whole: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var at = whole.lowerBound
    while at < whole.upperBound {
      let end = end(bytes, at)
      result.append(at..<min(end, whole.upperBound))
      at = next(bytes, end)
    }
    return result
  }
}
