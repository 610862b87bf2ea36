import Foundation
import Support
import Testing

/// What the program says of itself and of command lines.
struct CommandLineTests {
  @Test func withoutArgumentsItSaysWhatItIs() throws {
    let result = try EndToEndTests.run([], in: TemporaryFolder())
    #expect(result.status == 0)
    #expect(result.output.contains("hallway demo"))
    #expect(result.words == "")
  }

  @Test(
    arguments: [
      (["fetsh"], 2, "hallway: unknown command 'fetsh'; did you mean 'fetch'?"),
      (["--quiet", "fetch"], 2, "hallway: the command comes first: hallway COMMAND --quiet"),
      (["--verson"], 2, "hallway: unknown option '--verson'; did you mean '--version'?"),
      (["--hlep"], 2, "hallway: unknown option '--hlep'; did you mean '--help'?"),
      (
        ["digest", "--json", "--format", "html"], 2,
        "hallway: --json and --format html cannot be given together; --json is --format json"
      ),
      (
        ["fetch", "--quite"], 2,
        "hallway: unknown option '--quite' for 'hallway fetch'; did you mean '--quiet'?"
      ),
      (
        ["digest", "--format", "pdf"], 2,
        "hallway: --format is 'pdf'; expected text, html, json, markdown, eml"
      ),
      (["digest", "--week"], 2, "hallway: '--week' needs a value: --week WEEK"),
      (["fetch"], 2, "hallway: hallway.toml: no such file or directory"),
      (["send"], 2, "hallway: hallway.toml: no such file or directory"),
      (["parse"], 2, "hallway: 'hallway parse' needs a file; see 'hallway parse --help'"),
      (["parse", "/nowhere"], 1, "hallway: /nowhere: no such file or directory"),
    ] as [([String], Int32, String)])
  func errorsSayWhatAndWhatToDo(arguments: [String], status: Int32, words: String) throws {
    let result = try EndToEndTests.run(arguments, in: TemporaryFolder())
    #expect(result.status == status)
    #expect(result.words.split(separator: "\n").first.map(String.init) == words)
  }

  @Test func whatComesFromStandardInputIsCalledSo() throws {
    let result = try EndToEndTests.run(["parse", "-"], in: TemporaryFolder(), input: "nothing")
    #expect(result.status == 1)
    #expect(result.words.hasPrefix("hallway: standard input: is no feed, list or transcript; "))
  }

  @Test func theIssueIsGivenAsJSONAsCommandsReportIt() throws {
    let folder = try TemporaryFolder()
    #expect(try EndToEndTests.run(["demo", "d"], in: folder).status == 0)
    func digest(_ words: String...) throws -> String {
      let call = ["digest", "--week", "2026-W45", "--config", "d/hallway.toml"] + words
      return try EndToEndTests.run(call, in: folder).output
    }
    let issue = try digest("--format", "json")
    #expect(issue.hasPrefix("{"))
    #expect(try digest("--json") == issue)
    #expect(try digest("--json", "--format", "json") == issue)
  }

  @Test func aMissingConfigurationNamesThePlacesLookedAt() throws {
    let folder = try TemporaryFolder()
    let result = try EndToEndTests.run(["fetch"], in: folder)
    #expect(
      result.words == """
        hallway: hallway.toml: no such file or directory
        hallway: \(folder.url.path)/.config/hallway/hallway.toml: is not there either; --config names a file elsewhere
        hallway: 'hallway init' writes a configuration to start from

        """)
    let named = try EndToEndTests.run(["fetch", "--config", "."], in: folder)
    #expect(named.words == "hallway: .: is a folder; name a file\n")
  }

  @Test(arguments: [
    "demo", "init", "sources", "fetch", "digest", "publish", "run", "parse", "analyze", "check",
    "verify", "send", "explain", "completions", "manual", "search", "topics",
  ])
  func everyCommandHasHelp(command: String) throws {
    let result = try EndToEndTests.run([command, "--help"], in: TemporaryFolder())
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("hallway \(command)"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func lostOutputIsAFailure() throws {
    let process = Process()
    process.executableURL = Places.program
    process.arguments = ["--help"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test(arguments: ["help", "--help", "-h"])
  func helpOnHelpIsTheOverview(word: String) throws {
    let folder = try TemporaryFolder()
    let overview = try EndToEndTests.run(["--help"], in: folder)
    let result = try EndToEndTests.run([word, word], in: folder)
    #expect(result.status == 0 && result.output == overview.output)
  }
}
