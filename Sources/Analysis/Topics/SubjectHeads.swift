// Whether two documents name each other's subject.

import Model
import Text

/// Whether two documents name each other's subject.
///
/// Long texts of one field are alike by many common words. Those on one subject say, again and again,
/// what the other's title says.
struct SubjectHeads {
  /// The telling terms of each document's title; for one without, of its best key phrases.
  private let heads: [Set<Int32>]
  private let terms: TermLists

  /// A term that stands in more of the corpus belongs to the field and not to a subject.
  private static let commonShare = 0.06
  /// Fewer documents do not tell what is common.
  static let leastCorpus = 100
  /// How often a document says what it is about.
  private static let again = 2
  /// Key phrases that stand for a title.
  private static let phrases = 4

  init(
    _ documents: [Document], _ terms: TermLists, _ weights: TFIDF, _ vocabulary: Vocabulary
  ) {
    self.terms = terms
    heads = documents.map { document in
      var own: [Int32]
      if document.kind == .chapter || document.title.isEmpty {
        own = Keyphrases.phrases(
          title: "", text: document.text, weights: weights, vocabulary: vocabulary,
          limit: Self.phrases, atLeast: 2, style: .talk,
          language: document.language
        ).flatMap(\.terms)
      } else {
        own = vocabulary.terms(in: document.title, language: document.language)
      }
      own = own.filter { !Self.isCommon($0, weights) }
      return Set(own)
    }
  }

  /// Whether a term belongs to the field and not to a subject, as far as the corpus can tell.
  static func isCommon(_ term: Int32, _ weights: TFIDF) -> Bool {
    weights.corpus >= leastCorpus
      && Double(weights.frequency(of: term)) > Double(weights.corpus) * commonShare
  }

  /// Whether one document says the other's subject.
  ///
  /// - Complexity: Linear in both documents.
  func meet(_ a: Int, _ b: Int) -> Bool { says(a, heads[b]) || says(b, heads[a]) }

  private func says(_ document: Int, _ heads: Set<Int32>) -> Bool {
    guard !heads.isEmpty else { return false }
    var counts: [Int32: Int] = [:]
    for term in terms[document] where heads.contains(term) {
      counts[term, default: 0] += 1
      if counts[term, default: 0] >= Self.again { return true }
    }
    return false
  }
}
