// Why a thread has its rank, and stands where it stands.

import Analysis
import Model
import Render

extension Explainer {
  /// Features in which neighbours differ that are shown.
  private static let differences = 5

  func thread(_ index: Int) -> Explanation {
    let thread = material.threads[index]
    var explanation = start(.thread, thread.title)
    explanation.add("id", thread.id)
    explanation.add("url", thread.url)
    explanation.add("site", thread.site)
    let all = material.issue.threads
    guard let report = all.first(where: { $0.id == thread.id }) else { return explanation }
    let parts = Ranking.explain(read(thread).features)
    explanation.add("rank", report.rank, shown: "\(report.rank) of \(all.count)")
    explanation.add("score", report.score)
    explanation.add("state", Words.state(report))
    let placement = composition.placement(of: report, in: material.issue)
    explanation.add("stands", Self.words(for: placement.section))
    explanation.add("why", why(report, placement))
    if let since = report.since {
      explanation.add("since", "\(Words.since(since)) since the issue of \(since.window)")
    }
    if let opened = report.opened {
      explanation.add("opened", "its opening was printed in the issue of \(opened.window)")
    }
    explanation.add(
      "features", "What the score is made of",
      parts.map { part in
        Explanation.Row(
          part.name,
          [
            ("counted", .amount(part.counted)), ("value", .number(part.value)),
            ("weight", .number(part.weight)), ("share", .number(part.share)),
          ])
      } + [Explanation.Row("sum", [("share", .number(report.score))])])
    if let above = all.first(where: { $0.rank == report.rank - 1 }) {
      compare(parts, report, above, &explanation, "above", "Just above")
    }
    if let below = all.first(where: { $0.rank == report.rank + 1 }) {
      compare(parts, report, below, &explanation, "below", "Just below")
    }
    addKeys(report, placement, &explanation)
    return explanation
  }

  /// The features in which a neighbour differs most.
  private func compare(
    _ parts: [ScorePart], _ report: ThreadReport, _ other: ThreadReport,
    _ explanation: inout Explanation, _ key: StaticString, _ head: String
  ) {
    guard let thread = material.threads.first(where: { $0.id == other.id }) else { return }
    let pairs = zip(parts, Ranking.explain(read(thread).features))
    let differing = pairs.filter { $0.share != $1.share }.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      return (abs(first.0.share - first.1.share), b.offset)
        > (abs(second.0.share - second.1.share), a.offset)
    }.map(\.element)
    let score = Explanation.hundredths(other.score)
    explanation.add(
      key, "\(head): number \(other.rank), score \(score), \"\(other.title)\"",
      differing.prefix(Self.differences).map { own, its in
        Explanation.Row(
          own.name,
          [
            ("here", .number(own.share)), ("there", .number(its.share)),
            ("difference", .number(own.share - its.share)),
          ])
      } + [
        Explanation.Row(
          "all together",
          [
            ("here", .number(report.score)), ("there", .number(other.score)),
            ("difference", .number(report.score - other.score)),
          ])
      ])
  }

  private static func words(for section: IssuePlacement.Section) -> String {
    switch section {
    case .lead(let number): "lead story \(number)"
    case .moving: "also moving"
    case .new: "new"
    case .leftOut: "left out: only counted"
    case .muted: "not in the issue: muted"
    }
  }

  private func why(_ report: ThreadReport, _ placement: IssuePlacement) -> String {
    let bonus =
      placement.bonus > 0
      ? ", counting \(Explanation.hundredths(placement.bonus)) more since its topic \"\(placement.topic ?? "")\" is in other kinds of sources too"
      : ""
    let announced = placement.isAnnounced ? "; its decision is told in the news" : ""
    let order =
      "\(Words.count(placement.leads, "thread")) lead, and behind them it is number \(placement.needed) by score"
    switch placement.section {
    case .muted: return "the editor's file mutes it"
    case .lead where placement.isPinned: return "the editor's file pins it"
    case .lead:
      return
        "number \(placement.place) by score\(bonus), and \(Words.count(placement.leads, "thread")) lead"
    case .moving:
      return
        "\(order), \(placement.shown) are shown\(announced)"
    case .new:
      return
        "its first post lies in these days; \(order), \(placement.shown) are shown\(announced)"
    case .leftOut: return "\(order), and only \(placement.shown) are shown\(announced)"
    }
  }

  private func addKeys(
    _ report: ThreadReport, _ placement: IssuePlacement, _ explanation: inout Explanation
  ) {
    explanation.add(
      setting(
        "[issue] threads", now: "\(placement.shown)",
        placement.section == .leftOut
          ? "\(placement.needed) or more would show it" : "how many threads the issue shows"))
    let name = "\"\(report.url)\""
    let editorial = material.issue.editorial
    explanation.add(
      editor(
        "pin = [\(name)]", now: editorial.pinned.contains(report.id) ? "is there" : nil,
        "makes it a lead story whatever its score"))
    if case .lead = placement.section {
      explanation.add(
        editor(
          "order = [\(name)]", now: editorial.order.contains(report.id) ? "is there" : nil,
          "moves it before the other lead stories"))
    }
    explanation.add(
      editor(
        "mute = [\(name)]", now: editorial.muted.contains(report.id) ? "is there" : nil,
        "takes it out of this issue; above all [[issue]] tables, out of every issue"))
    if let topic = placement.topic {
      explanation.add(
        topics(
          "mute of \"\(topic)\"",
          "takes the topic out of every issue\(placement.bonus > 0 ? ", and this thread loses what the topic adds" : "")"
        ))
    }
  }
}
