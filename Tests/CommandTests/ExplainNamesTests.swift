import Foundation
import Support
import Testing

/// What `hallway explain` knows things by.
struct ExplainNamesTests {
  static func answer(_ words: String..., in folder: TemporaryFolder) throws
    -> ExplainCommandTests.Answer
  {
    try ExplainCommandTests.answer(words, in: folder)
  }

  @Test func everyStoryOnThePageIsKnownByItsID() throws {
    let folder = try ExplainCommandTests.demo()
    let page = try folder.read("d/public/issues/2026-W45.html")
    let ids = page.matches(of: /id="((?:forum|blog|ternaround)-[a-z0-9-]+)"/).map { String($0.1) }
    #expect(ids.count == 9)
    for id in ids {
      let kind =
        id.hasPrefix("forum") ? "thread" : id.hasPrefix("blog") ? "article" : "episode"
      for name in [id, "#\(id)", "issues/2026-W45.html#\(id)"] {
        #expect(try Self.answer(name, in: folder).kind == kind, "\(name)")
      }
    }
    for name in [
      "ternaround-example-31-nclxbg", "../episodes/ternaround-example-31-nclxbg.html#chapters",
    ] {
      let answer = try Self.answer(name, in: folder)
      #expect(answer.kind == "episode" && answer.subject == "31: The wrong compiler", "\(name)")
    }
    #expect(try Self.answer("topics/lock-file.html#weeks", in: folder).subject == "The lock file")
  }

  @Test func theOriginOfAQuoteLeadsToIt() throws {
    let folder = try ExplainCommandTests.demo()
    let digest = try EndToEndTests.run(
      ["digest", "--format", "json"] + ExplainCommandTests.configuration
        + ["--week", "2026-W45"], in: folder)
    let text = digest.output
    let origins = Set(text.matches(of: /"origin" ?: ?"([^"]+)"/).map { String($0.1) })
    let cues = origins.filter { $0.contains("#cue-") }
    #expect(!cues.isEmpty && origins.count > cues.count)
    for origin in origins {
      let kind = try Self.answer(origin, in: folder).kind
      let expected = cues.contains(origin) ? ["quote"] : ["quote", "post", "article"]
      #expect(expected.contains(kind), "\(origin)")
    }
    // A cue that is not printed is a moment.
    #expect(try Self.answer("ternaround.example/31#cue-0", in: folder).kind == "chapter")
  }

  @Test func aProposalIsItsTopicOrItsDecision() throws {
    let folder = try ExplainCommandTests.demo()
    #expect(try Self.answer("TIP 12", in: folder).subject == "The lock file")
    #expect(try Self.answer("tip-12", in: folder).kind == "topic")
    let registry = try folder.read("d/proposals.json")
    let decided = """
      {"3": {"number": 3, "title": "Names of jobs", "status": "Rejected", "url": "https://tern.example/tips/3",
      "discussions_to": null, "resolution": "`05-Nov-2026 <https://tern.example/r/3>`__"},
      """
    try folder.write("d/proposals.json", decided + registry.dropFirst())
    for name in ["TIP 3", "https://tern.example/tips/3"] {
      let answer = try Self.answer(name, in: folder)
      #expect(answer.kind == "proposal" && answer.subject == "TIP 3: Names of jobs")
      #expect(answer.stands?.hasPrefix("among the decisions: ") == true)
      #expect(answer.keys.contains { $0.key.contains("refs = [\"TIP 3\"]") })
    }
  }

  @Test func aCopyOfAnArticleIsTheArticle() throws {
    let folder = try TemporaryFolder()
    func feed(_ host: String, _ hour: Int) -> String {
      """
      <rss version="2.0"><channel><title>\(host)</title><link>https://\(host)/</link>
      <item><title>On lock files</title><link>https://\(host)/locks</link>
      <pubDate>Wed, 18 Nov 2026 0\(hour):00:00 GMT</pubDate><description>A lock file records the exact
      version of every compiler that a build has used. Two people who check out the same commit can
      otherwise get different programs, and nobody can tell which of the two is right.</description>
      </item></channel></rss>
      """
    }
    try folder.write("a.xml", feed("a.example", 1))
    try folder.write("b.xml", feed("b.example", 2))
    try folder.write(
      "d/hallway.toml", "[[feed]]\nurl = \"../a.xml\"\n[[feed]]\nurl = \"../b.xml\"\n")
    let fetched = try EndToEndTests.run(["fetch"] + ExplainCommandTests.configuration, in: folder)
    #expect(fetched.status == 0)
    let answer = try Self.answer("https://b.example/locks", "--week", "2026-W47", in: folder)
    #expect(answer.kind == "article" && answer.url == "https://a.example/locks")
    // No topics file is configured.
    #expect(!answer.keys.contains { $0.file == "topics file" })
  }

  @Test(arguments: [
    (
      ["https://ternaround.example/31", "--at", "99:00"],
      "1:39:00 is beyond the end of \"31: The wrong compiler\", which is "
    ),
    (
      ["https://ternaround.example/audio/31.mp3#t=5940"],
      "1:39:00 is beyond the end of \"31: The wrong compiler\", which is "
    ),
    (
      ["lock-file", "--at", "1:00"],
      "--at is a second of an episode, and 'lock-file' is a topic; name an episode"
    ),
    (
      ["1", "--at", "1:00"], "--at is a second of an episode, and '1' is a thread; name an episode"
    ),
  ])
  func aSecondThatIsNotThereIsAnError(words: [String], message: String) throws {
    let result = try EndToEndTests.run(
      ["explain"] + words + ExplainCommandTests.configuration, in: ExplainCommandTests.demo())
    #expect(result.status == 2 && result.output == "")
    #expect(result.words.hasPrefix("hallway: \(message)"))
  }

  @Test func withoutATopicsFileItSaysHowToMakeOne() throws {
    let folder = try ExplainCommandTests.demo()
    let with = try Self.answer("lock-file", in: folder)
    #expect(with.keys.contains { $0.file == "topics file" })
    let configuration = try folder.read("d/hallway.toml")
    try folder.write(
      "d/hallway.toml",
      configuration.replacingOccurrences(of: "topics   = [\"topics.toml\"]\n", with: ""))
    let answer = try Self.answer("TIP 12", in: folder)
    #expect(!answer.keys.contains { $0.file == "topics file" })
    let key = try #require(answer.keys.first { $0.key == "topics = [\"topics.toml\"]" })
    #expect(key.file == "hallway.toml")
    #expect(key.effect.hasPrefix("names a file of known topics; in it [[topic]] label = "))
  }
}
