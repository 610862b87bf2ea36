import Foundation
import Support
import Testing

/// The first minutes: `init`, and what it says to do next.
struct NextStepsTests {
  @Test(arguments: ["python", "rust", "swift"])
  func initSaysWhatToDoAndWhatItSaysWorks(preset: String) throws {
    let folder = try TemporaryFolder()
    let written = try EndToEndTests.run(["init", "--preset", preset, "my digest"], in: folder)
    #expect(written.status == 0)
    let lines = written.words.split(separator: "\n").map(String.init)
    #expect(lines.contains("  cd 'my digest'"))
    let call = "--quiet --config '\(folder.url.path)/my digest/hallway.toml'"
    #expect(lines.suffix(2).map { String($0.prefix(14)) } == ["  17 * * * *  ", "  40 6 * * *  "])
    #expect(lines.suffix(2).allSatisfy { $0.hasSuffix(call) })
    for line in lines.suffix(2) {
      let command = line.dropFirst(14)
      #expect(command.hasPrefix("/"))
      // The lines are what a shell runs; without network nothing is to be fetched here.
      let shell = try InstallTests.run("/bin/sh", ["-c", "\(command) --help"])
      #expect(shell.status == 0)
      #expect(shell.output.hasPrefix("hallway \(line.contains(" fetch ") ? "fetch" : "run")"))
    }
    let checked = try EndToEndTests.run(
      ["check", "--config", "my digest/hallway.toml"], in: folder)
    #expect(checked.status == 0)
    #expect(checked.output.contains("'base_url' is still the example"))
  }

  @Test func aPercentSignDoesNotEndTheLineInACrontab() throws {
    let folder = try TemporaryFolder()
    let written = try EndToEndTests.run(["init", "100%"], in: folder)
    #expect(written.words.hasSuffix("/100\\%/hallway.toml'\n"))
  }

  @Test func thePresetIsNamedWithTheOthers() throws {
    let folder = try TemporaryFolder()
    let usual = try EndToEndTests.run(["init", "a"], in: folder)
    #expect(usual.words.contains("\npreset: python (others, with --preset: rust, swift)\n"))
    let other = try EndToEndTests.run(["init", "--preset", "rust", "b"], in: folder)
    #expect(other.words.contains("\npreset: rust (others, with --preset: python, swift)\n"))
    let help = try EndToEndTests.run(["init", "--help"], in: folder)
    #expect(help.output.contains("default: python\n"))
  }

  @Test(arguments: [[], ["--templates"]])
  func aFileWhereTheFolderIsToBeIsNamed(options: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("notes", "")
    for place in ["notes", "notes/digest"] {
      let result = try EndToEndTests.run(["init", place] + options, in: folder)
      #expect(result.status == 2)
      #expect(
        result.words
          == "hallway: notes: is a file, so no folder can be made there; name a folder, which may be new\n"
      )
    }
  }

  @Test func nothingIsSaidWhenQuiet() throws {
    let written = try EndToEndTests.run(["init", "--quiet", "d"], in: TemporaryFolder())
    #expect(written.words == "")
  }
}
