// One text that came by several ways.

import Text

/// Finds texts that are nearly the same: one story in three feeds.
///
/// Runs of five words (shingles) are compared: A. Broder, *On the Resemblance and Containment of
/// Documents* (1997). A shortened copy is contained in the whole one.
package enum NearDuplicates {
  /// Words of a shingle.
  private static let shingle = 5
  /// The share of the shorter text's shingles from which both are one story.
  private static let contained = 0.6
  /// Shorter texts say too little to be the same.
  private static let leastShingles = 20
  /// A shingle of more texts is boilerplate.
  private static let boilerplate = 20

  /// For each text the index of the first one that it is a copy of; its own for one that is none.
  ///
  /// - Complexity: Linear in the words, for texts that share few shingles.
  package static func firsts(_ texts: [String]) -> [Int] {
    let shingles = texts.map(self.shingles)
    var holders: [UInt64: [Int]] = [:]
    for (index, own) in shingles.enumerated() where own.count >= leastShingles {
      for hash in own { holders[hash, default: []].append(index) }
    }
    var firsts = Array(texts.indices)
    for (index, own) in shingles.enumerated() where own.count >= leastShingles {
      var shared: [Int: Int] = [:]
      for hash in own {
        guard let others = holders[hash], others.count <= boilerplate else { continue }
        for other in others where other < index { shared[other, default: 0] += 1 }
      }
      let copies = shared.filter { other, count in
        Double(count) >= contained * Double(min(own.count, shingles[other].count))
      }
      if let first = copies.keys.min() { firsts[index] = firsts[first] }
    }
    return firsts
  }

  /// The hashes of all runs of five words, each once.
  private static func shingles(_ text: String) -> Set<UInt64> {
    let bytes = Array(text.utf8)
    let words = Tokenizer.tokens(in: bytes).map { hash(Tokenizer.term(bytes[$0]).utf8) }
    guard words.count >= shingle else { return [] }
    var result: Set<UInt64> = []
    for start in 0...(words.count - shingle) {
      result.insert(words[start..<(start + shingle)].reduce(0) { $0 &* 1_099_511_628_211 ^ $1 })
    }
    return result
  }

  /// FNV-1a: the same on every run, as `Hasher` is not.
  ///
  /// Source: draft-eastlake-fnv-21.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
