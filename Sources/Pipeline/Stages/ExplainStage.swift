// Why something in an issue is as it is.

package import Model
import Render
import Store

/// Why a thread, a quote, a topic, a chapter is as it is in an issue; nothing is recorded.
package enum ExplainStage {
  /// Explains what a reader has at hand, in the issue of a window as it would be printed now.
  ///
  /// - Parameters:
  ///   - name: An address, a quote's id, the beginning of a sentence, a topic's slug or label, a
  ///     rank.
  ///   - second: Of the episode that `name` names; `nil`: as the address says.
  ///   - window: `nil`: that of the newest published issue.
  ///   - usual: The window when nothing has been published.
  package static func run(
    _ name: String, at second: Double? = nil, in window: Window?, else usual: Window,
    _ context: RunContext
  ) async throws -> (explanation: Explanation, warnings: [Diagnostic]) {
    let archive = try context.storedArchive()
    let newest = try archive.publishedIssues().first.map {
      CivilTime.window(from: $0.firstDay, until: $0.endDay)
    }
    let material = try await IssueStage.make(window ?? newest ?? usual, context, archive)
    let search = ExplainSearch(name, second: second, material)
    let explainer = Explainer(material, archive)
    guard let target = search.target else {
      if let edited = try explainer.edited(search) { return (edited, material.warnings) }
      throw RunFailure.failed(try notFound(name, search, material, archive))
    }
    try check(second, of: name, target, material)
    return (try explainer.explain(target), material.warnings)
  }

  /// Refuses a second of what is no episode, or beyond an episode's end.
  ///
  /// - Parameter second: As given beside the name; `nil`: nothing was given.
  private static func check(
    _ second: Double?, of name: String, _ target: ExplainTarget, _ material: IssueMaterial
  ) throws(RunFailure) {
    guard case .moment(let index, let moment) = target else {
      guard second != nil else { return }
      throw .usage([
        "--at is a second of an episode, and '\(name)' is \(target.what); name an episode"
      ])
    }
    let episode = material.episodes[index]
    let heard = episode.cues.compactMap { $0.end ?? $0.start }.max()
    guard let end = [episode.seconds, heard].compactMap(\.self).max(), moment > end else { return }
    throw .usage([
      "\(Words.clock(moment)) is beyond the end of \"\(episode.title)\", which is \(Words.clock(end)) long"
    ])
  }

  private static func notFound(
    _ name: String, _ search: ExplainSearch, _ material: IssueMaterial, _ archive: Archive
  ) throws -> String {
    let own = material.issue.window.slug
    let message = "'\(name)' is nothing in the issue \(own)"
    // A quote that was printed elsewhere, or is not chosen any more.
    let id = QuoteID.meant(by: name)
    for issue in try archive.publishedIssues() where id != nil {
      let printed = try archive.printedIssue(issue.slug)
      guard let quote = printed?.quotes.first(where: { QuoteID.of($0) == id }) else { continue }
      return issue.slug == own
        ? "\(message) as it would be printed now; it was printed as \"\(quote.text)\": give the sentence's beginning"
        : "\(message), but of \(issue.slug); give --from \(issue.firstDay.iso8601) --until \(issue.endDay.iso8601)"
    }
    let ranks = material.issue.threads.count
    if ranks > 0, Int(name.drop { $0 == "#" }) != nil {
      return "\(message): its threads are ranked 1 to \(ranks)"
    }
    if let issue = try issueHolding(name, except: own, archive) {
      return
        "\(message), but in \(issue.slug); give --from \(issue.firstDay.iso8601) --until \(issue.endDay.iso8601)"
    }
    let nearest = search.nearest.map { "'\($0)'" }
    guard !nearest.isEmpty else {
      return
        "\(message); give an address, a quote's id, the beginning of a sentence, a topic or a rank"
    }
    return "\(message); did you mean \(Nearest.either(nearest))?"
  }

  /// The newest published issue that prints what a name means.
  private static func issueHolding(
    _ name: String, except own: String, _ archive: Archive
  ) throws -> PublishedIssue? {
    let anchors = ExplainSearch.anchors(in: name)
    func isMeant(_ names: [String?], _ addresses: [String?]) -> Bool {
      names.contains { $0?.lowercased() == name.lowercased() }
        || names.compactMap(\.self).contains { anchors.contains(Slug.anchor(of: $0)) }
        || addresses.contains { NamedAddress(name).isPage(of: $0) }
    }
    return try archive.publishedIssues().first { issue in
      guard issue.slug != own, let printed = try archive.printedIssue(issue.slug) else {
        return false
      }
      return printed.topics.contains { isMeant([$0.slug, $0.label], []) }
        || printed.threads.contains { isMeant([$0.id, $0.title], [$0.url]) }
        || printed.articles.contains { isMeant([$0.id, $0.title], [$0.url]) }
        || printed.episodes.contains { isMeant([$0.id, $0.title], [$0.url, $0.audio]) }
        || printed.episodes.contains { anchors.contains(EpisodeView.slug(of: $0.id)) }
        || printed.quotes.contains { $0.origin == name }
        || printed.quotes.contains { name.utf8.count >= 12 && $0.text.hasPrefix(name) }
    }
  }
}
