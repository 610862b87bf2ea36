import Testing

@testable import Analysis

struct TFIDFMatrixTests {
  /// Documents of Zipf-like terms, one of them empty and one with a term 300 times.
  static let documents: [[Int32]] = (0..<300).map { number in
    if number == 17 { return [] }
    if number == 42 { return [Int32](repeating: 9000, count: 300) }
    return (0..<(number % 50)).map { Int32(9999 / (1 + ($0 * 31 + number * 17) % 97)) }
  }

  @Test(arguments: [1, 2, 3])
  func givesTheVectorsOfEachDocument(width: Int) async {
    let lists = TermLists(Self.documents)
    let one = TFIDF(documents: Self.documents, terms: 10_000)
    let model = await TFIDF(lists, terms: 10_000, width: width)
    #expect(model.documentFrequency == one.documentFrequency)
    let matrix = await model.matrix(lists, width: width)
    #expect(matrix == one.matrix(lists))
    #expect(matrix.vectors == Self.documents.map { one.vector($0) })
    #expect(matrix[17] == SparseVector(terms: [], weights: []))
    let even = await model.matrix(lists, width: width) { $0 % 2 == 0 }
    #expect(even.vectors == Self.documents.map { one.vector($0) { $0 % 2 == 0 } })
  }

  @Test func weighsATermThatWasNeverMet() {
    let model = TFIDF(documents: [[0]], terms: 1)
    #expect(model.matrix(TermLists([[0, 5]])).vectors == [model.vector([0, 5])])
  }
}

struct TermCounterTests {
  @Test func givesTermsInOrderAndForgetsThem() {
    var counter = TermCounter(terms: 10_000)
    for terms: [Int32] in [[9999, 0, 63, 64, 4095, 4096, 0], [64], []] {
      for term in terms { counter.add(term) }
      var found: [Int32] = []
      counter.drain { term, count in found += [Int32](repeating: term, count: Int(count)) }
      #expect(found == terms.sorted())
    }
  }
}
