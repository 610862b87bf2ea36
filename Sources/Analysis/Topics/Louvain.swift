// Communities of a weighted graph by greedy modularity.

/// Communities of a weighted graph by greedy modularity.
///
/// Modularity: V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, *Fast unfolding of
/// communities in large networks* (2008), with a resolution as in J. Reichardt and S. Bornholdt,
/// *Statistical mechanics of community detection* (2006), whose null model is free: here one that
/// leans to the uniform. A node counts by its strength *k* and the mean strength, *h* = *k* + mean
/// *k*, and a pair is expected to have *h*ᵢ*h*ⱼ / 4*K*, *K* the sum of all *k*: texts that are like
/// few others are not joined just because little is expected of them.
///
/// Nodes are visited weakest first, ties go to the lower node and community, so the result depends on
/// the graph alone.
struct Louvain {
  typealias Links = [[(node: Int, weight: Double)]]

  /// The neighbours of each node.
  private let links: Links
  /// What each node counts for.
  private let masses: [Double]
  /// The sum of all strengths.
  private let total: Double

  /// Prepares a graph.
  init(_ graph: SimilarityGraph) {
    links = graph.neighbours
    let strengths = links.map { $0.reduce(0) { $0 + $1.weight } }
    total = strengths.reduce(0, +)
    let mean = total / Double(max(links.count, 1))
    masses = strengths.map { $0 + mean }
  }

  /// The community of each node, numbered from 0 in order of first appearance.
  ///
  /// - Parameter resolution: Larger finds more and smaller communities; 1 is plain modularity.
  /// - Complexity: About linear in links, for a handful of rounds.
  func communities(resolution: Double) -> [Int] {
    var membership = Array(links.indices)
    guard total > 0 else { return membership }
    let rate = resolution / (4 * total)
    var (links, masses) = (links, masses)
    while true {
      var level = Array(links.indices)
      guard Self.move(&level, links, masses, rate) else { return Self.renumbered(membership) }
      level = Self.renumbered(level)
      membership = membership.map { level[$0] }
      (links, masses) = Self.aggregated(links, masses, level)
    }
  }

  /// Moves single nodes of a partition while that raises modularity.
  func refined(_ communities: [Int], resolution: Double) -> [Int] {
    guard total > 0 else { return communities }
    var result = communities
    _ = Self.move(&result, links, masses, resolution / (4 * total))
    return Self.renumbered(result)
  }

  /// The modularity of a partition, without what nodes are to themselves.
  func modularity(_ communities: [Int]) -> Double {
    guard total > 0 else { return 0 }
    let count = (communities.max() ?? -1) + 1
    var inside = 0.0
    var sums = [Double](repeating: 0, count: count)
    var squares = sums
    for node in links.indices {
      let own = communities[node]
      for link in links[node] where communities[link.node] == own { inside += link.weight }
      sums[own] += masses[node]
      squares[own] += masses[node] * masses[node]
    }
    let expected = zip(sums, squares).reduce(0) { $0 + $1.0 * $1.0 - $1.1 }
    return (inside - expected / (4 * total)) / total
  }

  /// About the modularity that a good partition of noise has.
  ///
  /// The standard deviation of all pairs' likeness over its mean, over the root of the number of
  /// nodes; as R. Guimerà, M. Sales-Pardo, L. Amaral, *Modularity from fluctuations in random graphs*
  /// (2004), find that it falls with the mean degree.
  var chance: Double {
    let count = Double(links.count)
    let pairs = count * (count - 1)
    guard total > 0, pairs > 0 else { return .infinity }
    let squares = links.reduce(0) { $0 + $1.reduce(0) { $0 + $1.weight * $1.weight } }
    let mean = total / pairs
    return max(squares / pairs - mean * mean, 0).squareRoot() / mean / count.squareRoot()
  }

  /// Moves nodes to the community that they are most drawn to, until none moves.
  ///
  /// - Returns: Whether any moved.
  private static func move(
    _ community: inout [Int], _ links: Links, _ masses: [Double], _ rate: Double
  ) -> Bool {
    var sums = [Double](repeating: 0, count: max(links.count, (community.max() ?? -1) + 1))
    for node in links.indices { sums[community[node]] += masses[node] }
    let order = links.indices.sorted { (masses[$0], $0) < (masses[$1], $1) }
    var towards = [Double](repeating: 0, count: sums.count)
    var everMoved = false
    for _ in 0..<50 {
      var moved = false
      for node in order {
        let own = community[node]
        var touched = [own]
        for link in links[node] {
          let other = community[link.node]
          if towards[other] == 0, other != own { touched.append(other) }
          towards[other] += link.weight
        }
        sums[own] -= masses[node]
        var best = own
        var bestGain = towards[own] - rate * masses[node] * sums[own]
        for candidate in touched.sorted() {
          let gain = towards[candidate] - rate * masses[node] * sums[candidate]
          if gain > bestGain + 1e-12 { (best, bestGain) = (candidate, gain) }
        }
        for other in touched { towards[other] = 0 }
        sums[best] += masses[node]
        if best != own {
          community[node] = best
          moved = true
        }
      }
      everMoved = everMoved || moved
      if !moved { break }
    }
    return everMoved
  }

  /// Communities numbered from 0 in order of first appearance.
  static func renumbered(_ communities: [Int]) -> [Int] {
    var names: [Int: Int] = [:]
    return communities.map { community in
      if let name = names[community] { return name }
      names[community] = names.count
      return names.count - 1
    }
  }

  /// One node for each community; what lies inside one no longer matters.
  private static func aggregated(_ links: Links, _ masses: [Double], _ names: [Int]) -> (
    Links, [Double]
  ) {
    let count = (names.max() ?? -1) + 1
    var between = [[Int: Double]](repeating: [:], count: count)
    var sums = [Double](repeating: 0, count: count)
    for node in links.indices {
      sums[names[node]] += masses[node]
      for link in links[node] where names[link.node] != names[node] {
        between[names[node]][names[link.node], default: 0] += link.weight
      }
    }
    let rows = between.map { row in
      row.sorted { $0.key < $1.key }.map { (node: $0.key, weight: $0.value) }
    }
    return (rows, sums)
  }
}
