// Documents into clusters without being told how many.

/// Communities of a weighted graph by greedy modularity.
///
/// Modularity: V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, *Fast unfolding of
/// communities in large networks* (2008), with a resolution as in J. Reichardt and S. Bornholdt
/// (2006). Nodes are visited in order and ties go to the lowest community, so the result depends
/// on the graph alone.
package enum Clustering {
  /// The community of each node, numbered from 0 in order of first appearance.
  ///
  /// - Parameter resolution: Larger finds more and smaller communities; 1 is plain modularity.
  /// - Complexity: About linear in links, for a handful of rounds.
  package static func communities(of graph: SimilarityGraph, resolution: Double) -> [Int] {
    var links = graph.neighbours
    var loops = [Double](repeating: 0, count: links.count)
    var membership = Array(links.indices)
    while true {
      let (level, moved) = oneLevel(links, loops, resolution)
      guard moved else { break }
      let names = renumbered(level)
      membership = membership.map { names[$0] }
      (links, loops) = aggregated(links, loops, names)
    }
    return renumbered(membership)
  }

  /// Moves nodes between communities while that raises modularity.
  private static func oneLevel(
    _ links: [[(node: Int, weight: Double)]], _ loops: [Double], _ resolution: Double
  ) -> (community: [Int], moved: Bool) {
    let strength = links.indices.map { node in
      links[node].reduce(2 * loops[node]) { $0 + $1.weight }
    }
    let total = strength.reduce(0, +)
    var community = Array(links.indices)
    guard total > 0 else { return (community, false) }
    var sum = strength
    var everMoved = false
    for _ in 0..<50 {
      var moved = false
      for node in links.indices {
        var towards: [Int: Double] = [:]
        for link in links[node] { towards[community[link.node], default: 0] += link.weight }
        let own = community[node]
        sum[own] -= strength[node]
        var best = own
        var bestGain = (towards[own] ?? 0) - resolution * strength[node] * sum[own] / total
        for (candidate, weight) in towards.sorted(by: { $0.key < $1.key }) {
          let gain = weight - resolution * strength[node] * sum[candidate] / total
          if gain > bestGain + 1e-12 {
            best = candidate
            bestGain = gain
          }
        }
        sum[best] += strength[node]
        if best != own {
          community[node] = best
          moved = true
        }
      }
      everMoved = everMoved || moved
      if !moved { break }
    }
    return (community, everMoved)
  }

  private static func renumbered(_ communities: [Int]) -> [Int] {
    var names: [Int: Int] = [:]
    return communities.map { community in
      if let name = names[community] { return name }
      names[community] = names.count
      return names.count - 1
    }
  }

  /// One node for each community; links inside become loops.
  private static func aggregated(
    _ links: [[(node: Int, weight: Double)]], _ loops: [Double], _ names: [Int]
  ) -> ([[(node: Int, weight: Double)]], [Double]) {
    let count = (names.max() ?? -1) + 1
    var between = [[Int: Double]](repeating: [:], count: count)
    var newLoops = [Double](repeating: 0, count: count)
    for node in links.indices {
      newLoops[names[node]] += loops[node]
      for link in links[node] {
        if names[link.node] == names[node] {
          newLoops[names[node]] += link.weight / 2
        } else {
          between[names[node]][names[link.node], default: 0] += link.weight
        }
      }
    }
    let newLinks = between.map { row in
      row.sorted { $0.key < $1.key }.map { (node: $0.key, weight: $0.value) }
    }
    return (newLinks, newLoops)
  }
}
