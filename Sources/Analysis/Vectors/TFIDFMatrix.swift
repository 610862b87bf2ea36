// The weights of many documents at once.

import Glibc

extension TFIDF {
  /// The unit-length vectors of many documents, the same as ``vector(_:keep:)`` gives one by one.
  ///
  /// - Parameters:
  ///   - lists: Their terms.
  ///   - keep: Which terms count.
  /// - Complexity: Linear in terms, and a 4096th of the vocabulary for each document.
  package func matrix(_ lists: TermLists, keep: (Int32) -> Bool = { _ in true }) -> TermMatrix {
    let idfs = idfs(lists, keep)
    return Self.rows(
      0..<lists.count, of: lists, idfs: idfs, entries: lists.terms.count, rows: lists.count)
  }

  /// The same on as many cores as wished.
  package func matrix(
    _ lists: TermLists, width: Int, keep: (Int32) -> Bool = { _ in true }
  ) async -> TermMatrix {
    let idfs = idfs(lists, keep)
    let ends = Array(lists.offsets.dropFirst())
    var parts = await Shards.map(Shards.ranges(ends: ends, width: width)) { range in
      // What is behind the first share will be laid behind it: room for all.
      Self.rows(range, of: lists, idfs: idfs, entries: lists.terms.count, rows: lists.count)
    } other: { range in
      let entries = lists.offsets[range.upperBound] - lists.offsets[range.lowerBound]
      return Self.rows(range, of: lists, idfs: idfs, entries: entries, rows: range.count)
    }
    var result = TermMatrix()
    swap(&result, &parts[0])
    for part in parts.dropFirst() { result.append(part) }
    return result
  }

  /// The inverse document frequency of each term, and 0 for one that does not count.
  private func idfs(_ lists: TermLists, _ keep: (Int32) -> Bool) -> [Double] {
    let count = max(documentFrequency.count, Int(lists.terms.max() ?? -1) + 1)
    return (0..<count).map { keep(Int32($0)) ? idf(Int32($0)) : 0 }
  }

  /// The rows of a share of documents.
  ///
  /// - Parameters:
  ///   - entries: For how many entries to make room.
  ///   - rows: For how many rows to make room.
  private static func rows(
    _ range: Range<Int>, of lists: TermLists, idfs: [Double], entries: Int, rows: Int
  ) -> TermMatrix {
    var result = TermMatrix()
    result.reserve(entries: entries, rows: rows)
    var counter = TermCounter(terms: idfs.count)
    let tfs = (0..<256).map { 1 + log(Double($0)) }
    for index in range {
      for place in lists.range(of: index) { counter.add(lists.terms[place]) }
      counter.drain { term, count in
        let idf = idfs[Int(term)]
        guard idf > 0 else { return }
        let tf = count < tfs.count ? tfs[Int(count)] : 1 + log(Double(count))
        result.append(term, Float(tf * idf))
      }
      result.endRow()
    }
    return result
  }
}
