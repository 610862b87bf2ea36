// Why sentences were not chosen, in words, and the tables of those that were and were not.

import Analysis
import Model
import Render

/// The choice of sentences from one text, as tables.
struct SentenceChoice {
  let sentences: [Sentence]
  let weights: [Double]
  let explanation: SelectionExplanation
  /// Why a sentence was not allowed in that could be quoted.
  let refusal: (Sentence) -> String

  /// Sentences that lost, at most, in a table.
  private static let mostLost = 8

  /// What was chosen, in the order of choice.
  var chosenRows: [Explanation.Row] {
    explanation.chosen.map { chosen in
      Explanation.Row(
        sentences[chosen.index].text,
        [("score", .number(chosen.score.total)), ("weight", .number(weights[chosen.index]))],
        chosen.beside.map { "chosen together with \"\(sentences[$0].text.prefix(40))…\"" })
    }
  }

  /// The best of those that lost: first what could have been chosen, by its last score; then what
  /// could not, by its weight.
  ///
  /// - Parameter wanted: Which are looked at.
  func lostRows(_ wanted: (Int) -> Bool = { _ in true }, most: Int = mostLost) -> [Explanation.Row]
  {
    let lost = explanation.lost.filter { wanted($0.index) }
    let possible = lost.filter { $0.score != nil }.sorted {
      ($0.score?.total ?? 0, $1.index) > ($1.score?.total ?? 0, $0.index)
    }
    let others = lost.filter { $0.score == nil }.sorted {
      (weights[$0.index], $1.index) > (weights[$1.index], $0.index)
    }
    let half = max(most / 2, most - others.count)
    return (Array(possible.prefix(half)) + others).prefix(most).map { lost in
      var cells: [(key: StaticString, value: Explanation.Value)] = []
      if let score = lost.score { cells.append(("score", .number(score.total))) }
      cells.append(("weight", .number(weights[lost.index])))
      return Explanation.Row(sentences[lost.index].text, cells, words(for: lost))
    }
  }

  /// Why a sentence was not chosen.
  func words(for lost: SelectionExplanation.Lost) -> String {
    func begin(_ index: Int) -> String { "\"\(sentences[index].text.prefix(50))…\"" }
    switch lost.loss {
    case .room(let words, let left):
      return "too long for the budget: \(Words.count(words, "word")), \(left) were left"
    case .person(let most):
      return "one person's limit: \(most) sentences of the same author are chosen"
    case .alike(let other, let cosine):
      return "too like another (\(Explanation.hundredths(cosine))): \(begin(other))"
    case .same: return "the same words are chosen already"
    case .leans: return "leans on the sentence before, which could not be chosen"
    case .outweighed: return "outweighed: there are as many sentences as there may be"
    case .unquotable(let fault): return "cannot be quoted: \(fault.rawValue)"
    case .empty: return "hardly a word that says something"
    case .refused: return refusal(sentences[lost.index])
    }
  }

  /// What became of a sentence.
  func fate(of index: Int) -> String {
    if let place = explanation.chosen.firstIndex(where: { $0.index == index }) {
      return "chosen, number \(place + 1) of \(explanation.chosen.count)"
    }
    return explanation.lost.first { $0.index == index }.map { "not chosen: \(words(for: $0))" }
      ?? "not chosen"
  }

  /// What a sentence was chosen by, or by what it lost.
  func scoreRows(of index: Int) -> [Explanation.Row] {
    let score =
      explanation.chosen.first { $0.index == index }?.score
      ?? explanation.lost.first { $0.index == index }?.score
    guard let score else { return [] }
    let rows = [
      ("weight of the sentence", score.weight), ("likeness to what was chosen", score.likeness),
      ("terms that were not said yet", score.coverage),
      ("a person who was not heard yet", score.newPerson), ("sum", score.total),
    ]
    return rows.map { Explanation.Row($0.0, [("share", .number($0.1))]) }
  }
}

extension Explainer {
  /// Why a sentence that can be quoted may not stand in a summary.
  func refusal(_ sentence: Sentence) -> String {
    if let fault = Quotability.printingFault(of: sentence), !sentence.isSpoken {
      return "not worth printing: \(fault.rawValue)"
    }
    if let opened = material.earlier.opened(sentence.text) {
      return "already printed in the issue of \(opened.window)"
    }
    return SentenceTraits.isCourtesy(sentence)
      ? "thanks, greets or announces" : "not among the sentences that are looked at"
  }

  func choice(_ reading: ThreadReporter.Reading) -> SentenceChoice {
    SentenceChoice(
      sentences: reading.text.sentences, weights: reading.text.weights,
      explanation: reporter.explainSummary(reading), refusal: refusal)
  }
}
