// Tight groups of documents: what a reader would call one subject.

/// Agglomerative clustering by average linkage, stopped at a likeness.
///
/// Two groups are joined while the mean cosine of their pairs is the largest and at least the cut
/// (UPGMA; R. Sokal and C. Michener, *A Statistical Method for Evaluating Systematic
/// Relationships*, 1958; *Introduction to Information Retrieval*, §17.3). Unlike modularity it
/// leaves alone what is like nothing else.
package enum AverageLinkage {
  /// The groups of two or more nodes, each ascending, by their first node.
  ///
  /// - Parameter cut: The least mean likeness of a group's halves.
  /// - Complexity: O(joins × (nodes + links of the joined)).
  package static func groups(of graph: SimilarityGraph, cut: Double) -> [[Int]] {
    var linkage = Linkage(graph, cut: cut)
    while linkage.joinNearest() {}
    return linkage.members.filter { $0.count > 1 }.map { $0.sorted() }
  }
}

/// Groups that are being joined; each is known by its lowest node.
private struct Linkage {
  private let cut: Double
  private(set) var members: [[Int]]
  /// The sum of likeness to each other group.
  private var sums: [[Int: Double]]
  /// The higher group that each is most like, and how much, where that reaches the cut.
  private var best: [(group: Int, mean: Double)?]

  init(_ graph: SimilarityGraph, cut: Double) {
    self.cut = cut
    members = graph.neighbours.indices.map { [$0] }
    sums = graph.neighbours.enumerated().map { node, links in
      Dictionary(uniqueKeysWithValues: links.map { ($0.node, $0.weight) }.filter { $0.0 != node })
    }
    best = [(group: Int, mean: Double)?](repeating: nil, count: members.count)
    for group in members.indices { best[group] = nearest(to: group) }
  }

  /// Joins the two groups that are most alike, among equals those with the lowest nodes; says
  /// whether there were such.
  mutating func joinNearest() -> Bool {
    var found: (low: Int, high: Int, mean: Double)?
    for (low, candidate) in best.enumerated() {
      guard let candidate, candidate.mean > found?.mean ?? -1 else { continue }
      found = (low, candidate.group, candidate.mean)
    }
    guard let (low, high, _) = found else { return false }
    // Whoever was nearest to one of the two looks again; so does whoever is linked to the new group.
    var affected: Set<Int> = [low]
    for other in sums[low].keys where other < low { affected.insert(other) }
    for (other, sum) in sums[high] where other != low {
      sums[low][other, default: 0] += sum
      sums[other][low, default: 0] += sum
      sums[other][high] = nil
      if other < high { affected.insert(other) }
    }
    sums[low][high] = nil
    sums[high] = [:]
    members[low] += members[high]
    members[high] = []
    best[high] = nil
    for group in affected { best[group] = nearest(to: group) }
    return true
  }

  private func nearest(to group: Int) -> (group: Int, mean: Double)? {
    var best: (group: Int, mean: Double)?
    for (other, sum) in sums[group] where other > group {
      let mean = sum / Double(members[group].count * members[other].count)
      guard mean >= cut else { continue }
      if let known = best, (mean, known.group) <= (known.mean, other) { continue }
      best = (other, mean)
    }
    return best
  }
}
