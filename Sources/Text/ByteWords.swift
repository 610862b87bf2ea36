// Eight bytes at a time: little-endian loads, and how many of them are letters and digits.

/// Eight bytes at a time.
enum ByteWords {
  /// The bytes from an index on as one number, the first the lowest; zeros for what is beyond the
  /// end.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
    if index &+ 8 <= bytes.count {
      return UInt64(
        littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      )
    }
    var word: UInt64 = 0
    for at in stride(from: bytes.count - 1, through: index, by: -1) {
      word = word << 8 | UInt64(bytes[at])
    }
    return word
  }

  /// How many of the eight bytes, from the first on, are ASCII letters, digits or underscores.
  ///
  /// Each byte by itself, in parallel: `x + (0x80 - low)` has its high bit set from `low` on.
  /// Source: H. S. Warren, *Hacker's Delight* (2013), §6-1.
  @inline(__always)
  static func leadingWordBytes(_ word: UInt64) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let every: UInt64 = 0x0101_0101_0101_0101
    let seven = word & ~high
    let small = seven | every &* 0x20
    let letters = (small &+ every &* (0x80 - 0x61)) & ~(small &+ every &* (0x80 - 0x7B))
    let digits = (seven &+ every &* (0x80 - 0x30)) & ~(seven &+ every &* (0x80 - 0x3A))
    let underscores = ~((seven ^ every &* 0x5F) &+ every &* 0x7F)
    let others = ~((letters | digits | underscores) & ~word) & high
    return others.trailingZeroBitCount >> 3
  }
}
