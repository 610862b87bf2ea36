// Which documents or sentences are alike, through an inverted index.

/// A weighted graph of likeness: for each node its neighbours, ascending, with their cosine.
package struct SimilarityGraph: Sendable {
  /// The neighbours of each node, by index, and the likeness to each; symmetric, no loops.
  package let neighbours: [[(node: Int, weight: Double)]]

  /// Links vectors of unit length.
  ///
  /// - Parameters:
  ///   - vectors: One a node.
  ///   - cut: Pairs with a smaller cosine are not linked.
  ///   - nearest: Each node links to at most so many of its nearest, and is linked to by others;
  ///     `nil`: to all.
  /// - Complexity: The sum over terms of the square of their document frequency.
  package init(_ vectors: [SparseVector], cut: Double, nearest: Int? = nil) {
    let size = (vectors.lazy.compactMap { $0.terms.last }.max()).map { Int($0) + 1 } ?? 0
    var postings = [[(node: Int, weight: Float)]](repeating: [], count: size)
    var links = [[(node: Int, weight: Double)]](repeating: [], count: vectors.count)
    var scores = [Double](repeating: 0, count: vectors.count)
    for (node, vector) in vectors.enumerated() {
      var touched: [Int] = []
      for (term, weight) in zip(vector.terms, vector.weights) {
        for posting in postings[Int(term)] {
          if scores[posting.node] == 0 { touched.append(posting.node) }
          scores[posting.node] += Double(weight) * Double(posting.weight)
        }
        postings[Int(term)].append((node, weight))
      }
      for other in touched.sorted() {
        if scores[other] >= cut, scores[other] > 0 {
          links[node].append((other, scores[other]))
          links[other].append((node, scores[other]))
        }
        scores[other] = 0
      }
    }
    if let nearest { links = Self.pruned(links, nearest) }
    neighbours = links.map { $0.sorted { $0.node < $1.node } }
  }

  /// The graph among some nodes, ascending, numbered by their place there.
  init(_ graph: SimilarityGraph, among nodes: [Int]) {
    var places = [Int](repeating: -1, count: graph.neighbours.count)
    for (place, node) in nodes.enumerated() { places[node] = place }
    neighbours = nodes.map { node in
      graph.neighbours[node].compactMap { link in
        places[link.node] < 0 ? nil : (places[link.node], link.weight)
      }
    }
  }

  /// The same graph without the links that are not wanted.
  package init(filtering graph: SimilarityGraph, _ wanted: (Int, Int) -> Bool) {
    neighbours = graph.neighbours.enumerated().map { node, list in
      list.filter { wanted(node, $0.node) }
    }
  }

  /// Keeps a link when it is among the nearest of either end.
  private static func pruned(_ links: [[(node: Int, weight: Double)]], _ nearest: Int)
    -> [[(node: Int, weight: Double)]]
  {
    let kept = links.map { list in
      Set(
        list.sorted { ($0.weight, $1.node) > ($1.weight, $0.node) }.prefix(nearest).map(\.node))
    }
    return links.enumerated().map { node, list in
      list.filter { kept[node].contains($0.node) || kept[$0.node].contains(node) }
    }
  }
}
