// Threads to what an issue says about them.

import Analysis
import Model

/// Threads to what an issue says about them.
struct ThreadReporter {
  let window: Window
  let languages: TextLanguages
  let registries: [Registry]
  /// Words of one summary.
  let words: Int
  let earlier: EarlierIssues

  /// Sentences of one act, at most.
  private static let sentencesPerAct = 3
  /// The best threads whose sentences may be the quote of the week.
  static let quotedThreads = 8
  /// A thread without a post for so many days before the window has come back.
  private static let pause = 30

  /// The reports, best first, and the quote of the week.
  func reports(_ threads: [DiscussionThread]) async -> (reports: [ThreadReport], quote: Quote?) {
    let found = await concurrentMap(threads, state: { Vocabularies(languages) }) {
      vocabularies, _, thread in
      report(thread, vocabulary(for: thread, vocabularies))
    }
    let order = threads.indices.sorted {
      (found[$0].score, threads[$1].id) > (found[$1].score, threads[$0].id)
    }
    var reports = order.map { found[$0] }
    for index in reports.indices { reports[index].rank = index + 1 }
    // Of equals the first.
    let best = zip(order, reports).prefix(Self.quotedThreads).compactMap {
      memorable(threads[$0], $1)
    }.max { $0.score < $1.score }
    return (reports, best?.quote)
  }

  /// The vocabulary that a thread is read with.
  func vocabulary(for thread: DiscussionThread, _ vocabularies: Vocabularies) -> Vocabulary {
    let words = thread.posts(in: window).prefix(20).map(\.words).joined(separator: "\n")
    return vocabularies.vocabulary(for: words, source: thread.source)
  }

  /// What a thread's report is made from.
  struct Reading {
    let thread: DiscussionThread
    /// The posts inside the window, whose sentences these are.
    let posts: [Post]
    let text: WeighedSentences
    let acts: [Act]
    let features: Ranking.Features
    let vocabulary: Vocabulary
  }

  /// Reads a thread.
  func read(_ thread: DiscussionThread, _ vocabulary: Vocabulary) -> Reading {
    let posts = thread.posts(in: window)
    let text = SentenceSalience.weigh(
      Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) }), genre: .thread,
      title: thread.title, vocabulary: vocabulary)
    // The cues are English words.
    let acts = vocabulary.language == "en" ? acts(text.sentences) : []
    let named = ProposalReferences.find(in: thread.title, registries: registries)
    let features = Ranking.Features(
      thread, in: window, proposals: named.count,
      decisions: acts.count { $0.act == .decision })
    return Reading(
      thread: thread, posts: posts, text: text, acts: acts, features: features,
      vocabulary: vocabulary)
  }

  /// Whether a sentence may stand in a summary.
  func isAdmitted(_ sentence: Sentence) -> Bool {
    Quotability.isWorthPrinting(sentence) && !earlier.printed(sentence.text)
  }

  /// How the summary of a thread came about.
  func explainSummary(_ reading: Reading) -> SelectionExplanation {
    Summarizer.explain(reading.text, genre: .thread, words: words, allowed: isAdmitted)
  }

  /// One thread's report, without its rank.
  private func report(_ thread: DiscussionThread, _ vocabulary: Vocabulary) -> ThreadReport {
    let reading = read(thread, vocabulary)
    let (new, text, acts) = (reading.posts, reading.text, reading.acts)
    let score = Ranking.score(reading.features)
    let language = languages.foreign(vocabulary.language)
    let first = thread.posts.first { ($0.number ?? 1) == 1 }
    let opening = first.flatMap { self.opening($0, of: thread, vocabulary, language) }
    let summary = Summarizer.summarize(text, genre: .thread, words: words, allowed: isAdmitted)
    var report = ThreadReport(
      id: thread.id, rank: 0, score: score, title: thread.title, url: thread.url,
      firstNewURL: new.first?.url ?? thread.url, site: thread.site, state: state(thread),
      posts: thread.posts.compactMap(\.number).max() ?? thread.posts.count, newPosts: new.count,
      people: Set(new.map(\.authorKey)).count, days: days(since: first),
      opening: opening,
      summary: summary.map { index in
        let sentence = text.sentences[index]
        var quote = Self.quote(sentence, new, language)
        quote.leans = StandsAlone.leans(
          sentence.text, opensThread: sentence.unit == 0 && sentence.place == 0)
        return quote
      },
      positions: positions(acts, text, new, beyond: summary, language), holes: holes(thread))
    report.foremost = summary.filter { !StandsAlone.leans(text.sentences[$0].text) }
      .max { text.weights[$0] < text.weights[$1] }.map {
        Self.quote(text.sentences[$0], new, language)
      }
    report.since = earlier.since(thread)
    if let opened = opening.flatMap({ earlier.opened($0.text) }) {
      (report.opening, report.opened) = (nil, opened)
    }
    return report
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
    if let first = thread.posts.first, (first.number ?? 1) == 1, thread.removedUpTo == 0,
      window.contains(first.date)
    {
      return .new
    }
    let before = thread.posts.compactMap(\.date).filter { $0 < window.from }.max()
    // Posts that no feed gave may lie in the pause.
    let isKnown = thread.holes.last.map { hole in
      (thread.posts.last { $0.date.map { $0 < window.from } ?? false }?.number ?? 0)
        > hole.upperBound
    }
    if let before, isKnown ?? true,
      window.from.seconds - before.seconds > Int64(Self.pause) * 86_400
    {
      return .revived
    }
    return .ongoing
  }

  private func days(since post: Post?) -> Int? {
    post?.date.map { Int((window.until.seconds - $0.seconds) / 86_400) }
  }

  /// What the thread asks or sets out: of its first post's early sentences the question, or the
  /// weightiest.
  private func opening(
    _ post: Post, of thread: DiscussionThread, _ vocabulary: Vocabulary, _ language: String?
  ) -> Quote? {
    let text = SentenceSalience.weigh(
      Sentences.ofPosts([(post.authorKey, post.words)]), genre: .thread, title: thread.title,
      vocabulary: vocabulary)
    let best = Summarizer.summarize(
      text, genre: .thread, words: Self.openingWords, allowed: Self.mayOpen
    ).max { text.weights[$0] < text.weights[$1] }
    return best.map { Self.quote(text.sentences[$0], [post], language) }
  }

  /// Words among which the opening is chosen.
  static let openingWords = 45

  /// Whether a sentence may stand for how a thread opened.
  static func mayOpen(_ sentence: Sentence) -> Bool {
    sentence.place < 12 && !sentence.isListItem && Quotability.isWorthPrinting(sentence)
      && !StandsAlone.leans(sentence.text, opensThread: sentence.place == 0)
  }

  /// A sentence that does something.
  struct Act {
    let sentence: Int
    let act: SpeechAct
    let strength: Int
  }

  /// What sentences do that can be printed by themselves.
  private func acts(_ sentences: [Sentence]) -> [Act] {
    sentences.indices.compactMap { index in
      let sentence = sentences[index]
      guard Quotability.isQuotable(sentence), Quotability.isWorthPrinting(sentence),
        !earlier.printed(sentence.text),
        let (act, strength) = SpeechActs.evidence(of: sentence),
        !StandsAlone.leans(
          sentence.text, opensThread: sentence.unit == 0 && sentence.place == 0)
      else { return nil }
      return Act(sentence: index, act: act, strength: strength)
    }
  }

  /// Sentences by what they do: the plainest of each act, then the weightiest, one a person, those who
  /// are heard in the summary already last; in reading order.
  private func positions(
    _ acts: [Act], _ text: WeighedSentences, _ posts: [Post], beyond summary: [Int],
    _ language: String?
  ) -> [SpeechAct: [Quote]] {
    Dictionary(grouping: acts, by: \.act).mapValues { found in
      judged(found, text, beyond: summary).filter { $0.loss == nil }.map(\.act.sentence).sorted()
        .map { Self.quote(text.sentences[$0], posts, language) }
    }
  }

  /// Why a sentence is not among those of its act.
  enum ActLoss { case samePerson, enough }

  /// The sentences of one act, best first, and why those are left out that are.
  func judged(_ acts: [Act], _ text: WeighedSentences, beyond summary: [Int]) -> [(
    act: Act, loss: ActLoss?
  )] {
    let sentences = text.sentences
    let heard = Set(summary.map { sentences[$0].author ?? "" })
    var authors: Set<String> = []
    func isFresh(_ act: Act) -> Int {
      heard.contains(sentences[act.sentence].author ?? "") ? 0 : 1
    }
    return acts.sorted { a, b in
      (isFresh(a), a.strength, text.weights[a.sentence], b.sentence)
        > (isFresh(b), b.strength, text.weights[b.sentence], a.sentence)
    }.map { act in
      guard authors.insert(sentences[act.sentence].author ?? "").inserted else {
        return (act, .samePerson)
      }
      return (act, authors.count > Self.sentencesPerAct ? .enough : nil)
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
  func memorable(_ thread: DiscussionThread, _ report: ThreadReport) -> (
    quote: Quote, score: Double
  )? {
    let posts = thread.posts(in: window)
    let taken = Set((report.summary + [report.opening].compactMap { $0 }).map(\.text))
    var best: (quote: Quote, score: Double)?
    for (sentence, isLast, quoted) in memorableCandidates(thread, posts)
    where !taken.contains(sentence.text) {
      let score = Memorability.score(sentence, isLast: isLast, quoted: quoted)
      if score > best?.score ?? -.infinity {
        best = (Self.quote(sentence, posts, report.summary.first?.language), score)
      }
    }
    return best
  }

  /// What makes a sentence of a thread memorable; empty for one that cannot be shown alone.
  func memorability(_ text: String, _ thread: DiscussionThread, _ posts: [Post]) -> [ScorePart] {
    memorableCandidates(thread, posts).first { $0.sentence.text == text }.map {
      Memorability.explain($0.sentence, isLast: $0.isLast, quoted: $0.quoted)
    } ?? []
  }

  /// The sentences that can be shown alone, whether each is the last of its post, and how often others
  /// quote that.
  private func memorableCandidates(_ thread: DiscussionThread, _ posts: [Post]) -> [(
    sentence: Sentence, isLast: Bool, quoted: Int
  )] {
    let sentences = Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) })
    let quoted = thread.posts.flatMap(\.quotations).compactMap(\.number)
    return sentences.indices.compactMap { index in
      let sentence = sentences[index]
      guard Memorability.isCandidate(sentence), !earlier.printed(sentence.text) else { return nil }
      let isLast = index + 1 == sentences.count || sentences[index + 1].unit != sentence.unit
      return (sentence, isLast, quoted.count { $0 == posts[sentence.unit].number })
    }
  }

  /// A sentence of a post as a quote.
  ///
  /// - Parameter language: Its language where that is not the publication's.
  static func quote(_ sentence: Sentence, _ posts: [Post], _ language: String? = nil) -> Quote {
    let post = posts[sentence.unit]
    return Quote(
      text: sentence.text, author: post.author.isEmpty ? nil : post.author, url: post.url,
      published: post.date,
      post: post.number, origin: post.id, language: language)
  }
}
