// How central a sentence is among its neighbours.

/// How central a sentence is: a random walk over the graph of likeness.
///
/// Source: G. Erkan and D. Radev, *LexRank: Graph-based Lexical Centrality as Salience in Text
/// Summarization* (2004), with the graph cut at a cosine of 0.1 and damping 0.85.
enum LexRank {
  /// Sentences that are compared with each other; those behind count as peripheral.
  private static let mostCompared = 1500
  private static let cut = 0.1
  private static let damping = 0.85

  /// The centrality of each sentence, the largest 1; one that is repeated is ranked once.
  ///
  /// - Complexity: O(*n*²) in distinct sentences that share terms, of which at most 1,500 count.
  static func centrality(of sentences: [Sentence], _ vectors: [SparseVector]) -> [Double] {
    var nodes: [String: Int] = [:]
    var distinct: [SparseVector] = []
    let node = sentences.indices.map { index -> Int? in
      if let known = nodes[sentences[index].text] { return known }
      guard distinct.count < mostCompared else { return nil }
      nodes[sentences[index].text] = distinct.count
      distinct.append(vectors[index])
      return distinct.count - 1
    }
    let rank = rank(SimilarityGraph(distinct, cut: cut))
    return node.map { $0.map { rank[$0] } ?? 0 }
  }

  /// The rank of each node by the power method, scaled so that the largest is 1.
  static func rank(_ graph: SimilarityGraph) -> [Double] {
    let count = graph.neighbours.count
    guard count > 0 else { return [] }
    let degrees = graph.neighbours.map { Double($0.count) }
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<60 {
      var next = [Double](repeating: (1 - damping) / Double(count), count: count)
      for node in 0..<count {
        if degrees[node] == 0 { continue }
        let share = damping * rank[node] / degrees[node]
        for link in graph.neighbours[node] { next[link.node] += share }
      }
      let change = zip(rank, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      rank = next
      if change < 1e-9 { break }
    }
    let top = rank.max() ?? 1
    return rank.map { $0 / top }
  }
}
