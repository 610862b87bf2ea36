// Which of a few words stand in a text, without a string for each of its words.

/// A few words with a number each, looked up in text by their hashes.
///
/// Two words of one hash are taken for each other: who finds one looks again.
struct WordHashes {
  private var numbers: [UInt64: [Int]] = [:]
  /// A bit for each hash by its lowest bits: most words of a text are told apart by it.
  private var filter = [UInt64](repeating: 0, count: 256)

  /// Adds a word in small letters.
  mutating func add(_ word: String, number: Int) {
    let hash = word.utf8.reduce(Self.seed) { Self.mixed($0, $1) }
    filter[Int(hash >> 6 & 255)] |= 1 << (hash & 63)
    numbers[hash, default: []].append(number)
  }

  /// Whether there are none.
  var isEmpty: Bool { numbers.isEmpty }

  /// The numbers of the words among the first ones of a text, in the order of the text.
  ///
  /// - Complexity: Linear.
  func numbers(in text: String, first: Int = .max) -> [Int] {
    let bytes = text.utf8Span.span
    var found: [Int] = []
    var hash = Self.seed
    var count = 0
    for at in bytes.indices {
      let byte = bytes[at]
      // Written out: a call for each byte takes as long as all the rest.
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 {
        hash = Self.mixed(hash, byte)
      } else if hash != Self.seed {
        look(up: hash, &found)
        hash = Self.seed
        count += 1
        if count == first { return found }
      }
    }
    if hash != Self.seed { look(up: hash, &found) }
    return found
  }

  @inline(__always)
  private func look(up hash: UInt64, _ found: inout [Int]) {
    guard filter[Int(hash >> 6 & 255)] >> (hash & 63) & 1 == 1, let known = numbers[hash] else {
      return
    }
    found += known
  }

  /// FNV-1a, capitals as small letters; of digits, too, only that bit is set already.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
}
