// Where in an issue a thread or a sentence stands, and why.

package import Model

/// Where in an issue a thread stands, and why.
package struct IssuePlacement: Equatable, Sendable {
  /// A part of the issue.
  package enum Section: Equatable, Sendable {
    /// The lead story of a number, from 1.
    case lead(Int)
    /// "Also moving".
    case moving
    /// "New".
    case new
    /// It is only counted.
    case leftOut
    /// The editor does not want it.
    case muted
  }

  /// Where it stands.
  package let section: Section
  /// Whether the editor pinned it, or its topic.
  package let isPinned: Bool
  /// Whether a decision of it is announced under the news.
  package let isAnnounced: Bool
  /// What its topic adds to its score when lead stories are chosen.
  package let bonus: Double
  /// The label of the topic that it is told with.
  package let topic: String?
  /// Its place among the candidates for a lead story, from 1.
  package let place: Int
  /// How many lead stories threads have.
  package let leads: Int
  /// How many threads the issue shows in all.
  package let shown: Int
  /// How many it would have to show for this one to be among them.
  package let needed: Int
}

extension IssueComposition {
  /// Where a thread stands.
  ///
  /// - Parameter issue: What this is the composition of.
  package func placement(of thread: ThreadReport, in issue: Issue) -> IssuePlacement {
    let (threads, topics) = (issue.unmutedThreads, issue.unmutedTopics)
    let candidates = Self.candidates(threads, topics)
    let place = candidates.firstIndex { $0.thread.id == thread.id }
    let section: IssuePlacement.Section
    if issue.editorial.muted.contains(thread.id) {
      section = .muted
    } else if let lead = leads.firstIndex(where: { $0.thread?.id == thread.id }) {
      section = .lead(lead + 1)
    } else if moving.contains(where: { $0.thread.id == thread.id }) {
      section = .moving
    } else if fresh.contains(where: { $0.thread.id == thread.id }) {
      section = .new
    } else {
      section = .leftOut
    }
    let topic = place.flatMap { candidates[$0].topic }
    let covered = Set(leads.compactMap(\.thread?.id))
    let rest = threads.filter { !covered.contains($0.id) }.firstIndex { $0.id == thread.id }
    return IssuePlacement(
      section: section,
      isPinned: issue.editorial.pinned.contains { $0 == thread.id || $0 == topic?.slug },
      isAnnounced: announced.contains { $0.thread.id == thread.id },
      bonus: place.map { candidates[$0].bonus } ?? 0, topic: topic?.label,
      place: (place ?? candidates.count) + 1,
      leads: covered.count, shown: issue.threadsShown,
      needed: rest.map { covered.count + $0 + 1 } ?? 1)
  }

  /// Where sentences of some words stand in the issue, in reading order; empty when nowhere.
  package func places(of text: String, in issue: Issue) -> [String] {
    var places: [String] = []
    if issue.quoteOfTheWeek?.text == text { places.append("the quote of the week") }
    if announced.contains(where: { $0.quote.text == text }) {
      places.append("the news: a decision that was announced")
    }
    for deadline in issue.deadlines where deadline.quote.text == text {
      places.append("days ahead: \(deadline.day.long)")
    }
    for term in issue.glossary where term.quote?.text == text {
      places.append("the glossary: \(term.name)")
    }
    for (index, story) in leads.enumerated() {
      let name = "lead story \(index + 1), \"\(story.title)\""
      if story.opening?.text == text { places.append("\(name): how the thread opened") }
      if story.said.contains(where: { $0.text == text }) { places.append("\(name): what was said") }
      for position in story.positions where position.quotes.contains(where: { $0.text == text }) {
        places.append("\(name): \(position.act.rawValue)")
      }
    }
    for (thread, quote) in moving where quote?.text == text {
      places.append("also moving, \"\(thread.title)\"")
    }
    for (thread, quote) in fresh where quote?.text == text {
      places.append("new, \"\(thread.title)\"")
    }
    for episode in episodes {
      for chapter in Self.listed(episode) where chapter.summary.contains(where: { $0.text == text })
      {
        places.append("episode \"\(episode.title)\", chapter \"\(chapter.chapter.title)\"")
      }
    }
    for article in articles where article.summary.contains(where: { $0.text == text }) {
      places.append("article \"\(article.title)\"")
    }
    for topic in issue.unmutedTopics where topic.summary.contains(where: { $0.text == text }) {
      places.append("the page of the topic \"\(topic.label)\"")
    }
    return places
  }
}
