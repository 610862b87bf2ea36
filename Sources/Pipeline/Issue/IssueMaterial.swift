// An issue with what it was made of, for who asks why.

import Analysis
import Model

/// An issue with what it was made of.
struct IssueMaterial {
  var issue: Issue
  /// What of the editor's file could not be done.
  var warnings: [Diagnostic] = []
  /// The entries of the editor's file that are about the issue.
  var entries: [EditorEntry] = []

  let settings: Settings
  let threads: [DiscussionThread]
  let articles: [Article]
  let episodes: [Episode]
  /// The analysis of each episode.
  let talks: [EpisodeAnalysis]
  /// What is said in the reads of each show.
  let phrases: [String: [String]]
  let documents: WindowDocuments
  let finder: TopicFinder
  /// The topics as found, with the earlier ones that they go on.
  let topics: [(topic: FoundTopic, recollection: TopicMemory.Recollection?)]
  let languages: TextLanguages
  let registries: [Registry]
  let earlier: EarlierIssues

  init(
    issue: Issue, settings: Settings, threads: [DiscussionThread], articles: [Article],
    episodes: [Episode], talks: [EpisodeAnalysis], phrases: [String: [String]],
    documents: WindowDocuments, finder: TopicFinder,
    topics: [(topic: FoundTopic, recollection: TopicMemory.Recollection?)],
    languages: TextLanguages, registries: [Registry], earlier: EarlierIssues
  ) {
    (self.issue, self.settings, self.threads) = (issue, settings, threads)
    (self.articles, self.episodes, self.talks) = (articles, episodes, talks)
    (self.phrases, self.documents, self.finder) = (phrases, documents, finder)
    (self.topics, self.languages, self.registries) = (topics, languages, registries)
    self.earlier = earlier
  }
}
