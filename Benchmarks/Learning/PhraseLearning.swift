// Which phrases of a text people choose as its key phrases.

import Analysis
import Foundation

/// Fits `PhraseModel.weights` on the sets for key phrases: ten times a linear discriminant's, each set
/// weighing the same, but for news, of which there is only one.
enum PhraseLearning {
  private static let news = (name: "kpcrowd", weight: 2.5)

  static func run(_ folder: String) throws {
    var models = [LinearDiscriminant(), LinearDiscriminant(), LinearDiscriminant()]
    for (name, cases) in try DevelopmentSets.read("keyphrases", in: folder) {
      let vocabulary = Vocabulary(language: "en")
      let weights = TFIDF(
        documents: cases.map {
          vocabulary.terms(in: ($0.input.title ?? "") + "\n" + ($0.input.text ?? ""))
        }, terms: vocabulary.count)
      for (number, item) in cases.enumerated() {
        guard case .phrases(let gold) = item.gold, let text = item.input.text else { continue }
        let wanted = Set(gold.map(vocabulary.stemmedWordsOfOne))
        let found = Keyphrases.features(
          title: item.input.title ?? "", text: text, weights: weights, vocabulary: vocabulary)
        let labels = found.map { wanted.contains(vocabulary.stemmedWordsOfOne($0.text)) }
        let weight = (name == news.name ? news.weight : 1) / Double(cases.count)
        for model in [0, 1 + number % 2] {
          models[model].add(found.map(\.features), labels, weight: weight)
        }
      }
    }
    let fits = models.map { $0.fit() }
    Learning.show(
      PhraseModel.weights.enumerated().map { index, row in
        (row.name, row.weight, 10 * fits[0][index], 10 * fits[1][index], 10 * fits[2][index])
      })
  }
}

extension Vocabulary {
  /// A phrase's stems in one string.
  fileprivate func stemmedWordsOfOne(_ phrase: String) -> String {
    stemmedWords(in: phrase).joined(separator: " ")
  }
}
