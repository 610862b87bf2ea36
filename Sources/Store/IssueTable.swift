// What has been published.

package import Model

/// An issue that has been published.
package struct PublishedIssue: Equatable, Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its title.
  package let title: String
  /// The first day it covers.
  package let firstDay: CalendarDay
  /// The first day after.
  package let endDay: CalendarDay
  /// The first moment after: the issue's own date.
  package let until: Timestamp
  /// The lines of "In short".
  package let summary: [String]

  /// Creates a record.
  package init(
    slug: String, title: String, firstDay: CalendarDay, endDay: CalendarDay, until: Timestamp,
    summary: [String]
  ) {
    (self.slug, self.title, self.firstDay) = (slug, title, firstDay)
    (self.endDay, self.until, self.summary) = (endDay, until, summary)
  }
}

/// A quote that has been printed.
package struct PrintedQuote: Equatable, Sendable {
  /// The issue it stands in.
  package let issue: String
  /// The post, article or cue it was taken from.
  package let origin: String
  /// Its words.
  package let text: String
}

/// A topic as an issue printed it.
package struct RecordedTopic: Equatable, Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its name for readers.
  package let label: String
  /// Its terms, best first.
  package let terms: [String]
  /// The ids of its threads, articles and episodes.
  package let members: [String]
}

extension Archive {
  /// Records that an issue has been published, as it was printed, in place of an earlier state of
  /// it.
  ///
  /// - Parameters:
  ///   - issue: With the quotes that are printed, and no others.
  ///   - summary: The lines of "In short".
  ///   - threads: The ids of the threads that are printed.
  package func recordPublication(of issue: Issue, summary: [String], threads: [String]) throws {
    let slug = issue.window.slug
    let content = try IssueRecord.encode(issue)
    try connection.transaction {
      try connection.run("DELETE FROM issue WHERE slug = ?", [.text(slug)])
      try connection.run("DELETE FROM withdrawn WHERE issue = ?", [.text(slug)])
      try connection.run(
        """
        INSERT INTO issue(slug, title, first_day, end_day, until, summary, content)
        VALUES(?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(slug), .text(issue.title), .text(issue.window.firstDay.iso8601),
          .text(issue.window.endDay.iso8601), SQLValue(issue.window.until.seconds),
          .text(summary.joined(separator: "\n")), .text(content),
        ])
      for (place, quote) in issue.quotes.enumerated() {
        try connection.run(
          "INSERT INTO printed_quote(issue, place, origin, text) VALUES(?, ?, ?, ?)",
          [.text(slug), SQLValue(place), .text(quote.origin), .text(quote.text)])
      }
      for thread in threads {
        try connection.run(
          "INSERT OR IGNORE INTO printed_thread(issue, thread) VALUES(?, ?)",
          [.text(slug), .text(thread)])
      }
      for topic in issue.topics {
        let own = topic.history.last
        try connection.run(
          """
          INSERT INTO printed_topic(issue, slug, label, week, posts, moments, terms, members)
          VALUES(?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .text(slug), .text(topic.slug), .text(topic.label), .text(issue.window.week),
            SQLValue(own?.posts ?? 0), SQLValue(own?.moments ?? 0),
            .text(topic.terms.joined(separator: "\n")),
            .text(Set(topic.members.map(\.id)).sorted().joined(separator: "\n")),
          ])
      }
    }
  }

  /// Records that an issue has been published of which nothing else is known; returns 1 where none of
  /// its name was.
  func remember(publicationOf window: Window) throws -> Int {
    try connection.run(
      """
      INSERT OR IGNORE INTO issue(slug, title, first_day, end_day, until, summary)
      VALUES(?, '', ?, ?, ?, '')
      """,
      [
        .text(window.slug), .text(window.firstDay.iso8601), .text(window.endDay.iso8601),
        SQLValue(window.until.seconds),
      ])
  }

  /// The issues published so far, newest first.
  package func publishedIssues() throws -> [PublishedIssue] {
    try connection.rows(
      """
      SELECT slug, title, first_day, end_day, until, summary FROM issue
      ORDER BY until DESC, slug DESC
      """
    ) { row in
      let epoch = CalendarDay(daysSinceEpoch: 0)
      return PublishedIssue(
        slug: row.text(0) ?? "", title: row.text(1) ?? "",
        firstDay: row.text(2).flatMap { CalendarDay(iso8601: $0) } ?? epoch,
        endDay: row.text(3).flatMap { CalendarDay(iso8601: $0) } ?? epoch,
        until: Timestamp(seconds: row.integer(4) ?? 0),
        summary: (row.text(5) ?? "").split(separator: "\n").map(String.init))
    }
  }

  /// A published issue as it was printed; `nil` when it was not published, or by a program that did
  /// not keep it.
  package func printedIssue(_ slug: String) throws -> Issue? {
    try connection.rows("SELECT content FROM issue WHERE slug = ?", [.text(slug)]) { $0.text(0) }
      .first?.flatMap(IssueRecord.decode)
  }

  /// The names of the topics that a published issue has; none where its content is not known.
  package func topics(ofIssue slug: String) throws -> [String] {
    try connection.rows(
      """
      SELECT topic.value ->> 'slug' FROM issue, json_each(
        CASE WHEN json_valid(issue.content) THEN issue.content END, '$.topics') AS topic
      WHERE issue.slug = ?
      """, [.text(slug)]
    ) { $0.text(0) ?? "" }
  }

  /// Hands over the words of each quote that was printed before an issue, with the issue that printed
  /// it, oldest first.
  package func quotes(
    printedBefore window: Window, _ body: (_ text: String, _ issue: String) -> Void
  ) throws {
    try connection.query(
      """
      SELECT printed_quote.text, issue.slug FROM printed_quote
      JOIN issue ON issue.slug = printed_quote.issue
      WHERE (issue.until, issue.slug) < (?, ?) ORDER BY issue.until, issue.slug
      """, [SQLValue(window.until.seconds), .text(window.slug)]
    ) { body($0.text(0) ?? "", $0.text(1) ?? "") }
  }

  /// The newest issue before another that printed each of some threads, by the thread's id.
  package func issues(printing threads: [String], before window: Window) throws -> [String: String]
  {
    var issues: [String: String] = [:]
    for thread in threads {
      issues[thread] = try connection.rows(
        """
        SELECT issue.slug FROM printed_thread JOIN issue ON issue.slug = printed_thread.issue
        WHERE printed_thread.thread = ? AND (issue.until, issue.slug) < (?, ?)
        ORDER BY issue.until DESC, issue.slug DESC LIMIT 1
        """, [.text(thread), SQLValue(window.until.seconds), .text(window.slug)]
      ) { $0.text(0) ?? "" }.first
    }
    return issues
  }

  /// Every quote that has been printed, by issue and place.
  package func printedQuotes() throws -> [PrintedQuote] {
    try connection.rows(
      "SELECT issue, origin, text FROM printed_quote ORDER BY issue, place"
    ) { PrintedQuote(issue: $0.text(0) ?? "", origin: $0.text(1) ?? "", text: $0.text(2) ?? "") }
  }

  /// What some topics had in issues that ended by a moment, by slug, oldest first; of issues whose first
  /// days are in one week the last.
  package func history(of topics: [String], before moment: Timestamp) throws
    -> [String: [Topic.WeekCount]]
  {
    var history: [String: [Topic.WeekCount]] = [:]
    let wanted = Set(topics)
    try connection.query(
      """
      SELECT printed_topic.slug, week, posts, moments FROM printed_topic
      JOIN issue ON issue.slug = printed_topic.issue WHERE issue.until <= ?
      ORDER BY issue.until, issue.slug
      """, [SQLValue(moment.seconds)]
    ) { row in
      guard let slug = row.text(0), wanted.contains(slug) else { return }
      let count = Topic.WeekCount(
        week: row.text(1) ?? "", posts: Int(row.integer(2) ?? 0), moments: Int(row.integer(3) ?? 0))
      if history[slug]?.last?.week == count.week { history[slug]?.removeLast() }
      history[slug, default: []].append(count)
    }
    return history
  }

  /// Hands over the topics of issues that ended before a moment, newest first, each as it was printed
  /// last.
  package func topics(printedBefore moment: Timestamp, _ body: (RecordedTopic) -> Void) throws {
    var seen: Set<String> = []
    try connection.query(
      """
      SELECT printed_topic.slug, label, terms, members FROM printed_topic
      JOIN issue ON issue.slug = printed_topic.issue WHERE issue.until < ?
      ORDER BY issue.until DESC, issue.slug, printed_topic.slug
      """, [SQLValue(moment.seconds)]
    ) { row in
      let slug = row.text(0) ?? ""
      guard seen.insert(slug).inserted else { return }
      func lines(_ column: Int32) -> [String] {
        (row.text(column) ?? "").split(separator: "\n").map(String.init)
      }
      body(
        RecordedTopic(slug: slug, label: row.text(1) ?? "", terms: lines(2), members: lines(3)))
    }
  }
}
