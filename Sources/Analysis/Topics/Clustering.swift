// Documents into clusters without being told how many.

/// Documents into clusters without being told how many.
///
/// Communities by modularity; a large one is split again where its own parts hold together better
/// than those of noise would (modularity alone cannot see small communities in large graphs: S.
/// Fortunato and M. Barthélemy, *Resolution limit in community detection*, 2007); at last single
/// documents move where they are drawn to.
package enum Clustering {
  /// The resolution of the first partition.
  private static let resolution = 1.1
  /// Smaller communities are not split.
  private static let leastSplit = 8
  /// The modularity that a community's parts must have, and the same over that of noise.
  private static let splitModularity = 0.2
  private static let overChance = 1.1

  /// The cluster of each node, numbered from 0 in order of first appearance.
  ///
  /// - Complexity: About linear in links, for a handful of rounds.
  package static func clusters(of graph: SimilarityGraph) -> [Int] {
    let whole = Louvain(graph)
    var waiting = groups(whole.communities(resolution: resolution))
    var clusters = [Int](repeating: 0, count: graph.neighbours.count)
    var count = 0
    var next = 0
    while next < waiting.count {
      let nodes = waiting[next]
      next += 1
      if let parts = parts(of: nodes, in: graph) {
        waiting += parts
        continue
      }
      for node in nodes { clusters[node] = count }
      count += 1
    }
    return Louvain.renumbered(whole.refined(clusters, resolution: 1))
  }

  /// The parts of a community that is better split; `nil` for one that is whole.
  private static func parts(of nodes: [Int], in graph: SimilarityGraph) -> [[Int]]? {
    guard nodes.count >= leastSplit else { return nil }
    let own = Louvain(SimilarityGraph(graph, among: nodes))
    let split = own.communities(resolution: 1)
    guard (split.max() ?? 0) > 0,
      own.modularity(split) >= max(splitModularity, overChance * own.chance)
    else { return nil }
    return groups(split).map { $0.map { nodes[$0] } }
  }

  private static func groups(_ clusters: [Int]) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: (clusters.max() ?? -1) + 1)
    for (node, cluster) in clusters.enumerated() { groups[cluster].append(node) }
    return groups
  }
}
