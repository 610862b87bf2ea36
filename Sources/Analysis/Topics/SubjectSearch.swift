// The search for documents of different parents that are one subject.

import Model

/// The search for documents of different parents that are one subject.
struct SubjectSearch {
  /// The vectors that are compared.
  let vectors: [SparseVector]
  /// Which documents are alike.
  let alike: SimilarityGraph
  /// Those of them that may be one subject: of different parents, one says the other's subject.
  let graph: SimilarityGraph
  /// The groups that hold together.
  let groups: [[Int]]
  /// What groups are called by.
  let naming: ClusterLabels
  /// The mean cosine from which documents that name each other's subject are one subject: more where
  /// few documents are known, since all words are rare there.
  let cut: Double

  /// Documents whose phrases are counted though they are in no group.
  private static let othersNamed = 300

  /// Documents that may share a term by which they are compared; more in a large window.
  private static let shared = 100

  init(
    _ documents: [Document], _ terms: TermLists, _ weights: TFIDF, _ vocabulary: Vocabulary,
    phrases: (Int) -> [Keyphrases.Phrase]
  ) {
    cut = weights.corpus >= SubjectHeads.leastCorpus ? 0.14 : 0.18
    // Terms of one document alone stay: what two have in common counts by what else they say. What
    // many share weighs next to nothing, and would cost the square of their number.
    let most = max(Self.shared, terms.count / 50)
    vectors = weights.matrix(terms) { _ in true }.vectors.map { vector in
      vector.filtered { weights.documentFrequency[Int($0)] <= most }
    }
    let heads = SubjectHeads(documents, terms, weights, vocabulary)
    alike = SimilarityGraph(vectors, cut: cut / 2, nearest: 100)
    graph = SimilarityGraph(filtering: alike) { a, b in
      documents[a].parent != documents[b].parent && heads.meet(a, b)
    }
    groups = AverageLinkage.groups(of: graph, cut: cut)
    // The others tell which phrases are the field's; a few hundred tell it as well as all.
    let grouped = Set(groups.joined())
    naming = ClusterLabels(
      documents.indices.map { $0 < Self.othersNamed || grouped.contains($0) ? phrases($0) : [] }
    ) { SubjectHeads.isCommon($0, weights) }
  }

  /// Documents of other groups, or of none, that are as near to a group as its own: a document may
  /// have two subjects.
  func guests(of group: [Int]) -> [Int] {
    nearness(to: group, graph).filter { $0.value >= cut }.keys.sorted()
  }

  /// The mean likeness of each document outside to those of a group, where there is any.
  func nearness(to group: [Int], _ graph: SimilarityGraph) -> [Int: Double] {
    let own = Set(group)
    var sums: [Int: Double] = [:]
    for member in group {
      for link in graph.neighbours[member] where !own.contains(link.node) {
        sums[link.node, default: 0] += link.weight
      }
    }
    return sums.mapValues { $0 / Double(group.count) }
  }
}
