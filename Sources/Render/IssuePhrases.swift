// The phrases that the text and the Markdown edition have in common.

import Model

/// The phrases that the text and the Markdown edition have in common: unescaped, without links.
enum IssuePhrases {
  static let colophon =
    "Every quoted sentence is its author's own, chosen by how central it is to its thread, by where "
    + "it stands, and so that one voice does not fill a story. What a sentence does is told by its "
    + "words and marked as computed."
  static let opening = "From the first post"
  static let empty = "Nothing was published in this window."
  static let unchanged = "No proposal changed its status."
  static let shifts = "Advertising that is inserted into the audio can shift the times."

  /// `26 posts`, `5 threads` and so on, without what there is none of.
  static func counts(_ numbers: Issue.Statistics) -> [String] {
    [
      (numbers.posts, "post", "posts"), (numbers.threads, "thread", "threads"),
      (numbers.people, "person", "people"), (numbers.episodes, "episode", "episodes"),
      (numbers.articles, "article", "articles"),
    ].filter { $0.0 > 0 }.map { Words.count($0.0, $0.1, $0.2) }
  }

  /// `PEP 751 A title: Accepted (was Draft), 6 November 2026`.
  static func decision(_ change: Issue.StatusChange) -> String {
    let proposal = change.proposal
    let was = change.was.map { " (was \($0))" } ?? ""
    let day = proposal.decidedOn.map { ", \($0.long)" } ?? ""
    return "\(proposal.id) \(proposal.title): \(proposal.status)\(was)\(day)"
  }

  /// Where a story stands: its site and state, its topic, how that goes.
  static func state(of story: IssueComposition.Story) -> String {
    var parts: [String] = []
    if let thread = story.thread { parts.append("\(thread.site): \(Words.state(thread))") }
    if let topic = story.topic {
      let trend = Words.trend(topic)
      if topic.label != story.title {
        parts.append("topic: \(topic.label)" + (trend.map { " (\($0))" } ?? ""))
      } else if let trend {
        parts.append(trend)
      }
    }
    return parts.joined(separator: "; ")
  }

  /// `Since the issue of 1 to 7 May 2024: 12 posts by 7 people`.
  static func since(_ since: ThreadReport.Since) -> String {
    "Since the issue of \(since.window): \(Words.since(since))"
  }

  /// `Concern (computed)`.
  static func act(_ act: SpeechAct) -> String {
    "\(act.rawValue.prefix(1).uppercased())\(act.rawValue.dropFirst()) (computed)"
  }

  /// A moment of an episode: `31: The wrong compiler, 1:49 to 6:39`.
  static func moment(_ moment: Topic.Member) -> String {
    let span = [moment.start, moment.end].compactMap { $0.map(Words.clock) }
    return ([moment.title] + (span.isEmpty ? [] : [span.joined(separator: " to ")]))
      .joined(separator: ", ")
  }

  /// Who said a quote; never empty.
  static func author(of quote: Quote) -> String {
    quote.author ?? (quote.start == nil ? "unnamed" : "unnamed speaker")
  }

  /// Where in its source a quote stands: `#12`, `8:31`; `nil` for the whole.
  static func place(of quote: Quote) -> String? {
    quote.start.map(Words.clock) ?? quote.post.map { "#\($0)" }
  }
}
