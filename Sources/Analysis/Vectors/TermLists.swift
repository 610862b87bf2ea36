// The terms of many documents, one list behind the other.

/// The terms of many documents, in order, repeated as often as they stand there.
package struct TermLists: Equatable, Sendable {
  /// The terms of all documents.
  package private(set) var terms: [Int32] = []
  /// Where each document's terms begin, and at last where all end.
  package private(set) var offsets = [0]

  /// Creates an empty collection.
  package init() {}

  /// Lays the lists of documents behind one another.
  package init(_ documents: [[Int32]]) {
    terms.reserveCapacity(documents.reduce(0) { $0 + $1.count })
    for document in documents { append { $0 += document } }
  }

  /// The number of documents.
  package var count: Int { offsets.count - 1 }

  /// The terms of a document.
  package subscript(index: Int) -> ArraySlice<Int32> { terms[range(of: index)] }

  /// Adds a document, whose terms the closure appends to those of all before.
  package mutating func append(_ write: (inout [Int32]) -> Void) {
    write(&terms)
    offsets.append(terms.count)
  }

  /// Adds documents whose terms have other numbers.
  ///
  /// - Parameter numbers: For each term of the others its number here.
  mutating func append(_ other: TermLists, numbers: [Int32]) {
    let start = terms.count
    terms.append(contentsOf: other.terms.lazy.map { numbers[Int($0)] })
    for offset in other.offsets.dropFirst() { offsets.append(start + offset) }
  }

  func range(of index: Int) -> Range<Int> { offsets[index]..<offsets[index + 1] }

  mutating func reserve(terms: Int, documents: Int) {
    self.terms.reserveCapacity(terms)
    offsets.reserveCapacity(documents + 1)
  }
}
