// Bytes that travelled as ASCII.

import Text

/// Bytes that travelled as ASCII.
///
/// Source: RFC 2045 §6.7 and §6.8.
enum TransferEncoding {
  /// Decodes quoted-printable; what is no escape stays as it is.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "=") else {
        out.append(byte)
        continue
      }
      if at + 1 < bytes.count, let high = ASCII.digit(bytes[at], radix: 16),
        let low = ASCII.digit(bytes[at + 1], radix: 16)
      {
        out.append(high << 4 | low)
        at += 2
        continue
      }
      // A soft line break; gateways add blanks after it.
      var end = at
      while end < bytes.count, end - at < 80, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      if end < bytes.count, bytes[end] == 0x0A {
        at = end + 1
      } else if end < bytes.count {
        out.append(byte)
      }
    }
    return out
  }

  /// Decodes base64: several runs with their padding are one text, and a list's plain footer after
  /// the padding is left out.
  ///
  /// - Returns: The bytes, and whether other characters stood between, which were passed over.
  static func base64(_ bytes: [UInt8]) -> (bytes: [UInt8], isBroken: Bool) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4 * 3)
    var (held, count) = (UInt32(0), 0)
    var (isBroken, isPadded) = (false, false)
    func flush() {
      if count == 2 { out.append(UInt8(truncatingIfNeeded: held >> 4)) }
      if count == 3 {
        out.append(UInt8(truncatingIfNeeded: held >> 10))
        out.append(UInt8(truncatingIfNeeded: held >> 2))
      }
      (held, count) = (0, 0)
    }
    for byte in bytes {
      let value = values[Int(byte)]
      if value < 64 {
        held = held << 6 | UInt32(value)
        count += 1
        guard count == 4 else { continue }
        out.append(UInt8(truncatingIfNeeded: held >> 16))
        out.append(UInt8(truncatingIfNeeded: held >> 8))
        out.append(UInt8(truncatingIfNeeded: held))
        (held, count) = (0, 0)
      } else if byte == UInt8(ascii: "=") {
        isPadded = true
        flush()
      } else if !ASCII.isSpace(byte) {
        if isPadded { break }
        isBroken = true
      }
    }
    if count == 1 { isBroken = true }
    flush()
    return (out, isBroken)
  }

  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (index, byte) in alphabet.utf8.enumerated() { table[Int(byte)] = UInt8(index) }
    return table
  }()
}
