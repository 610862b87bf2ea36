import Foundation
import Support
import Testing

/// The same input gives the same bytes, in whatever order it comes.
struct OrderTests {
  /// Documents of three subjects, as NDJSON.
  static let documents: [String] = {
    let subjects = [
      ("Lock files", ["lock file", "resolver", "hash", "toolchain"]),
      ("Scheduler", ["scheduler", "longest job", "worker", "queue"]),
      ("Tutorial", ["tutorial", "newcomer", "example", "first hour"]),
    ]
    return (0..<18).map { number in
      let (title, words) = subjects[number % 3]
      let said = words.indices.map { index in
        "The \(words[(index + number) % words.count]) meets the \(words[index]) in case \(number)."
      }
      return "{\"id\":\"d\(number * 7 % 18)\",\"title\":\"\(title) \(number)\",\"text\":\""
        + said.joined(separator: " ") + "\"}"
    }
  }()

  /// What a task answers to each document, by its id; the last line under "".
  static func answers(_ task: String, _ lines: [String]) throws -> [String: String] {
    let result = try EndToEndTests.run(
      ["analyze", task], in: TemporaryFolder(), input: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 0)
    var answers: [String: String] = [:]
    for line in result.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      answers[object?["id"] as? String ?? ""] = String(line)
    }
    return answers
  }

  @Test(arguments: ["keyphrases", "cluster"])
  func documentsMayComeInAnyOrder(task: String) throws {
    let wanted = try Self.answers(task, Self.documents)
    #expect(wanted.count == (task == "cluster" ? 19 : 18))
    #expect(try Self.answers(task, Self.documents.reversed()) == wanted)
    let shuffled = Self.documents.indices.map { Self.documents[$0 * 5 % 18] }
    #expect(Set(shuffled).count == 18)
    #expect(try Self.answers(task, shuffled) == wanted)
  }

  @Test func sourcesMayStandInAnyOrder() throws {
    let folder = try TemporaryFolder()
    var digests: [String] = []
    func feed(_ name: String, _ title: String, _ text: String) throws {
      try folder.write(
        name,
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>\(name)</title><id>\(name)</id>
        <entry><id>\(name)/1</id><title>\(title)</title><link href="https://\(name)/1"/>
        <updated>2026-11-03T10:00:00Z</updated><content type="text">\(text)</content></entry></feed>
        """)
    }
    let story =
      "The lock file records each compiler with its hash. A lock file that is old stops the build. "
      + "Our lock file keeps the toolchain of every machine the same, and nobody has to ask for it."
    try feed("a.example", "Lock files in practice", story + " We wrote it down for others.")
    try feed(
      "b.example", "What lock files cost", "A lock file costs a minute. " + story.uppercased())
    try feed("c.example", "Trains", "Trains are slow on hills, and the dining car is closed again.")
    for order in [["a", "b", "c"], ["c", "b", "a"]] {
      try folder.write(
        "hallway.toml",
        "title = \"T\"\ndatabase = \"\(order[0]).sqlite\"\n"
          + order.map { "[[feed]]\nurl = \"\($0).example\"\nkind = \"blog\"\n" }.joined())
      #expect(try EndToEndTests.run(["fetch"], in: folder).status == 0)
      let digest = try EndToEndTests.run(
        ["digest", "--from", "2026-11-02", "--until", "2026-11-09", "--format", "json"], in: folder)
      #expect(digest.status == 0)
      digests.append(digest.output)
    }
    #expect(digests[0] == digests[1])
    #expect(digests[0].contains("\"articles\""))
  }
}
