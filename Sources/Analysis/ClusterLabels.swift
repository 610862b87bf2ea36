// A name for a cluster in the words that its documents share.

/// A name for a cluster in the words that its documents share.
///
/// A phrase counts by its weight in each member's key phrases, more the more members share it,
/// and less the more of the other documents use its words too (cluster-internal against
/// differential labelling: *Introduction to Information Retrieval*, §17.7).
package enum ClusterLabels {
  /// A cluster's name and terms.
  package struct Label: Equatable, Sendable {
    /// The best phrase, or the best two where they are different words.
    package let label: String
    /// The phrases, best first, at most eight.
    package let terms: [String]
  }

  /// Names a cluster.
  ///
  /// - Parameter members: The key phrases of each member.
  package static func label(_ members: [[Keyphrases.Phrase]]) -> Label {
    struct Score {
      var weight = 0.0
      var members = 0
      var spellings: [String: Int] = [:]
    }
    var scores: [[Int32]: Score] = [:]
    for phrases in members {
      let best = phrases.first?.weight ?? 1
      for phrase in phrases {
        scores[phrase.terms, default: Score()].weight += phrase.weight / best
        scores[phrase.terms]?.members += 1
        scores[phrase.terms]?.spellings[phrase.text, default: 0] += 1
      }
    }
    let ranked = scores.map { terms, score -> (text: String, terms: [Int32], weight: Double) in
      let shared = Double(score.members) / Double(max(members.count, 1))
      let text = score.spellings.max { a, b in (a.value, b.key) < (b.value, a.key) }?.key ?? ""
      // A phrase of several words that several members use says most.
      let form = terms.count > 1 ? (score.members > 1 ? 4 : 1.25) : (score.members > 1 ? 1.5 : 1)
      return (text, terms, score.weight * (0.3 + shared) * form)
    }
    .sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
    var chosen: [(text: String, terms: Set<Int32>, weight: Double)] = []
    for candidate in ranked where chosen.count < 8 {
      let terms = Set(candidate.terms)
      if chosen.allSatisfy({ $0.terms.isDisjoint(with: terms) }) {
        chosen.append((candidate.text, terms, candidate.weight))
      }
    }
    guard let first = chosen.first else { return Label(label: "", terms: []) }
    var label = first.text
    if chosen.count > 1, first.terms.count < 3, chosen[1].weight > 0.4 * first.weight {
      label += ", " + chosen[1].text
    }
    label = label.prefix(1).uppercased() + label.dropFirst()
    return Label(label: label, terms: chosen.map(\.text))
  }
}
