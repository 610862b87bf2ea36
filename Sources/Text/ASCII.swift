// Questions about single bytes.

/// Questions about single bytes.
package enum ASCII {
  /// Space, tab, line feed, form feed or carriage return.
  @inlinable package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  /// `0` to `9`.
  @inlinable package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `A` to `Z` or `a` to `z`.
  @inlinable package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// `A` to `Z`.
  @inlinable package static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// `a` to `z`.
  @inlinable package static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// A letter or a digit.
  @inlinable package static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte)
  }

  /// A capital letter's small one; any other byte itself.
  @inlinable package static func lower(_ byte: UInt8) -> UInt8 {
    isUpper(byte) ? byte | 0x20 : byte
  }

  /// The value of a digit in a radix of 10 or 16; `nil` for what is none.
  @inlinable package static func digit(_ byte: UInt8, radix: Int) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    guard radix == 16 else { return nil }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }
}
