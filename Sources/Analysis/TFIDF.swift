// How much a term says about a document.

import Glibc

/// Term weighting: logarithmic term frequency, smoothed inverse document frequency, unit length.
///
/// SMART scheme `ltc` with smoothed idf: `w = (1 + ln tf) · (1 + ln((1 + N) / (1 + df)))`, over
/// its norm.
///
/// Source: Manning, Raghavan, Schütze, *Introduction to Information Retrieval* (2008), §6.4.
package struct TFIDF: Sendable {
  /// The number of documents, N.
  package let documents: Int
  /// In how many documents each term stands, by term id.
  package let documentFrequency: [Int]

  /// Counts in how many documents each term stands.
  ///
  /// - Parameters:
  ///   - documents: The terms of each document, repetitions allowed.
  ///   - terms: The size of the vocabulary: larger than any id.
  package init(documents: [[Int32]], terms: Int) {
    self.documents = documents.count
    var frequency = [Int](repeating: 0, count: terms)
    var seenIn = [Int](repeating: -1, count: terms)
    for (index, document) in documents.enumerated() {
      for term in document where seenIn[Int(term)] != index {
        seenIn[Int(term)] = index
        frequency[Int(term)] += 1
      }
    }
    documentFrequency = frequency
  }

  /// The inverse document frequency of a term; one that was never met counts as met once.
  package func idf(_ term: Int32) -> Double {
    let df = Int(term) < documentFrequency.count ? documentFrequency[Int(term)] : 0
    return 1 + log(Double(1 + documents) / Double(1 + df))
  }

  /// The unit-length vector of a document; empty for one without terms.
  ///
  /// - Parameters:
  ///   - terms: Its terms, repeated as often as they stand there.
  ///   - keep: Which terms count.
  /// - Complexity: O(*k* log *k*) for *k* terms.
  package func vector(_ terms: [Int32], keep: (Int32) -> Bool = { _ in true }) -> SparseVector {
    let sorted = terms.sorted()
    var ids: [Int32] = []
    var weights: [Float] = []
    var at = 0
    while at < sorted.count {
      var end = at
      while end < sorted.count, sorted[end] == sorted[at] { end += 1 }
      if keep(sorted[at]) {
        ids.append(sorted[at])
        weights.append(Float((1 + log(Double(end - at))) * idf(sorted[at])))
      }
      at = end
    }
    return SparseVector(terms: ids, weights: weights).normalized()
  }
}
