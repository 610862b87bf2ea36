// JSON that was cut off, or that has numbers which JSON does not.

import Text

/// Mends JSON that was cut off, or that has `NaN` and `Infinity`, as some programs write them.
enum JSONRepair {
  /// What stands up to the last whole object, with all brackets closed, and `null` for numbers that
  /// are none; `nil` when there is no whole object, and for nesting deeper than `LooseJSON` reads.
  ///
  /// - Complexity: Linear in the bytes.
  static func mend(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var open: [UInt8] = []
    var whole: (length: Int, closers: [UInt8])?
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        guard let end = stringEnd(bytes, at) else {
          at = bytes.count
          continue
        }
        out += bytes[at..<end]
        at = end
        continue
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() == byte else { return close(out, whole) }
      case UInt8(ascii: "N"), UInt8(ascii: "I"):
        let start = at
        while at < bytes.count, ASCII.isLetter(bytes[at]) { at += 1 }
        if out.last == UInt8(ascii: "-") { out.removeLast() }
        out += at - start > 1 ? "null".utf8 : "".utf8
        continue
      default: break
      }
      guard open.count <= 64 else { return nil }
      out.append(byte)
      at += 1
      if byte == UInt8(ascii: "}") { whole = (out.count, open.reversed()) }
    }
    return close(out, whole)
  }

  private static func close(_ out: [UInt8], _ whole: (length: Int, closers: [UInt8])?) -> [UInt8]? {
    whole.map { Array(out[..<$0.length]) + $0.closers }
  }

  /// The index behind the quote that ends a string.
  private static func stringEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var at = start + 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") { return at + 1 }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
