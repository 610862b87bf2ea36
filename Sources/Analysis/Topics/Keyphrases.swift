// The phrases that say what a document is about.

import Glibc
import Text

/// The phrases that say what a document is about.
///
/// Candidates are all parts, of up to five words, of the runs that `PhraseRuns` finds, but for those
/// that read badly alone: a phrase ends in a noun. Each is scored by a linear model of what is
/// counted of it, and the best are chosen, a little less when they hold or are held by a better one.
///
/// After: A. Hulth, *Improved Automatic Keyword Extraction Given More Linguistic Knowledge* (2003)
/// for noun-like candidates; I. Witten et al., *KEA* (1999) for a learned score of frequency and
/// first place. The weights were fitted on the development sets (`PhraseModel.weights`).
package enum Keyphrases {
  /// One phrase.
  package struct Phrase: Equatable, Sendable {
    /// Its words as most often spelled.
    package let text: String
    /// Its terms.
    package let terms: [Int32]
    /// How often it stands in the document.
    package let count: Int
    /// Whether it stands in the title.
    package let inTitle: Bool
    /// Its weight; comparable inside one document.
    package let weight: Double
  }

  /// What kind of text phrases are looked for in.
  package enum Style: Sendable {
    /// What is written.
    case text
    /// A chapter of talk: its subject is named when it begins.
    case talk
  }

  /// Words of a phrase, at most; fewer where nothing tells verbs from nouns.
  private static let longest = 5
  private static let longestGuessed = 2
  /// What a phrase loses for each chosen one that it holds or is a part of.
  private static let overlap = 0.5

  /// The best phrases of a document, best first.
  ///
  /// - Parameters:
  ///   - weights: Document frequencies of the corpus.
  ///   - atLeast: How often a phrase must stand in the document; where too few do, all count.
  ///   - language: The code of the language that it is in; `nil`: the vocabulary's.
  /// - Complexity: Linear in the text, and O(limit²).
  package static func phrases(
    title: String, text: String, weights: TFIDF, vocabulary: Vocabulary, limit: Int,
    atLeast: Int = 1, style: Style = .text, language: String? = nil
  ) -> [Phrase] {
    let all = candidates(
      title: title, text: text, weights: weights, vocabulary: vocabulary, style: style,
      language: language)
    let frequent = all.filter { $0.count >= atLeast }
    var rest = Array((frequent.count < limit ? all : frequent).prefix(max(50, 5 * limit)))
    var scores = rest.map(\.weight)
    var chosen: [Phrase] = []
    while chosen.count < limit, !rest.isEmpty {
      var best = 0
      for index in rest.indices
      where (scores[index], rest[best].text) > (scores[best], rest[index].text) {
        best = index
      }
      let phrase = rest.remove(at: best)
      scores.remove(at: best)
      chosen.append(phrase)
      for index in rest.indices
      where holds(rest[index].terms, phrase.terms) || holds(phrase.terms, rest[index].terms) {
        scores[index] -= overlap
      }
    }
    return chosen
  }

  /// All candidate phrases of a document, best first.
  package static func candidates(
    title: String, text: String, weights: TFIDF, vocabulary: Vocabulary, style: Style = .text,
    language: String? = nil
  ) -> [Phrase] {
    let runs = runs(title, text, vocabulary, language)
    let model = PhraseModel(runs, weights, style)
    return collected(runs).compactMap { key, candidate in
      model.phrase(key, candidate)
    }.sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
  }

  /// All candidate phrases of a document by their spelling, with what the model counts of each: for
  /// learning its weights.
  package static func features(
    title: String, text: String, weights: TFIDF, vocabulary: Vocabulary
  ) -> [(text: String, features: [Double])] {
    let runs = runs(title, text, vocabulary, nil)
    let model = PhraseModel(runs, weights, .text)
    return collected(runs).compactMap { key, candidate in model.features(key, candidate) }
      .sorted { $0.text < $1.text }
  }

  private static func runs(
    _ title: String, _ text: String, _ vocabulary: Vocabulary, _ language: String?
  ) -> PhraseRuns {
    var texts = [(text: text, isTitle: false)]
    let title = Strings.trimmed(title[...])
    // A title that the text begins with would count twice.
    let isRepeated = Strings.trimmed(text[...]).hasPrefix(title.prefix(200))
    if !title.isEmpty, !isRepeated, Sentences.wordCount(title) <= 30 {
      texts.insert((title, true), at: 0)
    }
    return PhraseRuns(texts, vocabulary, language: language ?? vocabulary.language)
  }

  /// The candidates by their terms: no term twice in one.
  private static func collected(_ runs: PhraseRuns) -> [[Int32]: PhraseCandidate] {
    let most = runs.classes.areKnown ? longest : longestGuessed
    var found: [[Int32]: PhraseCandidate] = [:]
    for run in runs.runs {
      for start in run.indices {
        for end in (start + 1)...min(run.count, start + most) {
          let words = run[start..<end]
          let key = words.map(\.term)
          guard key.count == 1 || Set(key).count == key.count else { continue }
          found[key, default: PhraseCandidate(first: run[start].place)]
            .add(words, isWhole: end - start == run.count)
        }
      }
    }
    return found
  }

  private static func holds(_ whole: [Int32], _ part: [Int32]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
