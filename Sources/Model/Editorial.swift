// What a person says about an issue, beside what was found.

/// What the editor's file says about one issue.
package struct Editorial: Equatable, Codable, Sendable {
  /// Words under one story.
  package struct Remark: Equatable, Codable, Sendable {
    /// The id of the thread, article or episode, or the slug of the topic.
    package let subject: String
    /// The editor's words.
    package let text: String

    /// Creates a remark.
    package init(subject: String, text: String) { (self.subject, self.text) = (subject, text) }
  }

  /// The editor's words at the top, a paragraph each.
  package var note: [String] = []
  /// Corrections of earlier issues, in the editor's words.
  package var corrections: [String] = []
  /// Threads and topics that are lead stories whatever their rank, in order: ids and slugs.
  package var pinned: [String] = []
  /// The order of lead stories: ids and slugs; what is not named comes behind.
  package var order: [String] = []
  /// What is not printed: ids and slugs.
  package var muted: [String] = []
  /// Words under single stories.
  package var remarks: [Remark] = []

  /// Creates an empty one.
  package init() {}

  /// The editor's words about the first of these subjects that has any.
  package func remark(on subjects: [String?]) -> String? {
    remarks.first { subjects.contains($0.subject) }?.text
  }
}

extension Issue {
  /// The threads that the editor lets be printed.
  package var unmutedThreads: [ThreadReport] {
    threads.filter { !editorial.muted.contains($0.id) }
  }
  /// The topics that the editor lets be printed.
  package var unmutedTopics: [Topic] { topics.filter { !editorial.muted.contains($0.slug) } }
  /// The articles that the editor lets be printed.
  package var unmutedArticles: [ArticleReport] {
    articles.filter { !editorial.muted.contains($0.id) }
  }
  /// The episodes that the editor lets be printed.
  package var unmutedEpisodes: [EpisodeReport] {
    episodes.filter { !editorial.muted.contains($0.id) }
  }
}
