// A hash that is the same on every run, for names in addresses and for boundaries.

/// A hash that is the same on every run, as `Hasher` is not: FNV-1a of 64 bits.
///
/// Nothing that it names needs to withstand an attack. Source: draft-eastlake-fnv-21, §5.
enum StableHash {
  /// The hash in base 36.
  static func of(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    return String(hash, radix: 36)
  }
}
