import Foundation
import Support
import Testing

/// What `check` finds before a run stumbles over it.
struct CheckTests {
  static func check(_ settings: String, in folder: TemporaryFolder) throws -> EndToEndTests.Result {
    try folder.write("d/hallway.toml", "base_url = \"https://d.example/\"\n" + settings)
    return try EndToEndTests.run(["check", "--config", "d/hallway.toml"], in: folder)
  }

  static let mail = "[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\n"

  @Test(arguments: [".", "..", "./", "../d", "link"])
  func aSiteMayNotBeWhereTheDatabaseIs(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("d/x", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("d/link"), withDestinationPath: "..")
    let result = try Self.check("output = \"\(output)\"\n", in: folder)
    #expect(result.status == 4)
    let all = result.output + result.words
    #expect(all.contains("where the configuration lies too, for every visitor to read"))
    #expect(all.contains("where the database lies too"))
    let run = try EndToEndTests.run(["run", "--config", "d/hallway.toml"], in: folder)
    #expect(run.status == 2)
    #expect(!folder.files().contains { $0.hasSuffix("index.html") })
  }

  @Test(
    arguments: [
      ("sendmail = \"/nope/sendmail\"\n", "/nope/sendmail: is no program that can be run", 4),
      (
        "smtp = \"smtps://me@m.example\"\npassword_env = \"NOPE_X\"\n", "NOPE_X: is not set here", 0
      ),
    ] as [(String, String, Int32)])
  func mailThatCannotGoIsFound(way: String, words: String, status: Int32) throws {
    let result = try Self.check(Self.mail + way, in: TemporaryFolder())
    #expect(result.status == status)
    #expect((result.output + result.words).contains(words))
  }

  @Test func aSourceThatIsNamedTwiceIsFound() throws {
    let feeds = ["http://a.example/f", "https://a.example/f"].map { "[[feed]]\nurl = \"\($0)\"\n" }
    let result = try Self.check(feeds.joined(), in: TemporaryFolder())
    #expect((result.output + result.words).contains("https://a.example/f: is named twice"))
  }

  @Test func anEmptyDigestSaysWhereThereIsSomething() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let arguments = ["digest", "--config", "d/hallway.toml", "--now", "2026-11-25"]
    let result = try EndToEndTests.run(arguments, in: folder)
    #expect(result.output.contains("Nothing was published"))
    #expect(
      result.words
        == "warning: 2026-W47: has nothing; the newest that is stored is of 2026-W45, which --week 2026-W45 shows\n"
    )
  }
}
