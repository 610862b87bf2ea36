import Foundation
import Support
import Testing

/// Where the database is, and what is there instead.
struct DatabasePlaceTests {
  @Test func aDatabaseMayLieInAFolderThatIsNotThereYet() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "hallway.toml", "database = \"data/h.sqlite\"\nbase_url = \"https://d.example/\"\n")
    #expect(try EndToEndTests.run(["run"], in: folder).status == 0)
    #expect(folder.files().contains("data/h.sqlite"))
  }

  @Test func aDatabaseThatIsNoneIsAFaultForCheckAndNeverTouched() throws {
    let folder = try TemporaryFolder()
    let settings = "database = \"h.sqlite\"\nbase_url = \"https://d.example/\"\n"
    try folder.write("hallway.toml", settings)
    let text = String(repeating: "this is no database\n", count: 100)
    try folder.write("h.sqlite", text)
    #expect(try EndToEndTests.run(["check"], in: folder).status == 4)
    let fetched = try EndToEndTests.run(["fetch"], in: folder)
    #expect(fetched.status == 1)
    #expect(fetched.words.contains("h.sqlite: file is not a database"))
    #expect(try folder.read("h.sqlite") == text)
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    // An archive whose schema number is gone looks like any other program's database.
    var bytes = try Data(contentsOf: folder.url.appending(path: "d/hallway.sqlite"))
    bytes[63] = 0
    try bytes.write(to: folder.url.appending(path: "d/hallway.sqlite"))
    let result = try EndToEndTests.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("is the database of another program"))
  }
}
