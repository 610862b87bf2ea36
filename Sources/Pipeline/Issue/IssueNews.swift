// What an issue tells beside its threads, articles and episodes.

import Analysis
import Model
import Render
import Store

/// What an issue tells beside its threads, articles and episodes: the numbers, changes of status,
/// days ahead, terms for newcomers, and what is missing.
struct IssueNews {
  let window: Window
  let settings: Settings
  let registries: [Registry]
  let languages: TextLanguages
  let earlier: EarlierIssues
  let threads: [DiscussionThread]
  let articles: [Article]
  let episodes: [Episode]
  let talks: [EpisodeAnalysis]

  /// How much the window held.
  var statistics: Issue.Statistics {
    let posts = threads.flatMap { $0.posts(in: window) }
    var numbers = Issue.Statistics()
    numbers.posts = posts.count
    numbers.threads = threads.count
    numbers.people = Set(posts.map(\.authorKey)).count
    numbers.episodes = episodes.count
    numbers.articles = articles.count
    return numbers
  }

  /// Proposals that were decided inside the window by their registry's own dates, and others whose
  /// status was seen to change.
  func decisions(_ archive: Archive) throws -> [Issue.StatusChange] {
    let seen = Dictionary(
      try archive.statusChanges(in: window).map { ($0.proposal, $0) }, uniquingKeysWith: { $1 })
    var changes: [Issue.StatusChange] = []
    for proposal in registries.flatMap({ $0.proposals.values }) {
      let isDecided =
        proposal.decidedOn.map { window.firstDay <= $0 && $0 < window.endDay } ?? false
      guard isDecided || seen[proposal.id] != nil else { continue }
      let was = try seen[proposal.id]?.was ?? archive.status(of: proposal.id, before: window.from)
      changes.append(
        Issue.StatusChange(proposal: proposal, was: was == proposal.status ? nil : was))
    }
    let end = window.endDay
    return changes.sorted { a, b in
      (a.proposal.decidedOn ?? end, a.proposal.id.utf8.count, a.proposal.id)
        < (b.proposal.decidedOn ?? end, b.proposal.id.utf8.count, b.proposal.id)
    }
  }

  /// Days ahead that the window's posts and articles announce.
  func deadlines(_ issue: Issue) -> [Issue.Deadline] { [] }

  /// The issue's terms that somebody defines.
  func glossary(_ issue: Issue) -> [Issue.Term] {
    let shown = Set(issue.topics.map(\.slug))
    return settings.topics.filter { shown.contains($0.slug) }.compactMap { topic in
      topic.description.map { Issue.Term(name: topic.label, definition: $0) }
    }
  }

  /// What the issue does not have.
  func omissions(_ issue: Issue, _ archive: Archive) throws -> [Issue.Omission] {
    var missing: [Issue.Omission] = []
    for thread in issue.threads where !thread.holes.isEmpty {
      let count = thread.holes.reduce(0) { $0 + $1.count }
      missing.append(
        Issue.Omission(
          source: thread.title,
          what: "the feed dropped \(count == 1 ? "post" : "posts") \(Words.ranges(thread.holes))"))
    }
    let configured = Set(
      settings.sources.map(\.address) + settings.episodes.map(\.transcript)
        + settings.registries.map(\.index))
    for (address, health) in try archive.sourceHealth().sorted(by: { $0.key < $1.key })
    where configured.contains(address)
      && (health.isGone || health.keepsFailing(at: health.lastAttempt ?? issue.window.until))
    {
      let reason = health.lastError ?? "failed"
      let isNamed = health.title == nil && reason.hasPrefix("\(address): ")
      missing.append(
        Issue.Omission(
          source: health.title ?? address,
          what: isNamed ? String(reason.dropFirst(address.count + 2)) : reason))
    }
    for episode in episodes where episode.cues.isEmpty {
      missing.append(Issue.Omission(source: episode.title, what: "the episode has no transcript"))
    }
    return missing
  }
}
