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
  /// - Complexity: O(joins × links).
  package static func groups(of graph: SimilarityGraph, cut: Double) -> [[Int]] {
    var members = graph.neighbours.indices.map { [$0] }
    // The sum of likeness between two groups, by the lower group and then the higher.
    var sums = graph.neighbours.enumerated().map { node, links in
      Dictionary(uniqueKeysWithValues: links.map { ($0.node, $0.weight) }.filter { $0.0 != node })
    }
    while let (low, high) = nearest(sums, members, cut) {
      for (other, sum) in sums[high] where other != low {
        sums[low][other, default: 0] += sum
        sums[other][low, default: 0] += sum
        sums[other][high] = nil
      }
      sums[low][high] = nil
      sums[high] = [:]
      members[low] += members[high]
      members[high] = []
    }
    return members.filter { $0.count > 1 }.map { $0.sorted() }
  }

  /// The two groups that are most alike; among equals those with the lowest nodes.
  private static func nearest(_ sums: [[Int: Double]], _ members: [[Int]], _ cut: Double) -> (
    Int, Int
  )? {
    var best: (low: Int, high: Int, mean: Double)?
    for low in sums.indices {
      for (high, sum) in sums[low] where high > low {
        let mean = sum / Double(members[low].count * members[high].count)
        guard mean >= cut else { continue }
        if let found = best,
          (mean, found.low, found.high) <= (found.mean, low, high)
        {
          continue
        }
        best = (low, high, mean)
      }
    }
    return best.map { ($0.low, $0.high) }
  }
}
