// A name for a cluster in the words that its documents share.

import Glibc

/// A name for a cluster in the words that its documents share.
///
/// A phrase counts by its weight in each member's key phrases, more the more members share it,
/// and less the more of the other documents use it too (cluster-internal and differential labelling:
/// *Introduction to Information Retrieval*, §17.7).
package struct ClusterLabels {
  /// A cluster's name and terms.
  package struct Label: Equatable, Sendable {
    /// The best phrase, or the best two where they are different words.
    package let label: String
    /// The phrases, best first, at most eight.
    package let terms: [String]
  }

  /// The key phrases of each document.
  private let phrases: [[Keyphrases.Phrase]]
  /// How many documents have each phrase among theirs.
  private var users: [[Int32]: Int] = [:]

  /// Terms of the whole field, by which no subject is named where there is another word.
  private let isCommon: (Int32) -> Bool

  /// Prepares labels for clusters of some documents.
  ///
  /// - Parameter isCommon: Which terms belong to the field.
  package init(
    _ phrases: [[Keyphrases.Phrase]], isCommon: @escaping (Int32) -> Bool = { _ in false }
  ) {
    (self.phrases, self.isCommon) = (phrases, isCommon)
    for document in phrases { for phrase in document { users[phrase.terms, default: 0] += 1 } }
  }

  /// The part of a best phrase's weight that one has which scores so much less.
  private static func worth(_ below: Double) -> Double { exp(below / 6) }

  /// What a phrase has more that a member's title says.
  private static let titled = 2.0
  /// What a phrase of common terms has left.
  private static let common = 0.2

  /// A phrase that a cluster may be named by.
  package struct Candidate: Equatable, Sendable {
    /// Its words.
    package let text: String
    /// Its terms.
    package let terms: [Int32]
    /// What it is chosen by.
    package let weight: Double
    /// How many members have it among their phrases.
    package let members: Int
  }

  /// The phrases that a cluster may be named by, best first.
  package func candidates(of members: [Int]) -> [Candidate] { candidates(members) }

  /// Names a cluster.
  ///
  /// - Parameter members: The indices of its documents.
  package func label(_ members: [Int]) -> Label {
    let ranked = candidates(members)
    var chosen: [(candidate: Candidate, terms: Set<Int32>)] = []
    // What two members share comes first; what one alone says fills up to five.
    let rounds = members.count >= 4 ? [(least: 2, most: 8), (least: 1, most: 5)] : [(1, 8)]
    for (least, most) in rounds {
      for candidate in ranked where chosen.count < most && candidate.members >= least {
        let terms = Set(candidate.terms)
        if chosen.allSatisfy({ $0.terms.isDisjoint(with: terms) }) {
          chosen.append((candidate, terms))
        }
      }
    }
    guard let first = chosen.first else { return Label(label: "", terms: []) }
    var label = first.candidate.text
    if chosen.count > 1, first.terms.count < 3,
      chosen[1].candidate.weight > 0.5 * first.candidate.weight,
      !Self.abbreviates(first.candidate.text, chosen[1].candidate.text),
      !Self.abbreviates(chosen[1].candidate.text, first.candidate.text)
    {
      label += ", " + chosen[1].candidate.text
    }
    label = label.prefix(1).uppercased() + label.dropFirst()
    return Label(label: label, terms: chosen.map(\.candidate.text))
  }

  /// Whether a phrase holds the initials of another: "AI Track", "artificial intelligence".
  private static func abbreviates(_ phrase: String, _ other: String) -> Bool {
    let words = other.split(separator: " ")
    let initials = String(words.compactMap(\.first)).uppercased()
    return words.count > 1 && phrase.split(separator: " ").contains { $0 == initials }
  }

  /// The phrases of some documents, best first.
  private func candidates(_ members: [Int]) -> [Candidate] {
    struct Score {
      var weight = 0.0
      var members = 0
      var isTitled = false
      var spellings: [String: Int] = [:]
    }
    var scores: [[Int32]: Score] = [:]
    for member in members {
      let best = phrases[member].first?.weight ?? 0
      for phrase in phrases[member] {
        scores[phrase.terms, default: Score()].weight += Self.worth(phrase.weight - best)
        scores[phrase.terms]?.members += 1
        if phrase.inTitle { scores[phrase.terms]?.isTitled = true }
        scores[phrase.terms]?.spellings[phrase.text, default: 0] += 1
      }
    }
    let others = Double(phrases.count - members.count)
    return scores.map { terms, score in
      let share = Double(score.members) / Double(max(members.count, 1))
      let elsewhere = (Double((users[terms] ?? 0) - score.members) + 0.5) / (others + 1)
      let text = score.spellings.max { a, b in (a.value, b.key) < (b.value, a.key) }?.key ?? ""
      // A phrase of several words that several members use says most.
      let form = terms.count > 1 ? (score.members > 1 ? 4 : 1.25) : (score.members > 1 ? 1.5 : 1)
      return Candidate(
        text: text, terms: terms,
        weight: score.weight * (0.3 + share) * form * share / (share + elsewhere)
          * (score.isTitled ? Self.titled : 1) * (terms.allSatisfy(isCommon) ? Self.common : 1),
        members: score.members)
    }.sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
  }
}
