// A quote that was printed, and that its source does not have any more.

import Model
import Render
import Store

extension Explainer {
  /// A quote of the issue as it was printed, whose text was replaced since; `nil` when none is meant.
  func edited(_ search: ExplainSearch) throws -> Explanation? {
    let slug = material.issue.window.slug
    guard let printed = try archive.printedIssue(slug),
      let quote = search.quote(printedIn: printed)
    else { return nil }
    let stored = try archive.text(ofOrigin: quote.origin)
    guard !VerifyStage.holds(stored, quote.text),
      VerifyStage.holds(
        try archive.earlierText(ofOrigin: quote.origin, quotedIn: slug), quote.text)
    else { return nil }
    var explanation = start(.quote, quote.text)
    addOrigin(
      author: quote.author, url: quote.url, date: quote.published, &explanation)
    let places = IssueComposition(printed).places(of: quote.text, in: printed)
    explanation.add("printed", places.joined(separator: "; "))
    explanation.add(
      "since",
      stored == nil
        ? "its source is not stored any more; the text as it was then is kept"
        : "its source was edited and has it no more; the text as it was then is kept")
    explanation.add("next", "what is stored now is printed when the issue is published again")
    return explanation
  }
}
