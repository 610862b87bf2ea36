// A vector with few entries that are not zero.

/// A sparse vector: sorted term ids and their weights, side by side.
package struct SparseVector: Equatable, Sendable {
  /// Term ids, ascending, each once.
  package let terms: [Int32]
  /// The weight of each.
  package let weights: [Float]

  /// Creates a vector; terms must ascend and be as many as weights.
  package init(terms: [Int32], weights: [Float]) {
    precondition(terms.count == weights.count, "as many terms as weights")
    precondition(
      zip(terms, terms.dropFirst()).allSatisfy { $0 < $1 }, "terms must ascend, each once")
    (self.terms, self.weights) = (terms, weights)
  }

  /// The inner product; of unit-length vectors, their cosine.
  ///
  /// - Complexity: Linear in both.
  package func dot(_ other: SparseVector) -> Double {
    var sum = 0.0
    var i = 0
    var j = 0
    while i < terms.count, j < other.terms.count {
      if terms[i] == other.terms[j] {
        sum += Double(weights[i]) * Double(other.weights[j])
        i += 1
        j += 1
      } else if terms[i] < other.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// The vector without the terms that are not wanted; its length is no longer 1.
  func filtered(_ keep: (Int32) -> Bool) -> SparseVector {
    let kept = terms.indices.filter { keep(terms[$0]) }
    return SparseVector(terms: kept.map { terms[$0] }, weights: kept.map { weights[$0] })
  }

  /// The same direction at length 1; a vector of zeros stays.
  package func normalized() -> SparseVector {
    let norm = weights.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    guard norm > 0 else { return self }
    return SparseVector(terms: terms, weights: weights.map { Float(Double($0) / norm) })
  }
}
