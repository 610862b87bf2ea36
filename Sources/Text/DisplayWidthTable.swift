// The characters that are two cells wide though they are no emoji.

extension DisplayWidth {
  /// First and last scalar of each wide or fullwidth stretch, in order.
  ///
  /// Source: `EastAsianWidth.txt` of Unicode 18.0.0, values W and F, without the characters that
  /// Swift knows as emoji; short gaps of unassigned characters are closed.
  static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x3029,
    0x3030...0x303E, 0x3041...0x3096, 0x309B...0x3163, 0x3165...0x3247, 0x3250...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF2...0x18D20, 0x18D80...0x191D2,
    0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F1AE...0x1F1AE, 0x1F200...0x1F265,
    0x1F6D9...0x1F6D9, 0x1F7DA...0x1F7DA, 0x1FA8B...0x1FAFA, 0x20000...0x3FFFD,
  ]

  /// Whether a scalar lies in one of the stretches.
  static func isWide(_ value: UInt32) -> Bool {
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }
}
