// What an issue has of a proposal that no topic is about.

import Analysis
import Model
import Render

extension Explainer {
  /// A proposal: whether it was decided in the window, and where it is named.
  func proposal(_ proposal: Proposal) -> Explanation {
    var explanation = start(.proposal, "\(proposal.id): \(proposal.title)")
    let change = material.issue.decisions.first { $0.proposal.id == proposal.id }
    explanation.add("status", proposal.status)
    explanation.add("was", change?.was)
    explanation.add("decided_on", proposal.decidedOn?.iso8601)
    explanation.add("url", proposal.url)
    explanation.add("resolution", proposal.resolution)
    let days = material.issue.window.spelled
    explanation.add(
      "stands",
      change == nil
        ? "not among the decisions: its registry has no decision or new status of it in \(days)"
        : "among the decisions: its registry has it decided, or its status was seen to change, in \(days)"
    )
    let mentions = mentions(of: proposal.id)
    explanation.add(
      "topic",
      mentions.isEmpty ? "none: no thread or article of these days names it" : "none is about it")
    explanation.add("named_in", "Where it is named", mentions)
    explanation.add(
      topics(
        "[[topic]] label = \"\(proposal.title)\", refs = [\"\(proposal.id)\"], watch = true",
        "makes it a known topic, which a single text is enough for"))
    explanation.add(
      setting(
        "[[registry]]", now: "\"\(proposal.id.prefix { $0 != " " })\"",
        "the registry that status and title come from"))
    return explanation
  }

  private func mentions(of id: String) -> [Explanation.Row] {
    let threads = material.threads.map { thread in
      let posts = thread.posts(in: material.issue.window).map(\.words)
      return ("thread: \(thread.title)", ([thread.title] + posts).joined(separator: "\n"))
    }
    let articles = material.articles.map { ("article: \($0.title)", "\($0.title)\n\($0.words)") }
    return (threads + articles).compactMap { name, text in
      let found = ProposalReferences.find(in: text, registries: material.registries)
      return found.first { $0.id == id }.map {
        Explanation.Row(name, [("times", .count($0.count))])
      }
    }
  }
}
