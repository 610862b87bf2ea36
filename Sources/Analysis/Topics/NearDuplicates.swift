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
  /// A text that is so much longer tells more than that story.
  private static let longest = 4
  /// Shorter texts say too little to be the same.
  private static let leastShingles = 20
  /// Texts with fewer may be the same by chance.
  private static let leastSame = 4
  /// A shingle of more texts is boilerplate.
  private static let boilerplate = 20

  /// For each text the index of the story that it is a copy of; its own for one that is no copy.
  ///
  /// Of texts that are alike the story is the first that is whole. Short ones must be the same.
  ///
  /// - Parameter mayBeOne: Whether two texts can be one story at all, by their indices.
  /// - Complexity: Linear in the words, for texts that share few shingles.
  package static func firsts(
    _ texts: [String], mayBeOne: (Int, Int) -> Bool = { _, _ in true }
  ) -> [Int] {
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
        // Only with a story itself: a copy of a copy may be another story.
        for other in others where other < index && firsts[other] == other {
          shared[other, default: 0] += 1
        }
      }
      let copies = shared.filter { other, count in
        let sizes = [own.count, shingles[other].count]
        return mayBeOne(other, index) && Double(count) >= contained * Double(sizes.min() ?? 0)
          && (sizes.max() ?? 0) <= longest * (sizes.min() ?? 0)
      }
      if let first = copies.keys.min() { firsts[index] = first }
    }
    var shorts: [String: [Int]] = [:]
    for (index, own) in shingles.enumerated()
    where (leastSame..<leastShingles).contains(own.count) {
      if let first = shorts[texts[index]]?.first(where: { mayBeOne($0, index) }) {
        firsts[index] = first
      } else {
        shorts[texts[index], default: []].append(index)
      }
    }
    return wholes(firsts, shingles.map(\.count))
  }

  /// The same groups by their first text that has four fifths of the longest one's length.
  private static func wholes(_ firsts: [Int], _ sizes: [Int]) -> [Int] {
    var groups: [Int: [Int]] = [:]
    for (index, first) in firsts.enumerated() { groups[first, default: []].append(index) }
    var result = firsts
    for group in groups.values where group.count > 1 {
      let most = group.map { sizes[$0] }.max() ?? 0
      guard let whole = group.first(where: { sizes[$0] * 5 >= most * 4 }) else { continue }
      for index in group { result[index] = whole }
    }
    return result
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
