// What characters may stand where in a header.

/// What characters may stand where in a header.
enum MailText {
  /// Text on one line: control characters and runs of blanks become one blank, ends are trimmed, and
  /// marks that reverse the direction of writing are taken out.
  ///
  /// Nothing that has gone through here can begin another header.
  static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? " " : scalar) }
    // By code points: a blank with an accent on it is a blank all the same.
    return HTMLEscaping.disarmed(String(scalars)).unicodeScalars.split(separator: " ")
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// Line breaks, NUL and the other control characters, those of Unicode included.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Characters of an atom (RFC 5322 §3.2.3).
  static func isAtom(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  /// ASCII letters and digits.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// Whether a text can stand in a header as it is.
  ///
  /// What only looks like an encoded word would be decoded, so it is encoded too.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
  }
}
