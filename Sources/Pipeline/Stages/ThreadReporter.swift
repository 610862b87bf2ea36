// Threads to what an issue says about them.

import Analysis
import Model

/// Threads to what an issue says about them.
struct ThreadReporter {
  let window: Window
  let vocabulary: Vocabulary
  let registries: [Registry]
  /// Words of one summary.
  let words: Int

  /// Sentences of one act, at most.
  private static let sentencesPerAct = 3
  /// A thread without a post for so many days before the window has come back.
  private static let pause = 30

  /// The reports, best first, and the quote of the week.
  func reports(_ threads: [DiscussionThread]) -> (reports: [ThreadReport], quote: Quote?) {
    let scored = threads.map { thread in
      let named = ProposalReferences.find(in: thread.title, registries: registries)
      let features = Ranking.Features(thread, in: window, proposals: named.count)
      return (thread: thread, score: Ranking.score(features))
    }.sorted { ($0.score, $1.thread.id) > ($1.score, $0.thread.id) }
    var reports: [ThreadReport] = []
    var best: (quote: Quote, score: Double)?
    for (index, item) in scored.enumerated() {
      let posts = item.thread.posts(in: window)
      let text = SentenceSalience.weigh(
        Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) }), genre: .thread,
        title: item.thread.title, vocabulary: vocabulary)
      reports.append(report(item.thread, posts, text, rank: index + 1, score: item.score))
      if index < 8, let found = memorable(text, posts, of: item.thread, reports[index]),
        found.score > best?.score ?? -.infinity
      {
        best = found
      }
    }
    return (reports, best?.quote)
  }

  private func report(
    _ thread: DiscussionThread, _ new: [Post], _ text: WeighedSentences, rank: Int, score: Double
  ) -> ThreadReport {
    let summary = Summarizer.summarize(text, genre: .thread, words: words)
    let first = thread.posts.first { ($0.number ?? 1) == 1 }
    return ThreadReport(
      id: thread.id, rank: rank, score: score, title: thread.title, url: thread.url,
      firstNewURL: new.first?.url ?? thread.url, site: thread.site, state: state(thread),
      posts: thread.posts.compactMap(\.number).max() ?? thread.posts.count, newPosts: new.count,
      people: Set(new.map(\.authorKey)).count, days: days(since: first),
      opening: first.flatMap { opening($0, of: thread) },
      summary: summary.map { Self.quote(text.sentences[$0], new) },
      positions: positions(text, new), holes: holes(thread))
  }

  private func state(_ thread: DiscussionThread) -> ThreadReport.State {
    let decided = ProposalReferences.find(in: thread.title, registries: registries).contains {
      ref in
      registries.contains { registry in
        registry.proposals.values.contains { proposal in
          proposal.id == ref.id
            && proposal.decidedOn.map { window.firstDay <= $0 && $0 < window.endDay } == true
        }
      }
    }
    if decided { return .decided }
    if let first = thread.posts.first, (first.number ?? 1) == 1, window.contains(first.date) {
      return .new
    }
    let before = thread.posts.compactMap(\.date).filter { $0 < window.from }.max()
    if let before, window.from.seconds - before.seconds > Int64(Self.pause) * 86_400 {
      return .revived
    }
    return .ongoing
  }

  private func days(since post: Post?) -> Int? {
    post?.date.map { Int((window.until.seconds - $0.seconds) / 86_400) }
  }

  /// What the thread asks or sets out: of its first post's early sentences the question, or the
  /// weightiest.
  private func opening(_ post: Post, of thread: DiscussionThread) -> Quote? {
    let text = SentenceSalience.weigh(
      Sentences.ofPosts([(post.authorKey, post.words)]), genre: .thread, title: thread.title,
      vocabulary: vocabulary)
    let best = Summarizer.summarize(text, genre: .thread, words: 45) {
      $0.place < 12 && !$0.isListItem
    }.max { text.weights[$0] < text.weights[$1] }
    return best.map { Self.quote(text.sentences[$0], [post]) }
  }

  /// Sentences by what they do: the weightiest of each act, one a person, in reading order.
  private func positions(_ text: WeighedSentences, _ posts: [Post]) -> [SpeechAct: [Quote]] {
    var byAct: [SpeechAct: [(index: Int, weight: Double)]] = [:]
    let sentences = text.sentences
    for index in sentences.indices where Quotability.isQuotable(sentences[index]) {
      guard let act = SpeechActs.act(of: sentences[index]) else { continue }
      byAct[act, default: []].append((index, text.weights[index]))
    }
    return byAct.mapValues { found in
      var authors: Set<String> = []
      return found.sorted { ($0.weight, $1.index) > ($1.weight, $0.index) }
        .filter { authors.insert(sentences[$0.index].author ?? "").inserted }
        .prefix(Self.sentencesPerAct).map(\.index).sorted()
        .map { Self.quote(sentences[$0], posts) }
    }
  }

  /// Missing numbers whose next known post lies in the window: posts that a reader of the window
  /// would miss.
  private func holes(_ thread: DiscussionThread) -> [ClosedRange<Int>] {
    thread.holes.filter { hole in
      guard hole.lowerBound > 1 else { return false }
      let next = thread.posts.first { $0.number.map { $0 > hole.upperBound } ?? false }
      return next.map { window.contains($0.date) } ?? false
    }
  }

  /// The most memorable sentence of a thread that is not in its summary; posts that others quote
  /// first.
  private func memorable(
    _ text: WeighedSentences, _ posts: [Post], of thread: DiscussionThread, _ report: ThreadReport
  ) -> (quote: Quote, score: Double)? {
    let quoted = thread.posts.flatMap(\.quotations).compactMap(\.number)
    let taken = Set((report.summary + [report.opening].compactMap { $0 }).map(\.text))
    var best: (quote: Quote, score: Double)?
    for (index, sentence) in text.sentences.enumerated() {
      guard Memorability.isCandidate(sentence), !taken.contains(sentence.text) else { continue }
      let times = quoted.filter { $0 == posts[sentence.unit].number }.count
      let isLast =
        index + 1 == text.sentences.count || text.sentences[index + 1].unit != sentence.unit
      let score = Memorability.score(sentence, isLast: isLast) + 0.2 * Double(min(times, 3))
      if score > best?.score ?? -.infinity { best = (Self.quote(sentence, posts), score) }
    }
    return best
  }

  /// A sentence of a post as a quote.
  static func quote(_ sentence: Sentence, _ posts: [Post]) -> Quote {
    let post = posts[sentence.unit]
    return Quote(
      text: sentence.text, author: post.author.isEmpty ? nil : post.author, url: post.url,
      published: post.date,
      post: post.number, origin: post.id)
  }
}
