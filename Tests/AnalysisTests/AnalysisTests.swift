import Model
import Support
import Testing

@testable import Analysis

struct SparseVectorTests {
  @Test func multiplies() {
    let a = SparseVector(terms: [1, 3, 5], weights: [1, 2, 3])
    let b = SparseVector(terms: [2, 3, 5], weights: [9, 4, 5])
    #expect(a.dot(b) == 23)
    #expect(SparseVector(terms: [], weights: []).normalized().terms == [])
  }

  @Test func unsortedTermsAreAProgrammerError() async {
    await #expect(processExitsWith: .failure) { _ = SparseVector(terms: [2, 1], weights: [1, 1]) }
  }
}

struct TFIDFTests {
  // Two documents over terms 0 and 1: df = 2 and 1, so idf = 1 and 1 + ln(3/2).
  @Test func weighsByHand() {
    let model = TFIDF(documents: [[0, 0, 1], [0]], terms: 2)
    #expect(model.documentFrequency == [2, 1])
    #expect(abs(model.idf(0) - 1) < 1e-12)
    #expect(abs(model.idf(1) - 1.405465) < 1e-6)
    let vector = model.vector([0, 0, 1])
    // (1 + ln 2)·1 = 1.6931 and 1.4055, over their norm 2.2005.
    #expect(vector.terms == [0, 1])
    #expect(abs(vector.weights[0] - 0.7694) < 1e-3)
    #expect(abs(vector.weights[1] - 0.6387) < 1e-3)
  }

  @Test func hasNothingForNothing() {
    #expect(TFIDF(documents: [[]], terms: 0).vector([]).terms == [])
  }
}

struct ClusteringTests {
  static func graph(_ edges: [(Int, Int, Double)], nodes: Int) -> SimilarityGraph {
    // Vectors whose inner products are the wished weights: one term an edge.
    var terms = [[(Int32, Float)]](repeating: [], count: nodes)
    for (index, edge) in edges.enumerated() {
      let weight = Float(edge.2.squareRoot())
      terms[edge.0].append((Int32(index), weight))
      terms[edge.1].append((Int32(index), weight))
    }
    return SimilarityGraph(
      terms.map { SparseVector(terms: $0.map(\.0), weights: $0.map(\.1)) }, cut: 0)
  }

  @Test func findsTwoTriangles() {
    let graph = Self.graph(
      [(0, 1, 1), (1, 2, 1), (0, 2, 1), (3, 4, 1), (4, 5, 1), (3, 5, 1), (2, 3, 0.1)], nodes: 6)
    #expect(Louvain(graph).communities(resolution: 1) == [0, 0, 0, 1, 1, 1])
  }

  @Test func leavesUnlinkedNodesAlone() {
    #expect(Clustering.clusters(of: Self.graph([], nodes: 3)) == [0, 1, 2])
    #expect(Clustering.clusters(of: Self.graph([], nodes: 0)) == [])
  }

  // 0-1 at 0.8 join first; 2 is at 0.5 to 0 and 0 to 1, so its mean is 0.25.
  @Test func averageLinkageStopsAtTheCut() {
    let graph = Self.graph([(0, 1, 0.8), (0, 2, 0.5)], nodes: 4)
    #expect(AverageLinkage.groups(of: graph, cut: 0.3) == [[0, 1]])
    #expect(AverageLinkage.groups(of: graph, cut: 0.2) == [[0, 1, 2]])
    #expect(AverageLinkage.groups(of: graph, cut: 0.9) == [])
  }
}

struct SentenceSalienceTests {
  @Test func lexRankPrefersTheCentre() {
    let rank = LexRank.rank(
      ClusteringTests.graph([(0, 1, 1), (0, 2, 1), (0, 3, 1)], nodes: 4))
    #expect(rank[0] == 1)
    #expect(rank[1] < 0.5)
    #expect(LexRank.rank(ClusteringTests.graph([], nodes: 0)) == [])
  }
}

struct SummarizerTests {
  static let posts = [
    (author: "ann", words: "The cache stores results of every build on a shared disk. It helps."),
    (
      author: "bo",
      words: "I think that the shared cache should be signed by every machine that writes."
    ),
    (author: "cy", words: "A signed cache would help my team on Mondays."),
  ]

  static func text() -> WeighedSentences {
    SentenceSalience.weigh(
      Sentences.ofPosts(posts), genre: .thread, title: "Cache",
      vocabulary: Vocabulary(language: "en"))
  }

  @Test(arguments: [1, 5, 12, 20, 30, 100])
  func isNeverOverTheBudgetAndInReadingOrder(words: Int) {
    let text = Self.text()
    let chosen = Summarizer.summarize(text, genre: .thread, words: words)
    #expect(chosen.reduce(0) { $0 + text.sentences[$1].words } <= words)
    #expect(chosen == chosen.sorted())
  }

  @Test func takesAFewSentencesAPerson() {
    let long = (0..<20).map { "Sentence number \($0) says another useful thing about caches." }
    let text = SentenceSalience.weigh(
      Sentences.ofPosts([("ann", long.joined(separator: " ")), ("bo", long[0])]), genre: .thread,
      title: "", vocabulary: Vocabulary(language: "en"))
    let chosen = Summarizer.summarize(text, genre: .thread, words: 500)
    #expect(
      chosen.filter { text.sentences[$0].author == "ann" }.count
        <= Summarizer.sentencesPerPerson(words: 500))
  }

  @Test(arguments: [
    ("x = { a: 1, b_2: 3 } <- y", false), ("See https://a.example/x for more of it.", false),
    ("As follows:", false), ("The result is \\frac{1}{2} as before.", false),
    ("Thanks a lot!", false),
    ("The scheduler starts the longest job first.", true),
  ])
  func knowsWhatCanBeQuoted(text: String, quotable: Bool) {
    let sentence = Sentences.ofPosts([("a", text)]).first
    #expect(sentence.map { Quotability.isQuotable($0) } == quotable)
  }
}

struct SentencesTests {
  @Test func joinsCuesAndKeepsTheFirstOne() {
    let sentences = Sentences.ofCues([
      ("A", "This sentence goes"), ("A", "over two cues. And this"), ("A", "too."), ("B", "Mine."),
    ])
    #expect(
      sentences.map(\.text) == ["This sentence goes over two cues.", "And this too.", "Mine."])
    #expect(sentences.map(\.unit) == [0, 1, 3])
    #expect(sentences.map(\.author) == ["A", "A", "B"])
  }
}

struct ProposalTopicsTests {
  @Test(arguments: [
    (
      " - Making the GIL Optional (Free-threaded Python)\nnext",
      ["Making the GIL Optional", "GIL", "Free-threaded Python"]
    ),
    (" – Lockfiles", ["Lockfiles"]),
    (" (The Bakery / wheel variants)", ["The Bakery", "wheel variants"]),
    (": a, b", ["a"]), (" is accepted", []), ("", []), (" - one two three four five six", []),
  ])
  func readsWhatStandsBesideANumber(rest: String, glosses: [String]) {
    #expect(ProposalTopics.glosses(Array(("PEP 703" + rest).utf8), after: 7) == glosses)
  }

  @Test(arguments: [
    (
      "Making the Global Interpreter Lock Optional in CPython",
      ["Global Interpreter Lock", "Interpreter Lock Optional"]
    ),
    ("Explicit lazy imports", []), ("Template Strings", ["Template Strings"]),
  ])
  func findsTheNamesInATitle(title: String, names: [String]) {
    #expect(ProposalTopics.names(in: title) == names)
  }

  @Test func aProposalIsFoundWhereItsNumberIsNotWritten() async {
    let documents = [
      TopicFinderTests.document("a", .article, "a", "See PEP 703 - Lockfiles."),
      TopicFinderTests.document("b", .article, "b", "Our lock files are kept with the sources."),
    ]
    let topics = await TopicFinder(
      documents, known: [], registries: [ProposalReferencesTests.registry],
      vocabulary: Vocabulary(language: "en")
    ).topics()
    #expect(topics.map(\.slug) == ["pep-703"])
    #expect(topics.first?.members.sorted() == [0, 1])
  }
}

struct KnownTopicsTests {
  static let topic = KnownTopic(
    slug: "ft", label: "Free-threaded Python", refs: ["PEP 703"],
    aliases: ["free-threading", "GIL", "lock file"])

  static func mentions(_ text: String) -> Double {
    KnownTopics(
      [topic], registries: [ProposalReferencesTests.registry],
      vocabulary: Vocabulary(language: "en")
    ).mentions(in: text)["ft"] ?? 0
  }

  @Test(arguments: [
    ("free threading, Free-Threaded", 2.0), ("I feel guilty about guilt", 0), ("the GIL", 0.5),
    ("PEP 703", 1),
    ("lock files", 1), ("", 0),
  ])
  func countsByAliasAndNumber(text: String, mentions: Double) {
    #expect(Self.mentions(text) == mentions)
  }
}

struct HostileTextTests {
  @Test func repeatedSentencesAreComparedOnce() {
    let words = String(repeating: "The cache is shared by every machine of the team. ", count: 4000)
    let text = SentenceSalience.weigh(
      Sentences.ofPosts([("a", words)]), genre: .thread, title: "",
      vocabulary: Vocabulary(language: "en"))
    #expect(text.sentences.count == 4000)
    #expect(Summarizer.summarize(text, genre: .thread, words: 50).count == 1)
  }

  @Test func marksInTalkAreNoHeadings() {
    let sentences = Sentences.ofCues([(nil, "# we sing #. And talk."), (nil, "* So it goes.")])
    #expect(sentences.map(\.text) == ["# we sing #.", "And talk.", "* So it goes."])
  }

  @Test func aFenceWithoutItsEndFencesNothing() {
    let sentences = Sentences.ofPosts([("a", "Look here.\n\n```swift\n\nThese words stay.")])
    #expect(sentences.map(\.text).contains("These words stay."))
  }
}

struct SegmentationTests {
  @Test func findsTheTurnBetweenTwoSubjects() {
    let first = Array(
      repeating: "the compiler optimises loops and the compiler inlines calls", count: 12)
    let second = Array(repeating: "our garden grows tomatoes and the garden needs water", count: 12)
    let found = Segmentation.boundaries(first + second, vocabulary: Vocabulary(language: "en"))
    #expect(found == [0, 12])
  }

  @Test func hasNothingForNothing() {
    let vocabulary = Vocabulary(language: "en")
    #expect(Segmentation.boundaries([], vocabulary: vocabulary) == [])
    #expect(Segmentation.boundaries(["a"], vocabulary: vocabulary) == [0])
    #expect(Segmentation.boundaries(["", ""], vocabulary: vocabulary) == [0])
  }
}

struct TopicFinderTests {
  static func document(_ id: String, _ kind: Document.Kind, _ parent: String, _ text: String)
    -> Document
  {
    Document(id: id, kind: kind, parent: parent, title: "", text: text)
  }

  static let documents = [
    document(
      "t", .thread, "t",
      "The lock file records the compiler. A lock file helps teams with compilers."),
    document(
      "a", .article, "a", "Our lock file keeps the compiler version. The lock file saved us."),
    document(
      "c1", .chapter, "e", "Trains are slow and the cache is slower on trains than on land."),
    document("c2", .chapter, "e", "Trains and caches again, trains and caches for a while."),
  ]

  static func topics(_ documents: [Document], known: [KnownTopic] = []) async
    -> [FoundTopic]
  {
    await TopicFinder(
      documents, known: known, registries: [], vocabulary: Vocabulary(language: "en")
    ).topics()
  }

  @Test func joinsWhatIsOneSubjectAndNotChaptersOfOneEpisode() async {
    let topics = await Self.topics(Self.documents)
    #expect(topics.map { Set($0.members) } == [[0, 1]])
    #expect(topics.first?.label.lowercased().contains("lock file") == true)
  }

  @Test func knownTopicsComeFirstAndAreNotFoundAgain() async {
    let known = KnownTopic(slug: "lock", label: "Lock files", refs: [], aliases: ["lock file"])
    let topics = await Self.topics(Self.documents, known: [known])
    #expect(topics.map(\.slug) == ["lock"])
  }

  @Test func mutedTopicsAreLeftOut() async {
    let known = KnownTopic(
      slug: "lock", label: "Lock files", refs: [], aliases: ["lock file"], mute: true)
    let topics = await Self.topics(Self.documents, known: [known])
    #expect(!topics.contains { $0.slug == "lock" })
  }

  @Test func mutedTopicsAreNotFoundAgainEither() async {
    let known = KnownTopic(
      slug: "lock", label: "Locking", refs: [], aliases: ["lock file"], mute: true)
    #expect(await Self.topics(Self.documents, known: [known]).isEmpty)
  }

  @Test func textsThatAllSayTheSameAreOneCluster() async {
    let documents = (0..<14).map {
      Self.document("d\($0)", .article, "d\($0)", "Foxes cross roads at night.")
    }
    let finder = await TopicFinder(
      documents, known: [], registries: [], vocabulary: Vocabulary(language: "en"))
    #expect(Set(finder.partition().clusters) == [0])
  }

  @Test func isTheSameOnEveryRun() async {
    let first = await Self.topics(Self.documents)
    for _ in 0..<5 { #expect(await Self.topics(Self.documents) == first) }
  }
}

struct RankingTests {
  @Test func moreAndNewerIsBetter() {
    let day = CalendarDay(daysSinceEpoch: 0)
    let window = Window(
      firstDay: day, endDay: day.advanced(by: 1), from: Timestamp(seconds: 0),
      until: Timestamp(seconds: 100))
    func thread(_ posts: [(String, Int64)]) -> DiscussionThread {
      DiscussionThread(
        id: "t", title: "", url: "", source: "", site: "",
        posts: posts.enumerated().map { index, post in
          Post(
            id: "\(index)", number: index + 1, author: post.0, authorKey: post.0,
            date: Timestamp(seconds: post.1), url: "", words: "some words here")
        })
    }
    func score(_ posts: [(String, Int64)]) -> Double {
      Ranking.score(Ranking.Features(thread(posts), in: window))
    }
    #expect(score([("a", 1), ("b", 2)]) > score([("a", 1), ("a", 2)]))
    #expect(score([("a", 1)]) > score([("a", -50), ("a", 1)]))
  }
}
