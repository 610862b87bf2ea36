// How often each term stands in a document, without a dictionary and without sorting.

/// Counts terms of one document after the other.
///
/// A counter a term, and above them two levels of bits that say which are not zero: they give the
/// terms in ascending order and leave all clean for the next document.
struct TermCounter {
  private var counts: [Int32]
  /// A bit a term.
  private var words: [UInt64]
  /// A bit a word of `words`.
  private var blocks: [UInt64]

  /// Creates counters for terms below a limit.
  init(terms: Int) {
    counts = [Int32](repeating: 0, count: terms)
    words = [UInt64](repeating: 0, count: terms / 64 + 1)
    blocks = [UInt64](repeating: 0, count: terms / 4096 + 1)
  }

  /// Counts a term.
  @inline(__always)
  mutating func add(_ term: Int32) {
    let term = Int(term)
    counts[term] &+= 1
    words[term >> 6] |= 1 << UInt64(term & 63)
    blocks[term >> 12] |= 1 << UInt64(term >> 6 & 63)
  }

  /// Gives each counted term with its count, in ascending order, and forgets them.
  @inline(__always)
  mutating func drain(_ take: (_ term: Int32, _ count: Int32) -> Void) {
    for block in blocks.indices where blocks[block] != 0 {
      var wordBits = blocks[block]
      blocks[block] = 0
      while wordBits != 0 {
        let word = block << 6 | wordBits.trailingZeroBitCount
        wordBits &= wordBits &- 1
        var termBits = words[word]
        words[word] = 0
        while termBits != 0 {
          let term = word << 6 | termBits.trailingZeroBitCount
          termBits &= termBits &- 1
          take(Int32(truncatingIfNeeded: term), counts[term])
          counts[term] = 0
        }
      }
    }
  }
}
