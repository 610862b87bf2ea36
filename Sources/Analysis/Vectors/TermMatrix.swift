// Sparse vectors of many documents, one behind the other.

/// A sparse matrix by rows: for each document its terms, ascending, with their weights.
///
/// Compressed sparse rows: row *i* has the entries from `offsets[i]` to `offsets[i + 1]`.
package struct TermMatrix: Equatable, Sendable {
  /// Where each row begins, and at last where all end.
  package private(set) var offsets = [0]
  /// The term of each entry.
  package private(set) var terms: [Int32] = []
  /// The weight of each entry.
  package private(set) var weights: [Float] = []

  /// Creates a matrix without rows.
  package init() {}

  /// The number of rows.
  package var count: Int { offsets.count - 1 }

  /// The row of a document.
  package subscript(row: Int) -> SparseVector {
    let range = offsets[row]..<offsets[row + 1]
    return SparseVector(terms: Array(terms[range]), weights: Array(weights[range]))
  }

  /// All rows.
  package var vectors: [SparseVector] { (0..<count).map { self[$0] } }

  /// Adds an entry to the row that is being written.
  @inline(__always)
  mutating func append(_ term: Int32, _ weight: Float) {
    terms.append(term)
    weights.append(weight)
  }

  /// Ends the row that is being written and brings it to length 1; a row of zeros stays.
  mutating func endRow() {
    let start = offsets[offsets.count - 1]
    var sum = 0.0
    for index in start..<weights.count {
      sum += Double(weights[index]) * Double(weights[index])
    }
    let norm = sum.squareRoot()
    if norm > 0 {
      for index in start..<weights.count { weights[index] = Float(Double(weights[index]) / norm) }
    }
    offsets.append(weights.count)
  }

  /// Adds the rows of another matrix.
  mutating func append(_ other: TermMatrix) {
    let start = terms.count
    terms += other.terms
    weights += other.weights
    offsets.reserveCapacity(offsets.count + other.count)
    for offset in other.offsets.dropFirst() { offsets.append(start + offset) }
  }

  mutating func reserve(entries: Int, rows: Int) {
    terms.reserveCapacity(entries)
    weights.reserveCapacity(entries)
    offsets.reserveCapacity(rows + 1)
  }
}
