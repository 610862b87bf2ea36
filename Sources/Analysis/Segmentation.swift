// Where talk turns to another subject.

import Glibc
import Text

/// Topical segmentation by the most probable division.
///
/// A segment's cost is the negative logarithm of its words' probability under its own
/// Laplace-smoothed counts; each segment costs a prior besides; dynamic programming finds the
/// division of least cost.
///
/// Source: M. Utiyama and H. Isahara, *A Statistical Model for Domain-Independent Text
/// Segmentation* (2001). A boundary is cheaper where the words announce one ("let's move on"),
/// after R. Passonneau and D. Litman, *Discourse Segmentation by Human and Automated Means*
/// (1997).
package enum Segmentation {
  /// The cost of a segment, as a multiple of ln(words).
  static let prior = 2.2
  /// How much cheaper an announced boundary is, in the same unit.
  static let announced = 1.6

  /// The first units of the segments, ascending; the first is 0.
  ///
  /// Empty for no units.
  ///
  /// - Parameters:
  ///   - units: The text of each.
  ///   - announced: Units before which something else announces a boundary.
  ///   - longest: No segment has more units.
  /// - Complexity: O(units × longest × words of a unit).
  package static func boundaries(
    _ units: [String], vocabulary: Vocabulary, announced: Set<Int> = [], longest: Int = 600
  ) -> [Int] {
    guard units.count > 1 else { return units.isEmpty ? [] : [0] }
    let (terms, vocabularySize) = repeatedTerms(units, vocabulary)
    let total = Double(terms.reduce(0) { $0 + $1.count })
    guard total > 0 else { return [0] }
    let unit = log(max(total, 2))
    let openings = units.indices.map { index in
      announced.contains(index) || announces(units[index]) ? Self.announced * unit : 0
    }
    let logs = (0...(Int(total) + 2)).map { $0 == 0 ? 0 : log(Double($0)) }
    var best = [Double](repeating: .infinity, count: units.count + 1)
    var from = [Int](repeating: 0, count: units.count + 1)
    best[0] = 0
    var counts = [Int](repeating: 0, count: vocabularySize)
    for start in units.indices {
      var words = 0
      var selfInformation = 0.0  // Σ f·ln(f + 1)
      let opening = start == 0 ? 0 : prior * unit - openings[start]
      for end in start..<min(units.count, start + longest) {
        for term in terms[end] {
          let count = counts[term]
          selfInformation += Double(count + 1) * logs[count + 2] - Double(count) * logs[count + 1]
          counts[term] = count + 1
          words += 1
        }
        let cost =
          best[start] + Double(words) * log(Double(words + vocabularySize)) - selfInformation
          + opening
        if cost < best[end + 1] - 1e-9 {
          best[end + 1] = cost
          from[end + 1] = start
        }
      }
      for end in start..<min(units.count, start + longest) {
        for term in terms[end] { counts[term] = 0 }
      }
    }
    var result: [Int] = []
    var at = units.count
    while at > 0 {
      at = from[at]
      result.append(at)
    }
    return result.reversed()
  }

  /// The terms of each unit as small numbers; those that stand only once tell nothing and are
  /// left out.
  private static func repeatedTerms(_ units: [String], _ vocabulary: Vocabulary) -> ([[Int]], Int) {
    let raw = units.map { vocabulary.terms(in: $0) }
    var counts: [Int32: Int] = [:]
    for terms in raw { for term in terms { counts[term, default: 0] += 1 } }
    var names: [Int32: Int] = [:]
    let terms = raw.map { terms in
      terms.compactMap { term -> Int? in
        guard counts[term, default: 0] > 1 else { return nil }
        if let name = names[term] { return name }
        names[term] = names.count
        return names.count - 1
      }
    }
    return (terms, names.count)
  }

  /// Whether a unit's words open a new subject.
  static func announces(_ text: String) -> Bool {
    cues.matches(text)
  }

  private static let cues = PhraseList([
    "let's move on", "let's talk about", "moving on", "next up", "next topic", "next question",
    "next one", "speaking of which", "let's get started", "next thing", "let's start with",
    "let's switch", "switching gears", "i want to talk about", "i want to wrap up", "next item",
    "another topic", "a few more topics", "lightning round", "what's next", "first topic",
    "let's go to", "let's jump", "let's dive", "our next", "the next section", "changing topic",
    "turning to",
  ])
}
