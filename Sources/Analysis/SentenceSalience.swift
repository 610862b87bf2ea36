// How much a sentence says of what its thread or episode is about.

import Glibc
import Text

/// The sentences of one text with their weights.
package struct WeighedSentences: Sendable {
  /// The sentences, in reading order.
  package let sentences: [Sentence]
  /// The weight of each; comparable inside one text.
  package let weights: [Double]
  /// The TF-IDF vector of each, by which they are alike.
  package let vectors: [SparseVector]
}

/// The weight of sentences: centrality, and what is known of where weight lies in threads and in
/// talk.
///
/// Centrality is LexRank over TF-IDF with the sentences as documents: G. Erkan and D. Radev,
/// *LexRank: Graph-based Lexical Centrality as Salience in Text Summarization* (2004), cut 0.1,
/// damping 0.85, scaled to 0…1. The priors for place follow the finding, as old as H. P.
/// Edmundson, *New Methods in Automatic Extracting* (1969), that openings carry more.
package enum SentenceSalience {
  /// What kind of text the sentences come from.
  package enum Genre: Sendable { case thread, episode }

  /// Weighs the sentences of one text.
  ///
  /// - Complexity: O(*n*²) in distinct sentences that share terms, of which at most 1,500 count.
  package static func weigh(
    _ sentences: [Sentence], genre: Genre, title: String, vocabulary: Vocabulary
  ) -> WeighedSentences {
    let terms = sentences.map { vocabulary.terms(in: $0.text) }
    let titleTerms = Set(vocabulary.terms(in: title))
    let model = TFIDF(documents: terms, terms: vocabulary.count)
    let vectors = terms.map { model.vector($0) }
    let centrality = centrality(of: sentences, vectors)
    let units = Double(max(sentences.last?.unit ?? 0, 1))
    let weights = sentences.indices.map { index -> Double in
      let sentence = sentences[index]
      let own = Set(terms[index])
      let shared = Double(own.intersection(titleTerms).count)
      let titleShare = titleTerms.isEmpty ? 0 : shared / Double(titleTerms.count)
      let content = Double(terms[index].count) / Double(max(sentence.words, 1))
      var weight = centrality[index] + standing(sentence)
      switch genre {
      case .thread:
        weight += 0.6 / Double(1 + sentence.place) + 0.6 / Double(1 + sentence.unit)
        weight += 0.2 * titleShare
      case .episode:
        weight += 0.3 * (1 - Double(sentence.unit) / units)
        weight += 0.3 * content + 0.5 * titleShare
        weight += 0.2 * min(1, Double(sentence.words) / 25)
        if SubjectChanges.announces(sentence.text) { weight -= 0.3 }
      }
      return weight
    }
    return WeighedSentences(sentences: sentences, weights: weights, vectors: vectors)
  }

  /// Distinct sentences that are compared with each other; those behind count as peripheral.
  private static let mostCompared = 1500

  /// LexRank of each sentence; one that is repeated is ranked once.
  private static func centrality(of sentences: [Sentence], _ vectors: [SparseVector]) -> [Double] {
    var nodes: [String: Int] = [:]
    var distinct: [SparseVector] = []
    let node = sentences.indices.map { index -> Int? in
      if let known = nodes[sentences[index].text] { return known }
      guard distinct.count < mostCompared else { return nil }
      nodes[sentences[index].text] = distinct.count
      distinct.append(vectors[index])
      return distinct.count - 1
    }
    let rank = lexRank(SimilarityGraph(distinct, cut: 0.1))
    return node.map { $0.map { rank[$0] } ?? 0 }
  }

  /// LexRank of each node by the power method, scaled so that the largest is 1.
  static func lexRank(_ graph: SimilarityGraph) -> [Double] {
    let count = graph.neighbours.count
    guard count > 0 else { return [] }
    let damping = 0.85
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

  /// How well a sentence stands by itself: less for one that leans on what came before, announces
  /// what follows, or only greets.
  static func standing(_ sentence: Sentence) -> Double {
    let lower = sentence.text.lowercased()
    var standing = 0.0
    let first = lower.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
    if leaning.contains(String(first)) { standing -= 0.35 }
    if sentence.text.hasSuffix(":") { standing -= 0.5 }
    if !(".!?…\"”)".contains { sentence.text.hasSuffix(String($0)) }) { standing -= 0.15 }
    if courtesies.matches(sentence.text) { standing -= 0.6 }
    if sentence.isListItem {
      standing -= ".!?".contains { sentence.text.hasSuffix(String($0)) } ? 0.1 : 0.35
    }
    if sentence.words < 6 { standing -= 0.3 }
    if sentence.words > 45 { standing -= 0.2 }
    return standing
  }

  private static let leaning: Set<String> = [
    "this", "that", "these", "those", "it", "it's", "he", "she", "they", "they're", "but", "and",
    "so", "also", "however", "because", "which", "or", "then", "therefore", "thus", "him", "her",
    "them", "there", "here", "yes", "no", "yeah", "right", "well", "okay", "ok", "oh", "exactly",
    "that's", "it’s", "that’s",
  ]
  private static let courtesies = PhraseList([
    "thank you", "thanks for", "thanks to everyone", "welcome to", "welcome back", "hello ",
    "good morning", "subscribe", "follow us", "show notes", "social media", "let me know",
    "please comment", "feel free to", "happy to answer", "stay tuned", "best regards",
    "click here", "join me", "get involved",
  ])
}
