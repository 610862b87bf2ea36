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
  /// What is known of the terms from elsewhere; it adds to what is counted here.
  private var background = Background()

  /// Document frequencies of a larger corpus.
  package struct Background: Sendable {
    /// Its documents.
    package var documents = 0
    /// In how many of them each term stands, by term id; those behind the end stand in none.
    package var frequency: [Int] = []

    /// Creates an empty corpus.
    package init() {}

    /// Creates one.
    package init(documents: Int, frequency: [Int]) {
      (self.documents, self.frequency) = (documents, frequency)
    }
  }

  /// The same counts over a larger corpus that holds rare and common words for what they are.
  package func over(_ background: Background) -> TFIDF {
    var result = self
    result.background = background
    return result
  }

  /// The number of documents with those of the background.
  package var corpus: Int { documents + background.documents }

  /// Counts in how many documents each term stands.
  ///
  /// - Parameters:
  ///   - documents: The terms of each document, repetitions allowed.
  ///   - terms: The size of the vocabulary: larger than any id.
  package init(documents: [[Int32]], terms: Int) {
    self.init(TermLists(documents), terms: terms)
  }

  /// The same for documents in one list.
  package init(_ lists: TermLists, terms: Int) {
    documents = lists.count
    documentFrequency = Self.frequency(of: lists, in: 0..<lists.count, terms: terms).map(Int.init)
  }

  /// The same on as many cores as wished.
  package init(_ lists: TermLists, terms: Int, width: Int) async {
    documents = lists.count
    let shares = Shards.ranges(ends: Array(lists.offsets.dropFirst()), width: width)
    let counts = await Shards.map(shares) {
      Self.frequency(of: lists, in: $0, terms: terms)
    } other: {
      Self.frequency(of: lists, in: $0, terms: terms)
    }
    var sum = [Int](repeating: 0, count: terms)
    for count in counts { for term in 0..<terms { sum[term] += Int(count[term]) } }
    documentFrequency = sum
  }

  private static func frequency(of lists: TermLists, in range: Range<Int>, terms: Int) -> [Int32] {
    // The count and the last document beside each other: one look into memory.
    var frequency = [(count: Int32, last: Int32)](repeating: (0, -1), count: terms)
    for index in range {
      let number = Int32(truncatingIfNeeded: index)
      for place in lists.range(of: index) {
        let term = Int(lists.terms[place])
        if frequency[term].last != number {
          frequency[term] = (frequency[term].count + 1, number)
        }
      }
    }
    return frequency.map(\.count)
  }

  /// The inverse document frequency of a term; one that was never met counts as met once.
  package func idf(_ term: Int32) -> Double {
    1 + log(Double(1 + corpus) / Double(1 + frequency(of: term)))
  }

  /// In how many documents a term stands, those of the background included; 0 for one that was never
  /// met.
  package func frequency(of term: Int32) -> Int {
    let own = Int(term) < documentFrequency.count ? documentFrequency[Int(term)] : 0
    return own
      + (Int(term) < background.frequency.count ? background.frequency[Int(term)] : 0)
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
