import Foundation
import Support
import Testing

/// What the editor's file keeps out of an issue.
struct MutingTests {
  static let thread = "forum.tern.example/t/412"
  static let episode = "ternaround.example/31"
  static let article = "blog.tern.example/seventeen-failures"

  static func run(_ command: String, in folder: TemporaryFolder) throws -> EndToEndTests.Result {
    try EndToEndTests.run([command, "--config", "d/hallway.toml"], in: folder)
  }

  /// The demo with what its editor's file says, published into a fresh folder.
  static func published(_ editor: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    try FileManager.default.removeItem(atPath: folder.path("d/public"))
    try folder.write("d/editor.toml", editor)
    let result = try EndToEndTests.run(
      ["publish", "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    return folder
  }

  @Test func nothingIsPrintedOfWhatIsMuted() throws {
    let folder = try Self.published(
      "mute = [\"\(Self.thread)\", \"\(Self.episode)\", \"\(Self.article)\"]\n")
    let issue = try #require(
      try JSONSerialization.jsonObject(
        with: Data(IssuesOverWeeksTests.digest(folder, "2026-W45", "json").output.utf8))
        as? [String: Any])
    let origins = [Self.thread + "/", Self.episode + "#cue-", Self.article]
    func isMuted(_ quote: Any?) -> Bool {
      let origin = (quote as? [String: Any])?["origin"] as? String ?? ""
      return origins.contains { origin.contains($0) }
    }
    let topics = try #require(issue["topics"] as? [[String: Any]])
    #expect(!topics.isEmpty)
    for topic in topics {
      #expect(!(topic["summary"] as? [Any] ?? []).contains(where: isMuted))
      let members = (topic["members"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      #expect(!members.isEmpty)
      #expect(Set(members).isDisjoint(with: [Self.thread, Self.episode, Self.article]))
    }
    #expect(!isMuted(issue["quote_of_the_week"]))
    for key in ["deadlines", "glossary"] {
      let parts = issue[key] as? [[String: Any]] ?? []
      #expect(!parts.contains { isMuted($0["quote"]) })
    }
    // Scripts still have the thread itself.
    let threads = try #require(issue["threads"] as? [[String: Any]])
    #expect(threads.contains { $0["id"] as? String == Self.thread })
    let text = try IssuesOverWeeksTests.folded(
      IssuesOverWeeksTests.digest(folder, "2026-W45").output)
    let page = try folder.read("d/public/issues/2026-W45.html")
    for title in ["TIP 12: a lock file for toolchains", "Seventeen failures"] {
      #expect(!text.contains(title) && !page.contains(title))
    }
    let muted = try #require(threads.first { $0["id"] as? String == Self.thread })
    let said = (muted["summary"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    #expect(!said.isEmpty)
    for path in folder.files() where path.hasPrefix("d/public/") {
      let file = try folder.read(path)
      for sentence in said { #expect(!file.contains(sentence), "\(path): \(sentence)") }
    }
    #expect(!folder.files().contains { $0.hasPrefix("d/public/episodes/ternaround-example-31-") })
    let verified = try Self.run("verify", in: folder)
    #expect(verified.status == 0, "\(verified.words)")
    for name in [
      "lock-file", "The lock file", "https://digest.tern.example/topics/lock-file.html",
      Self.thread, Self.episode, Self.article,
    ] {
      let answer = try EndToEndTests.run(
        ["explain", name, "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
      #expect(answer.output.contains("not in the issue: muted"), "\(name): \(answer.words)")
    }
  }

  /// What was published before it was muted does not stay for those who know its address.
  @Test(arguments: ["swap", "in_place"])
  func whatIsMutedLaterGoes(method: String) throws {
    let folder = try Self.published("")
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", "publish = \"\(method)\"\n" + settings)
    try folder.write("d/public/topics/own.html", "own")
    let lost = folder.files().filter {
      $0 == "d/public/topics/lock-file.html"
        || $0.hasPrefix("d/public/episodes/ternaround-example-31-")
    }
    #expect(lost.count == 2)
    let before = folder.files().filter { $0.hasPrefix("d/public/") }
    try folder.write("d/editor.toml", "mute = [\"lock-file\", \"\(Self.episode)\"]\n")
    let result = try EndToEndTests.run(
      ["publish", "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let after = folder.files().filter { $0.hasPrefix("d/public/") }
    #expect(after.sorted() == before.filter { !lost.contains($0) }.sorted())
  }

  @Test func nothingLeadsToATopicThatIsMuted() throws {
    let folder = try Self.published("mute = [\"lock-file\"]\n")
    #expect(!folder.files().contains("d/public/topics/lock-file.html"))
    for path in folder.files() where path.hasPrefix("d/public/") {
      #expect(try !folder.read(path).contains("lock-file.html"), "\(path)")
    }
    let verified = try Self.run("verify", in: folder)
    #expect(verified.status == 0, "\(verified.words)")
  }

  /// The id of a blockquote, of the issue's page and of the topic's.
  @Test func aQuoteIsDroppedByTheIdOfEitherPage() throws {
    let folder = try Self.published("")
    let topic = try folder.read("d/public/topics/lock-file.html")
    let id = try #require(topic.firstMatch(of: #/id="(q-2026-W45-[0-9a-z]+)"/#)?.1)
    let bare = "q-" + id.dropFirst("q-2026-W45-".count)
    for name in [String(id), bare, "https://digest.tern.example/topics/lock-file.html#\(id)"] {
      try folder.write("d/editor.toml", "[[issue]]\nweek = \"2026-W45\"\ndrop = [\"\(name)\"]\n")
      let result = try IssuesOverWeeksTests.digest(folder, "2026-W45", "html")
      #expect(result.words == "", "\(name)")
      #expect(!result.output.contains(bare))
    }
  }
}
