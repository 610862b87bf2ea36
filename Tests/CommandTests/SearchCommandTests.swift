import Foundation
import Support
import Testing

/// `hallway search` on the demo: how much is shown, and examples that find something.
struct SearchCommandTests {
  @Test func whatIsNotShownIsCounted() throws {
    let folder = try ArchiveCommandTests.demo()
    let all = try ArchiveCommandTests.run("search", "lock", "--json", in: folder)
    #expect(all.words == "")
    let count = try ArchiveCommandTests.objects(all.output).count
    let some = try ArchiveCommandTests.run("search", "lock", "--limit", "2", in: folder)
    #expect(some.words == "2 of \(count) shown; --limit \(count) shows all\n")
    let quiet = try ArchiveCommandTests.run("search", "lock", "--limit", "2", "--quiet", in: folder)
    #expect(quiet.words == "")
  }

  @Test func theExamplesFindSomething() throws {
    let folder = try ArchiveCommandTests.demo()
    let readme = String(
      decoding: try Places.bytes(Places.top.appending(path: "README.md")), as: UTF8.self)
    let help = try EndToEndTests.run(["search", "--help"], in: folder).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let written = readme.matches(of: /(?m)^hallway (search .*?)(?: +#.*)?$/).map { String($0.1) }
    let shown = help.matches(of: /hallway (search (?:[a-z]+ )?'[^']+')/).map { String($0.1) }
    #expect(written.count == 2 && shown.count == 2)
    for words in written + shown {
      let call = "'\(Places.program.path)' \(words) --config '\(folder.path("d/hallway.toml"))'"
      let result = try InstallTests.run("/bin/sh", ["-c", call])
      #expect(result.status == 0 && result.output.contains("https://"), "\(words)")
    }
  }
}
