// What earlier issues have printed, so that nothing is printed twice and the news since then is told.

import Model
import Render
import Store

/// What issues before one have printed.
struct EarlierIssues: Sendable {
  private let window: Window
  /// The newest issue that printed a sentence, as its place among ``slugs``, by the hash of its words:
  /// in years of issues the sentences themselves would be the most of what a run holds.
  private let quotes: [UInt64: Int32]
  /// The names of earlier issues in addresses, oldest first.
  private let slugs: [String]
  /// The newest issue that printed a thread of the window, by the thread's id.
  private let threads: [String: String]
  /// The days of each issue, by its name in addresses.
  private let windows: [String: Window]

  /// Reads them.
  ///
  /// - Parameter threads: The ids of those that are active in the window.
  init(before window: Window, threads: [String], _ archive: Archive) throws {
    self.window = window
    var quotes: [UInt64: Int32] = [:]
    var slugs: [String] = []
    try archive.quotes(printedBefore: window) { text, slug in
      if slugs.last != slug { slugs.append(slug) }
      quotes[StableHash.number(of: text)] = Int32(slugs.count - 1)
    }
    (self.quotes, self.slugs) = (quotes, slugs)
    self.threads = try archive.issues(printing: threads, before: window)
    windows = Dictionary(
      try archive.publishedIssues().map {
        ($0.slug, CivilTime.window(from: $0.firstDay, until: $0.endDay))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether an earlier issue printed a sentence.
  func printed(_ text: String) -> Bool { quotes[StableHash.number(of: text)] != nil }

  /// Where an earlier issue printed a sentence.
  func opened(_ text: String) -> ThreadReport.Opened? {
    quotes[StableHash.number(of: text)].map {
      let slug = slugs[Int($0)]
      return ThreadReport.Opened(issue: slug, window: windows[slug]?.spelled ?? slug)
    }
  }

  /// What is new in a thread since the last issue that printed it.
  ///
  /// An issue that ended after this one's first day is not looked at: its news are these.
  func since(_ thread: DiscussionThread) -> ThreadReport.Since? {
    guard let slug = threads[thread.id], let earlier = windows[slug],
      earlier.until <= window.from
    else { return nil }
    let dated = thread.posts.filter { $0.date.map { $0 < window.until } ?? false }
    let before = dated.filter { $0.date.map { $0 < earlier.until } ?? false }
    let news = dated.filter { $0.date.map { $0 >= earlier.until } ?? false }
    var known = Set(before.map(\.authorKey))
    var newcomers: [String] = []
    for post in news where known.insert(post.authorKey).inserted && !post.author.isEmpty {
      newcomers.append(post.author)
    }
    return ThreadReport.Since(
      issue: slug, window: earlier.spelled, posts: news.count,
      people: Set(news.map(\.authorKey)).count,
      // Who has only now been seen may have written in what the feed dropped.
      newcomers: thread.holes.isEmpty ? newcomers : [])
  }
}
