// Why a sentence stands for an act, or is the quote of the week, and which others lost.

import Analysis
import Model
import Render

extension Explainer {
  /// The sentences of a thread that do the same as one.
  func addActs(
    of index: Int, _ reading: ThreadReporter.Reading, _ explanation: inout Explanation
  ) {
    guard let own = reading.acts.first(where: { $0.sentence == index }) else { return }
    let summary = reporter.explainSummary(reading).chosen.map(\.index)
    let judged = reporter.judged(
      reading.acts.filter { $0.act == own.act }, reading.text, beyond: summary)
    let sentences = reading.text.sentences
    explanation.add(
      "positions", "Sentences of the thread that do the same (\(own.act.rawValue)), best first",
      sentences: true,
      judged.map { act, loss in
        let note =
          switch loss {
          case .samePerson: "left out: a better one of the same person is there"
          case .enough: "left out: others are before it"
          case nil: "chosen"
          }
        let cue = SpeechActs.explain(sentences[act.sentence])?.cue.map { ", by \"\($0)\"" } ?? ""
        return Explanation.Row(
          sentences[act.sentence].text,
          [
            ("strength", .count(act.strength)),
            ("weight", .number(reading.text.weights[act.sentence])),
          ], note + cue)
      })
  }

  /// The quote of the week and those of other threads that lost.
  func addMemorable(_ text: String, _ explanation: inout Explanation) {
    var candidates: [(quote: Quote, score: Double)] = []
    for report in material.issue.threads.prefix(ThreadReporter.quotedThreads) {
      guard let thread = material.threads.first(where: { $0.id == report.id }) else { continue }
      if let best = reporter.memorable(thread, report) { candidates.append(best) }
    }
    explanation.add(
      "memorable", "Quote of the week: the most memorable sentence of each leading thread",
      sentences: true,
      candidates.enumerated().sorted {
        ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
      }
      .map { Explanation.Row($0.element.quote.text, [("score", .number($0.element.score))]) })
    guard let origin = candidates.first(where: { $0.quote.text == text })?.quote.origin,
      let thread = material.threads.first(where: { $0.posts.contains { $0.id == origin } })
    else { return }
    let posts = thread.posts(in: material.issue.window)
    explanation.add(
      "memorable_parts", "What makes it memorable", rows(reporter.memorability(text, thread, posts))
    )
  }
}
