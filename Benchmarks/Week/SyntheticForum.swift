// A forum's posts, the same every time.

/// Makes posts like a large forum's: words by Zipf's law, threads with subjects of their own, a few
/// of them very long.
///
/// Sources: G. Zipf, *Human Behavior and the Principle of Least Effort* (1949); D. Knuth, *The Art of
/// Computer Programming* 2, §3.3.4, for the generator of numbers.
struct SyntheticForum {
  private var state: UInt64 = 20_261_125
  private var words: [String] = []
  private let functional = "the of and a to in is that it for as was with be by on not this are or"
    .split(separator: " ").map(String.init)

  /// Prepares some ten thousands of words.
  init() {
    let onsets = [
      "b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s",
      "st", "t", "tr", "v", "w",
    ]
    let rimes = [
      "a", "ack", "al", "an", "ar", "e", "el", "en", "er", "i", "ick", "in", "ip", "o",
      "ock", "on", "or", "u", "um", "un",
    ]
    for first in onsets {
      for rime in rimes {
        for second in onsets {
          for end in rimes where words.count < 40_000 {
            words.append(first + rime + second + end)
          }
        }
      }
    }
    // So that common words are not all alike.
    for index in words.indices.reversed() where index > 0 {
      words.swapAt(index, next(index + 1))
    }
  }

  /// A post of 6 to 8 sentences, about a hundred words.
  ///
  /// - Parameter subject: Of what thread: each has some words of its own.
  mutating func post(subject: Int) -> String {
    (0..<(6 + next(3))).map { _ in sentence(subject) }.joined(separator: " ")
  }

  private mutating func sentence(_ subject: Int) -> String {
    let chosen = (0..<(11 + next(9))).map { place -> String in
      if place % 2 == 1 { return functional[next(functional.count)] }
      if next(6) == 0 { return words[(subject &* 7919 &+ next(12) &* 131) % words.count] }
      return words[zipf()]
    }
    let text = chosen.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A rank by Zipf's law: the logarithm of ranks is uniform.
  private mutating func zipf() -> Int {
    var span = 1
    let limit = next(16)
    for _ in 0..<limit { span *= 2 }
    return min(words.count - 1, span - 1 + next(span))
  }

  /// The next number below a limit.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
