// The phrases that say what a document is about.

import Glibc
import Text

/// The phrases that say what a document is about.
///
/// Candidates are runs of one to three words without a stop word or punctuation between them. A
/// phrase weighs the sum of its words' idf, damped by its length, times the logarithm of its
/// frequency, more when it comes early and when it stands in the title.
///
/// After: S. Rose et al., *Automatic keyword extraction from individual documents* (2010) for the
/// candidates; G. Salton and C. Buckley, *Term-weighting approaches* (1988) for the weights.
package enum Keyphrases {
  /// One phrase.
  package struct Phrase: Equatable, Sendable {
    /// Its words as most often spelled.
    package let text: String
    /// Its terms.
    package let terms: [Int32]
    /// How often it stands in the document.
    package let count: Int
    /// Its weight; comparable inside one document.
    package let weight: Double
  }

  /// How weights are made of what is counted.
  package struct Style: Sendable {
    /// The power of a phrase's length by which its words' weights are divided: 0 favours long
    /// phrases, 1 makes a mean.
    let lengthDamping: Double
    /// What a phrase that is said once has, beside the logarithm of its frequency.
    let once: Double
    /// How much more a phrase weighs that stands at the very beginning.
    let early: Double
    /// How fast that falls: the power of the part of the text that is still to come.
    let earlyPower: Double

    /// For what is written.
    package static let text = Style(lengthDamping: 0.4, once: 1, early: 0.3, earlyPower: 1)
    /// For a chapter of talk: its subject is named when it begins, and again and again.
    ///
    /// On the development sets a title and six phrases hold 26 % of the words of people's own titles,
    /// 19 % in the style of what is written.
    package static let talk = Style(lengthDamping: 0.3, once: 0.5, early: 1.2, earlyPower: 6)
  }

  /// The best phrases of a document, best first; one that is part of a better one is left out.
  ///
  /// - Parameter atLeast: How often a phrase must stand in the document; where too few do, all
  ///   count.
  package static func phrases(
    title: String, text: String, weights: TFIDF, vocabulary: Vocabulary, limit: Int,
    atLeast: Int = 1, style: Style = .text
  ) -> [Phrase] {
    let all = candidates(
      title: title, text: text, weights: weights, vocabulary: vocabulary, style: style)
    let frequent = all.filter { $0.count >= atLeast }
    var chosen: [Phrase] = []
    for phrase in frequent.count < limit ? all : frequent where chosen.count < limit {
      let terms = Set(phrase.terms)
      if !chosen.contains(where: { overlap(terms, $0) >= 0.5 }) { chosen.append(phrase) }
    }
    return chosen
  }

  /// All candidate phrases of a document, best first.
  package static func candidates(
    title: String, text: String, weights: TFIDF, vocabulary: Vocabulary, style: Style = .text
  ) -> [Phrase] {
    var candidates: [[Int32]: Candidate] = [:]
    var position = 0
    for (part, inTitle) in [(title, true), (text, false)] {
      for run in runs(in: part, vocabulary) {
        for start in run.indices {
          for length in 1...min(3, run.count - start) {
            let slice = run[start..<(start + length)]
            let key = slice.map(\.term)
            guard Set(key).count == key.count else { continue }
            let spelling = slice.map(\.spelling).joined(separator: " ")
            candidates[key, default: Candidate(first: position)].add(spelling, inTitle: inTitle)
          }
        }
        position += run.count
      }
    }
    let total = Double(max(position, 1))
    return candidates.map { key, candidate -> Phrase in
      let idf = key.reduce(0) { $0 + weights.idf($1) }
      var weight =
        idf / pow(Double(key.count), style.lengthDamping)
        * (style.once + log(Double(candidate.count)))
      weight *= 1 + style.early * pow(1 - Double(candidate.first) / total, style.earlyPower)
      if candidate.inTitle { weight *= 1.3 }
      return Phrase(
        text: candidate.spelling, terms: key, count: candidate.count, weight: weight)
    }
    .sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
  }

  private static func overlap(_ terms: Set<Int32>, _ phrase: Phrase) -> Double {
    let shared = phrase.terms.filter(terms.contains).count
    return Double(shared) / Double(min(terms.count, phrase.terms.count))
  }

  private struct Candidate {
    let first: Int
    var count = 0
    var inTitle = false
    var spellings: [String: Int] = [:]

    mutating func add(_ spelling: String, inTitle: Bool) {
      count += 1
      self.inTitle = self.inTitle || inTitle
      spellings[spelling, default: 0] += inTitle ? 1 : 2
    }

    var spelling: String {
      spellings.max { a, b in (a.value, b.key) < (b.value, a.key) }?.key ?? ""
    }
  }

  /// Runs of neighbouring terms with only blanks or hyphens between them.
  static func runs(in text: String, _ vocabulary: Vocabulary) -> [[(term: Int32, spelling: String)]]
  {
    let bytes = Array(text.utf8)
    var runs: [[(term: Int32, spelling: String)]] = []
    var run: [(term: Int32, spelling: String)] = []
    var end = 0
    for token in Tokenizer.tokens(in: bytes) {
      let between = bytes[end..<token.lowerBound]
      let joined =
        between.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") } && between.count <= 1
      if !joined, !run.isEmpty {
        runs.append(run)
        run = []
      }
      if let term = vocabulary.term(bytes[token]) {
        run.append((term, String(decoding: bytes[token], as: UTF8.self)))
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
      end = token.upperBound
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }
}
