// Which terms of a text stand in a person's summary of it.

import Analysis
import Foundation

/// Fits `TermSalience.weights` on the talks of the sets for summaries.
enum TermLearning {
  static func run(_ folder: String) throws {
    var models = [LogisticRegression(), LogisticRegression(), LogisticRegression()]
    for (_, cases) in try DevelopmentSets.read("summarize", in: folder) {
      for (number, item) in cases.enumerated() {
        guard let segments = item.input.segments, case .summary(let gold) = item.gold else {
          continue
        }
        let vocabulary = Vocabulary(language: "en")
        let sentences = Sentences.ofCues(segments.map { ($0.speaker, $0.text) }).map {
          vocabulary.terms(in: $0.text)
        }
        let title = Set(vocabulary.terms(in: item.input.title ?? ""))
        let wanted = Set(vocabulary.terms(in: gold))
        let evidence = TermSalience.evidence(sentences, title: title, count: vocabulary.count)
        let found = evidence.indices.filter { evidence[$0].frequency > 0 }
        for term in found {
          let own = evidence[term]
          let features = [
            log(Double(own.frequency)), own.inTitle ? 1 : 0,
            Double(own.first) / Double(max(sentences.count, 1)),
          ]
          for model in [0, 1 + number % 2] {
            models[model].add(
              features, wanted.contains(Int32(term)), weight: 100 / Double(found.count))
          }
        }
      }
    }
    let fits = models.map { $0.fit() }
    let now = TermSalience.weights
    let names = ["base", "logarithm of the frequency", "in the title", "late"]
    Learning.show(
      zip(names, [now.base, now.frequency, now.title, now.late]).enumerated().map { index, row in
        (row.0, row.1, fits[0][index], fits[1][index], fits[2][index])
      })
  }
}
