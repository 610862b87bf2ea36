// What the window holds, as documents for analysis.

import Analysis
import Model

/// What the window holds, as documents, and the way back from a document to what it is made of.
struct WindowDocuments {
  /// What a document is made of.
  enum Origin {
    case thread(Int)
    case article(Int)
    case chapter(episode: Int, segment: Int)
  }

  /// Which language each is in.
  private let languages: TextLanguages

  init(_ languages: TextLanguages) { self.languages = languages }

  /// The documents: threads, then articles, then chapters.
  private(set) var all: [Document] = []
  /// What each is made of, by index into what was added.
  private(set) var origins: [Origin] = []
  /// The index of each episode's first chapter.
  private(set) var firstChapter: [Int] = []

  /// Adds each thread's part that lies in the window.
  mutating func add(_ threads: [DiscussionThread], _ window: Window) {
    for (index, thread) in threads.enumerated() {
      let words = thread.posts(in: window).map(\.words).joined(separator: "\n\n")
      all.append(
        Document(
          id: thread.id, kind: .thread, parent: thread.id, title: thread.title, text: words,
          language: languages.language(of: words, source: thread.source)))
      origins.append(.thread(index))
    }
  }

  /// Adds articles.
  mutating func add(_ articles: [Article]) {
    for (index, article) in articles.enumerated() {
      all.append(
        Document(
          id: article.id, kind: .article, parent: article.id, title: article.title,
          text: article.words,
          language: languages.language(of: article.words, source: article.source)))
      origins.append(.article(index))
    }
  }

  /// Adds the topical segments of episodes.
  mutating func add(_ episodes: [Episode], _ talks: [EpisodeAnalysis]) {
    for (index, (episode, talk)) in zip(episodes, talks).enumerated() {
      firstChapter.append(all.count)
      for (place, segment) in talk.segments.enumerated() {
        let text = talk.subjectMatter(of: segment, show: episode.show)
        all.append(
          Document(
            id: "\(episode.id)#chapter-\(place)", kind: .chapter, parent: episode.id,
            title: episode.title, text: text,
            language: languages.language(of: text, source: episode.source)))
        origins.append(.chapter(episode: index, segment: place))
      }
    }
  }
}
