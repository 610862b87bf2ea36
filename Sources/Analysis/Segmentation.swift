// Where talk turns to another subject.

import Glibc
import Text

/// Topical segmentation by the most probable division.
///
/// A segment's words come from its own distribution, drawn from a Dirichlet prior; the cost of a
/// segment is the negative logarithm of its words' probability with the distribution integrated
/// out: word after word, `−ln((c + α) / (n + α·V))`, where the word stands `c` times among the `n`
/// before it. Each segment costs a prior besides, less where talk turns to another subject.
/// Dynamic programming finds the division of least cost.
///
/// Sources: J. Eisenstein and R. Barzilay, *Bayesian Unsupervised Topic Segmentation* (2008), for
/// the model; M. Utiyama and H. Isahara, *A Statistical Model for Domain-Independent Text
/// Segmentation* (2001), for the search and the prior. On the development sets α = 0.35 is better
/// than the latter's α = 1: mean Pk 0.335 for 0.378, boundary F1 0.466 for 0.428.
package enum Segmentation {
  /// The cost of a segment, as a multiple of ln(words).
  private static let prior = 2.2
  /// The Dirichlet prior of each word.
  private static let alpha = 0.35

  /// The first units of the segments, ascending; the first is 0.
  ///
  /// Empty for no units.
  ///
  /// - Parameters:
  ///   - units: The text of each.
  ///   - speakers: Who says each; empty when nobody knows.
  ///   - announced: Units before which something else announces a boundary.
  ///   - longest: No segment has more units.
  /// - Complexity: O(units × longest × words of a unit).
  package static func boundaries(
    _ units: [String], speakers: [String?] = [], vocabulary: Vocabulary,
    announced: Set<Int> = [], longest: Int = 600
  ) -> [Int] {
    guard units.count > 1 else { return units.isEmpty ? [] : [0] }
    let (terms, vocabularySize) = repeatedTerms(units, vocabulary)
    let total = terms.reduce(0) { $0 + $1.count }
    guard total > 0 else { return [0] }
    let scale = log(Double(max(total, 2)))
    let openings = SubjectChanges.evidence(units, speakers: speakers, announced: announced)
    let mass = alpha * Double(vocabularySize)
    let wordLogs = (0...total).map { log(Double($0) + alpha) }
    let lengthLogs = (0...total).map { log(Double($0) + mass) }
    var best = [Double](repeating: .infinity, count: units.count + 1)
    var from = [Int](repeating: 0, count: units.count + 1)
    best[0] = 0
    var counts = [Int](repeating: 0, count: vocabularySize)
    for start in units.indices {
      var words = 0
      var cost = best[start]
      if start > 0 { cost += (prior - openings[start]) * scale }
      for end in start..<min(units.count, start + longest) {
        for term in terms[end] {
          cost += lengthLogs[words] - wordLogs[counts[term]]
          counts[term] += 1
          words += 1
        }
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
}
