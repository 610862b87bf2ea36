import Model
import Testing

@testable import Analysis

/// Why documents are a topic.
struct TopicExplanationTests {
  static func document(
    _ id: String, _ title: String, _ text: String, _ kind: Document.Kind = .thread
  )
    -> Document
  {
    Document(
      id: id, kind: kind, parent: String(id.prefix { $0 != "#" }), title: title, text: text,
      language: "en")
  }

  static func finder(_ documents: [Document], known: [KnownTopic] = []) async -> TopicFinder {
    await TopicFinder(
      documents, known: known, registries: [], vocabulary: Vocabulary(language: "en"))
  }

  static let lockFile = KnownTopic(
    slug: "lock-file", label: "Lock file", refs: [], aliases: ["tern.lock"])

  @Test func aKnownTopicTellsWhichNamesStandWhere() async throws {
    let finder = await Self.finder(
      [
        Self.document("a", "Lock file", "The lock file is tern.lock, and the lock file grows."),
        Self.document("b", "Other", "A lock file helps."),
        Self.document("c", "Third", "We read tern.lock once."),
      ], known: [Self.lockFile])
    let topic = try #require(finder.topics().first)
    let why = finder.explain(topic)
    #expect(why.origin == .known)
    #expect(why.members.map(\.document) == topic.members)
    #expect(
      why.members.first?.mentions == [
        // "lock file" written as one word is a mention too.
        KnownTopics.Mention(name: "Lock file", count: 2, worth: 1),
        KnownTopics.Mention(name: "tern.lock", count: 1, worth: 0.5),
      ])
    #expect(why.members.first?.score == 2.5 && why.members.first?.inTitle == 5)
    // One word alone counts half: the third document is a near miss.
    #expect(why.near.map(\.document) == [2])
    #expect(why.near.first?.score == 0.5 && why.near.first?.least == 1)
    #expect(why.labels == [] && why.terms == [] && why.cohesion == nil)
  }

  @Test func aChapterThatGoesOnSaysSo() async throws {
    let filler = String(repeating: "talk about the weather and the sea ", count: 20)
    let finder = await Self.finder(
      [
        Self.document("e#0", "E", "lock file, lock file, the lock file", .chapter),
        Self.document("e#1", "E", "the lock file again, the lock file " + filler, .chapter),
        Self.document("t", "T", "A lock file."),
      ], known: [Self.lockFile])
    let topic = try #require(finder.topics().first)
    let why = finder.explain(topic)
    #expect(why.members.first { $0.document == 1 }?.note == .goesOn)
    #expect(why.members.first { $0.document == 0 }?.note == nil)
  }

  @Test func aClusterTellsTermsAndLikeness() async throws {
    let finder = await Self.finder([
      Self.document(
        "a", "Linker plugins", "The linker plugins crash. The linker plugins leak handles at exit."),
      Self.document(
        "b", "Plugins of the linker",
        "Our linker plugins leak handles. Linker plugins need an exit hook."),
      Self.document("c", "Sea", "Waves rise over the harbour wall when storms come in autumn."),
    ])
    let topic = try #require(finder.topics().first)
    let why = finder.explain(topic)
    #expect(why.origin == .cluster && why.members.map(\.document) == [0, 1])
    // Two members: the likeness of each to the other is that of the group.
    #expect(why.members.map(\.score) == [why.cohesion, why.cohesion])
    #expect((why.cohesion ?? 0) >= why.members[0].least)
    #expect(abs(why.terms.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(why.terms.prefix(2).map(\.name).sorted() == ["linker", "plugin"])
    #expect(
      why.labels.first.map { topic.label.lowercased().contains($0.text.lowercased()) } == true)
  }

  @Test func anEarlierTopicIsRecalledWithTheReason() {
    let found = FoundTopic(
      slug: "linker-plugins", label: "Linker plugins", terms: ["linker plugins"], refs: [],
      members: [], known: nil)
    let earlier = PrintedTopic(
      slug: "plugins", label: "Plugins", terms: ["plugins"], members: ["a", "b"])
    func reason(_ members: Set<String>) -> TopicMemory.Recollection.Reason? {
      var memory = TopicMemory([(found, members)], language: "en")
      memory.consider(earlier)
      return memory.recalled().first?.recollection?.reason
    }
    // One of two words in common.
    #expect(reason(["c"]) == .words)
    #expect(reason(["b", "c", "d"]) == .thread)
    #expect(reason(["a", "b", "c"]) == .members)
  }
}
