// A hash that is the same on every run, for names in addresses and for boundaries.

/// A hash that is the same on every run, as `Hasher` is not: FNV-1a of 64 bits.
///
/// Nothing that it names needs to withstand an attack. Source: draft-eastlake-fnv-21, §5.
package enum StableHash {
  /// The hash in base 36.
  package static func of(_ text: String) -> String { String(number(of: text), radix: 36) }

  /// The hash.
  ///
  /// Among a million texts two have the same one with a chance of about 1 in 37 million.
  package static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
  }
}
