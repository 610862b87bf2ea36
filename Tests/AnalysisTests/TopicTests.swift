import Model
import Support
import Testing

@testable import Analysis

struct TrendsTests {
  // Square roots with 3/8 added: 4 against a mean of 4 is 0; 40 against 4 is far; small counts never.
  @Test(arguments: [
    ([4, 4, 4], Topic.Trend.steady), ([2, 3, 3], .steady), ([2, 2, 5], .steady),
    ([10, 12, 11, 24], .rising), ([4, 4, 4, 40], .burst), ([0, 0, 9], .burst),
    ([30, 28, 32, 6], .fading), ([3, 3, 1], .steady),
  ])
  func tellsWhatChanceSeldomGives(counts: [Int], trend: Topic.Trend) {
    #expect(Trends.trend(counts) == trend)
  }

  @Test func saysNothingOfFewWeeks() {
    #expect(Trends.trend([]) == nil)
    #expect(Trends.trend([9]) == nil)
    #expect(Trends.trend([1, 90]) == nil)
  }

  @Test func weeksWithoutTheTopicSayNothing() {
    let history = [
      Topic.WeekCount(week: "W2", posts: 3, moments: 1),
      Topic.WeekCount(week: "W4", posts: 5, moments: 0),
    ]
    #expect(Trends.counts(history, weeks: ["W1", "W2", "W3", "W4"]) == [4, 5])
    #expect(Trends.counts([], weeks: ["W1"]) == [])
  }
}

struct TopicMemoryTests {
  static func found(_ label: String, _ terms: [String], known: Bool = false) -> FoundTopic {
    let slug = Slug.make(label)
    return FoundTopic(
      slug: slug, label: label, terms: terms, refs: [], members: [],
      known: known ? KnownTopic(slug: slug, label: label, refs: [], aliases: []) : nil)
  }

  static func slugs(_ found: [(topic: FoundTopic, members: Set<String>)], _ printed: [PrintedTopic])
    -> [String]
  {
    var memory = TopicMemory(found, language: "en")
    for topic in printed { memory.consider(topic) }
    return memory.recalled().map(\.topic.slug)
  }

  static let printed = PrintedTopic(
    slug: "lock-files", label: "Lock files", terms: ["lock file", "hash", "resolver"],
    members: ["t1"])

  @Test func aTopicKeepsItsAddressUnderAnotherLabel() {
    let topic = Self.found("Resolver, lock file", ["lock file", "resolver", "hash"])
    #expect(Self.slugs([(topic, ["t9"])], [Self.printed]) == ["lock-files"])
  }

  @Test func aThreadThatGoesOnNeedsFewerWords() {
    let topic = Self.found("Hash, mirrors", ["hash", "mirror", "index"])
    #expect(Self.slugs([(topic, ["t9"])], [Self.printed]) == ["hash-mirrors"])
    #expect(Self.slugs([(topic, ["t1"])], [Self.printed]) == ["lock-files"])
  }

  @Test func theSameThreadsAreTheSameTopic() {
    let topic = Self.found("Canal, gate", ["canal", "gate"])
    let printed = PrintedTopic(
      slug: "lock-files", label: "Lock files", terms: ["hash"], members: ["t1", "t2"])
    #expect(Self.slugs([(topic, ["t1", "t2", "t3"])], [printed]) == ["lock-files"])
    #expect(Self.slugs([(topic, ["t1", "t3", "t4"])], [printed]) == ["canal-gate"])
  }

  @Test func theSameNameIsTheSameTopic() {
    let topic = Self.found("Lock file", ["canal", "gate", "boat", "sluice", "ferry"])
    #expect(Self.slugs([(topic, [])], [Self.printed]) == ["lock-files"])
  }

  @Test func anAddressIsGivenOnceAndNeverToAnotherTopic() {
    let same = Self.found("Lock files", ["lock file", "hash", "resolver"])
    #expect(
      Self.slugs([(same, []), (same, [])], [Self.printed]) == ["lock-files", "lock-files-2"])
    let printed = PrintedTopic(slug: "c", label: "C", terms: ["pointer"], members: [])
    let other = Self.found("C++", ["template", "concept", "module"])
    #expect(Self.slugs([(other, [])], [printed]) == ["c-2"])
    let known = Self.found("Lock files", [], known: true)
    #expect(Self.slugs([(known, [])], [Self.printed]) == ["lock-files"])
  }
}

struct NearDuplicatesTests {
  static let story =
    "The release of the build tool is out, and it starts the longest jobs first, which brings a full "
    + "build of our own tree from two hundred to one hundred and fifty seconds on the same machine."
  static let other =
    "We watched five people install the tool for the first time, and none of them found the tutorial "
    + "on the front page, so four of them copied an example that uses a syntax of two years ago."

  @Test func findsACopyAndAShortenedOne() {
    let short = String(Self.story.prefix(150))
    #expect(
      NearDuplicates.firsts([Self.story, Self.other, "Seen: " + Self.story, short]) == [0, 1, 0, 0])
  }

  @Test func aRoundupIsNoCopyAndJoinsNothing() {
    let much = (0..<90).map { "word\($0 * 7 % 90)" }.joined(separator: " ")
    let roundup = "\(Self.story) \(much) \(Self.other)"
    #expect(NearDuplicates.firsts([Self.story, roundup, Self.other]) == [0, 1, 2])
  }

  @Test func theFirstWholeTextStandsForTheOthers() {
    let short = String(Self.story.prefix(130))
    #expect(NearDuplicates.firsts([short, Self.story, Self.story]) == [1, 1, 1])
  }

  @Test func whatCannotBeOneStoryIsNone() {
    let next = Self.story.replacing("fifty", with: "forty")
    #expect(NearDuplicates.firsts([Self.story, next]) == [0, 0])
    #expect(NearDuplicates.firsts([Self.story, next]) { _, _ in false } == [0, 1])
    #expect(NearDuplicates.firsts([Self.story, next, next]) { $0 == 0 && $1 == 2 } == [0, 1, 0])
  }

  @Test func shortTextsAreCopiesOnlyWhenTheyAreTheSame() {
    #expect(NearDuplicates.firsts(["Out now.", "Out now.", ""]) == [0, 1, 2])
    let short = "The build tool starts the longest jobs first from today."
    #expect(NearDuplicates.firsts([short, short + " Yes.", short]) == [0, 1, 0])
    #expect(NearDuplicates.firsts([short, short]) { _, _ in false } == [0, 1])
    #expect(NearDuplicates.firsts([]) == [])
  }
}

struct ClusterLabelsTests {
  static func phrase(_ text: String, _ terms: [Int32], _ weight: Double) -> Keyphrases.Phrase {
    Keyphrases.Phrase(text: text, terms: terms, count: 1, inTitle: false, weight: weight)
  }

  @Test func takesWhatMembersShareAndOthersDoNot() {
    let lock = Self.phrase("lock file", [1, 2], 5)
    let build = Self.phrase("build", [3], 6)
    let labels = ClusterLabels([
      [build, lock], [build, lock], [build, Self.phrase("cache", [4], 5)], [build],
    ])
    #expect(labels.label([0, 1]).terms.first == "lock file")
  }

  @Test func doesNotSayAnAbbreviationTwice() {
    let track = Self.phrase("AI track", [1, 2], 5)
    let spelled = Self.phrase("artificial intelligence", [3, 4], 5)
    let labels = ClusterLabels([[track, spelled], [track, spelled]])
    #expect(labels.label([0, 1]).label == "AI track")
  }
}

struct LouvainTests {
  /// Two squares that one weak link joins.
  static let squares = ClusteringTests.graph(
    [
      (0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 3, 1), (0, 2, 1), (1, 3, 1), (4, 5, 1), (5, 6, 1),
      (6, 7, 1), (4, 7, 1), (4, 6, 1), (5, 7, 1), (3, 4, 0.1),
    ], nodes: 8)

  @Test func modularityOfTheRightPartsIsHighest() {
    let louvain = Louvain(Self.squares)
    let right = louvain.modularity([0, 0, 0, 0, 1, 1, 1, 1])
    #expect(right > louvain.modularity([0, 0, 0, 1, 1, 1, 1, 1]))
    #expect(right > louvain.modularity([0, 0, 0, 0, 0, 0, 0, 0]))
    #expect(louvain.communities(resolution: 1) == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func aNodeInTheWrongPlaceMoves() {
    let louvain = Louvain(Self.squares)
    #expect(
      louvain.refined([0, 0, 0, 1, 1, 1, 1, 1], resolution: 1) == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func whatIsLikeNothingHasNoModularity() {
    let louvain = Louvain(ClusteringTests.graph([], nodes: 3))
    #expect(louvain.modularity([0, 1, 2]) == 0)
    #expect(louvain.chance == .infinity)
  }
}

struct SubjectHeadsTests {
  @Test func documentsMeetWhereOneSaysTheOthersTitleAgain() async {
    let vocabulary = Vocabulary(language: "en")
    let documents = [
      Document(id: "a", kind: .thread, parent: "a", title: "Silent payments", text: "Scan keys."),
      Document(
        id: "b", kind: .thread, parent: "b", title: "Wallet formats",
        text: "Payments are silent. A silent payment needs a field of the format."),
      Document(id: "c", kind: .thread, parent: "c", title: "Clocks", text: "Payment of clocks."),
    ]
    let lists = TermLists(
      documents.map { vocabulary.terms(in: "\($0.title)\n\($0.title)\n\($0.text)") })
    let heads = SubjectHeads(
      documents, lists, TFIDF(lists, terms: vocabulary.count), vocabulary)
    #expect(heads.meet(0, 1))
    #expect(!heads.meet(0, 2))
    #expect(!heads.meet(1, 2))
  }
}
