// How likely a term of a text stands in a person's summary of it.

import Glibc

/// How likely a term of a text stands in a person's summary of it.
///
/// A logistic model of three things: how often the term stands in the text, whether it stands in the
/// title, and how late it first comes. Learned on the development sets by `scripts/learn terms`;
/// more features (authors, turns, digits) added nothing there.
///
/// Source: K. Hong and A. Nenkova, *Improving the Estimation of Word Importance for News
/// Multi-Document Summarization* (2014).
package enum TermSalience {
  /// The model: log-odds.
  package struct Weights: Equatable, Sendable {
    /// For a term that stands once, at the very beginning, outside the title.
    package var base: Double
    /// For each natural logarithm of its frequency.
    package var frequency: Double
    /// When it stands in the title.
    package var title: Double
    /// When it first comes at the very end.
    package var late: Double

    /// Creates weights.
    package init(base: Double, frequency: Double, title: Double, late: Double) {
      (self.base, self.frequency, self.title, self.late) = (base, frequency, title, late)
    }
  }

  /// As learned, rounded.
  package static let weights = Weights(base: -1.8, frequency: 0.7, title: 3, late: -1.6)

  /// What is known of a term of a text.
  package struct Evidence: Equatable, Sendable {
    /// How often it stands there, at least once.
    package var frequency = 0
    /// The first sentence that holds it.
    package var first = 0
    /// Whether the title holds it.
    package var inTitle = false
  }

  /// The evidence for each term, by its id; frequency 0 for one that does not stand there.
  ///
  /// - Parameters:
  ///   - sentences: The terms of each sentence, repeated as often as they stand there.
  ///   - count: The size of the vocabulary.
  package static func evidence(_ sentences: [[Int32]], title: Set<Int32>, count: Int) -> [Evidence]
  {
    var evidence = [Evidence](repeating: Evidence(), count: count)
    for (index, terms) in sentences.enumerated() {
      for term in terms {
        if evidence[Int(term)].frequency == 0 { evidence[Int(term)].first = index }
        evidence[Int(term)].frequency += 1
      }
    }
    for term in title { evidence[Int(term)].inTitle = true }
    return evidence
  }

  /// The weight of each term, the largest 1; 0 for one that does not stand in the text.
  static func weigh(_ sentences: [[Int32]], title: Set<Int32>, count: Int) -> [Double] {
    let evidence = evidence(sentences, title: title, count: count)
    let span = Double(max(sentences.count, 1))
    let chances = evidence.map { term -> Double in
      guard term.frequency > 0 else { return 0 }
      let odds =
        weights.base + weights.frequency * log(Double(term.frequency))
        + (term.inTitle ? weights.title : 0) + weights.late * Double(term.first) / span
      return 1 / (1 + exp(-odds))
    }
    let top = chances.max() ?? 0
    return top > 0 ? chances.map { $0 / top } : chances
  }
}
