import Foundation
import Support
import Testing

/// `hallway explain` on the demo.
struct ExplainCommandTests {
  static let configuration = ["--config", "d/hallway.toml"]

  static func demo() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try EndToEndTests.run(["demo", "d"], in: folder)
    #expect(made.status == 0)
    return folder
  }

  static func explain(_ words: String..., in folder: TemporaryFolder) throws -> String {
    let result = try EndToEndTests.run(["explain"] + words + configuration, in: folder)
    #expect(result.status == 0, "\(words): \(result.words)")
    return result.output
  }

  struct Row: Decodable {
    let name, text, note: String?
    let share, score, weight, odds: Double?
    let difference, adds: Double?
  }
  struct Key: Decodable {
    let file, key, effect: String
    let now: String?
  }
  struct Answer: Decodable {
    let kind, subject, issue: String
    let url, stands, printed, found, begins, summary: String?
    let rank: Int?
    let score, weight, chance: Double?
    let features, above, below, traits, terms, choice, chosen, lost: [Row]?
    let members, evidence, signs, chapters, sentences, parts, beside: [Row]?
    let keys: [Key]
  }

  static func answer(_ words: [String], in folder: TemporaryFolder) throws -> Answer {
    let result = try EndToEndTests.run(["explain", "--json"] + words + configuration, in: folder)
    #expect(result.status == 0, "\(words): \(result.words)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  static func sum(_ rows: [Row]?) -> Double {
    (rows ?? []).filter { $0.name != "sum" }.reduce(0) { $0 + ($1.share ?? $1.odds ?? 0) }
  }

  @Test func aRankIsExplained() throws {
    let folder = try Self.demo()
    for name in ["3", "#3", "https://forum.tern.example/t/a-first-hour-for-newcomers/418"] {
      let answer = try Self.answer([name], in: folder)
      #expect(answer.kind == "thread" && answer.rank == 3 && answer.issue == "2026-W45")
      #expect(answer.subject == "A first hour for newcomers")
      #expect(abs(Self.sum(answer.features) - (answer.score ?? 0)) < 1e-9)
      // Who is above has more, who is below less.
      #expect(
        (answer.above?.last?.difference ?? 0) < 0 && (answer.below?.last?.difference ?? 0) > 0)
      #expect(answer.stands == "lead story 3")
      #expect(answer.keys.contains { $0.key == "[issue] threads" && $0.now == "12" })
      #expect(answer.keys.contains { $0.file == "editor.toml" && $0.key.contains("pin = ") })
    }
    let text = try Self.explain("3", in: folder)
    #expect(text.hasPrefix("thread: A first hour for newcomers\n"))
    #expect(text.contains("\nJust above: number 2, score "))
  }

  @Test func everyQuoteOfTheIssueIsExplainedByItsID() throws {
    let folder = try Self.demo()
    let page = try folder.read("d/public/issues/2026-W45.html")
    let ids = page.matches(of: /id="(q-[a-z0-9]+)"/).map { String($0.output.1) }
    #expect(ids.count > 8)
    for id in ids {
      let answer = try Self.answer([id], in: folder)
      #expect(answer.kind == "quote" && answer.printed?.contains("nowhere") == false)
      #expect(abs(Self.sum(answer.traits) - (answer.weight ?? 0)) < 1e-9)
      #expect(answer.traits?.isEmpty == false && answer.terms?.isEmpty == false)
      #expect(answer.keys.contains { $0.key.hasSuffix(": drop = [\"\(id)\"]") })
    }
    // The address of the quote on the page is as good.
    let address = "https://digest.tern.example/issues/2026-W45.html#\(ids[0])"
    #expect(try Self.answer([address], in: folder).kind == "quote")
  }

  @Test func aSentenceThatLostTellsWhy() throws {
    let folder = try Self.demo()
    let text = try Self.explain("Somebody edits one line of", in: folder)
    #expect(text.contains("not chosen: too long for the budget: 21 words, 10 were left\n"))
    #expect(text.contains(" nowhere in this issue\n"))
    #expect(text.contains("[[issue.choose]] in = "))
    let act = try Self.explain("My concern is the first hour", in: folder)
    #expect(act.contains("concern, strength 3 of 3, by the words \"my concern is\""))
  }

  @Test func theKeysDoWhatTheySay() throws {
    let folder = try Self.demo()
    // As many words as the best loser lacks.
    let configuration = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", configuration + "\n[issue]\nwords_per_thread = 93\n")
    let text = try Self.explain("How will the lock file deal", in: folder)
    #expect(text.contains(" chosen, number "))
    #expect(text.contains("words_per_thread = 93"))
    // A muted thread says so.
    let url = "https://forum.tern.example/t/a-first-hour-for-newcomers/418"
    try folder.write("d/editor.toml", "mute = [\"\(url)\"]\n")
    let answer = try Self.answer([url], in: folder)
    #expect(answer.stands == "not in the issue: muted")
  }

  @Test func aTopicIsExplainedByLabelAndSlug() throws {
    let folder = try Self.demo()
    for name in ["lock-file", "the lock file", "https://digest.tern.example/topics/lock-file.html"]
    {
      let answer = try Self.answer([name], in: folder)
      #expect(answer.kind == "topic" && answer.subject == "The lock file")
      #expect(answer.found == "by its aliases and proposals in the topics file")
      #expect(answer.members?.count == 3)
      #expect(answer.members?.first?.note?.contains("\"TIP 12\" 2x") == true)
      #expect(answer.keys.contains { $0.key == "watch of \"The lock file\"" && $0.now == "false" })
      // Its parts are its score, which is above those below.
      let parts = (answer.parts ?? []).reduce(0) { $0 + ($1.adds ?? 0) }
      #expect(abs(parts - (answer.score ?? 0)) < 1e-9 && parts > 0)
      let scores = (answer.beside ?? []).compactMap(\.score)
      #expect(scores.first == answer.score && scores == scores.sorted(by: >))
    }
  }

  @Test func aBoundaryIsExplained() throws {
    let folder = try Self.demo()
    let found = try Self.answer(["https://ternaround.example/31", "--at", "6:39"], in: folder)
    #expect(found.kind == "chapter" && found.begins?.hasPrefix("found: ") == true)
    let odds = found.evidence?.last?.odds ?? 0
    #expect(abs(Self.sum(found.evidence) - odds) < 1e-9 && odds > 0)
    let audio = "https://ternaround.example/audio/31.mp3"
    let read = try Self.answer(["\(audio)#t=50"], in: folder)
    #expect(read.kind == "advertising")
    #expect(read.signs?.first?.note == "\"episode is brought to you by\"")
    #expect(read.keys.contains { $0.key.contains("sponsors = ") })
    let all = try Self.answer([audio], in: folder)
    #expect(all.kind == "episode" && all.chapters?.count == 5)
    #expect(all.chapters?[2].note == "advertising lies before it")
  }

  @Test func postsAndArticlesAreExplained() throws {
    let folder = try Self.demo()
    let post = try Self.answer(
      ["https://forum.tern.example/t/tip-12-a-lock-file-for-toolchains/412/3"], in: folder)
    #expect(post.kind == "post" && post.sentences?.count == 3)
    #expect(post.sentences?.first?.note?.hasPrefix("chosen, number ") == true)
    let article = try Self.answer(["https://blog.tern.example/seventeen-failures"], in: folder)
    #expect(article.kind == "article" && article.chosen?.count == 2)
    #expect(article.stands?.hasPrefix("printed with sentences: ") == true)
    let configuration = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", configuration + "\n[issue]\narticles = 1\n")
    // The other article is newer.
    let other = try Self.answer(["https://blog.tern.example/seventeen-failures"], in: folder)
    #expect(other.stands?.hasPrefix("only its title: ") == true)
    #expect(article.lost?.isEmpty == false)
  }

  @Test(arguments: [
    (
      ["lokc-file"],
      "hallway: 'lokc-file' is nothing in the issue 2026-W45; did you mean 'lock-file'?"
    ),
    (["6"], "hallway: '6' is nothing in the issue 2026-W45: its threads are ranked 1 to 5"),
    (
      ["q-0000000000"],
      "hallway: 'q-0000000000' is nothing in the issue 2026-W45; give an address, a quote's id, the beginning of a sentence, a topic or a rank"
    ),
    (
      ["lock-file", "--week", "2026-W30"],
      "hallway: 'lock-file' is nothing in the issue 2026-W30, but in 2026-W45; give --from 2026-11-02 --until 2026-11-09"
    ),
  ])
  func whatIsNotFoundLeavesWith1(words: [String], message: String) throws {
    let result = try EndToEndTests.run(
      ["explain"] + words + Self.configuration, in: Self.demo())
    #expect(result.status == 1 && result.output == "")
    #expect(result.words == message + "\n")
  }

  @Test func itSaysWhatItNeeds() throws {
    let folder = try TemporaryFolder()
    let bare = try EndToEndTests.run(["explain"], in: folder)
    #expect(bare.status == 2)
    #expect(
      bare.words
        == "hallway: 'hallway explain' needs what to explain; see 'hallway explain --help'\n")
    let odd = try EndToEndTests.run(["explain", "3", "--at", "noon"], in: folder)
    #expect(odd.status == 2)
    #expect(
      odd.words == "hallway: --at is 'noon'; expected a second as 23:14 or 1394\n")
  }
}
