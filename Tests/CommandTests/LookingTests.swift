import Foundation
import Support
import Testing

/// Commands that only look at what is stored.
struct LookingTests {
  @Test(arguments: [
    ["check"], ["sources"], ["digest", "--week", "2026-W45"], ["digest", "--format", "json"],
    ["search", "scheduler"], ["topics"], ["explain", "1"], ["verify"], ["export"],
    ["export", "--format", "ndjson"],
  ])
  func theyChangeNothing(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let before = try Self.contents(folder)
    let result = try EndToEndTests.run(
      arguments + ["--config", "d/hallway.toml", "--now", "2026-11-09"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(try Self.contents(folder) == before)
  }

  @Test func checkLeavesAnOlderDatabaseAsItIs() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    // Its header says that it has had one migration (user_version, SQLite file format §1.3).
    let database = folder.path("d/hallway.sqlite")
    var bytes = try Data(contentsOf: URL(filePath: database))
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 1])
    try bytes.write(to: URL(filePath: database))
    let before = try Self.contents(folder)
    let result = try EndToEndTests.run(["check", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect((result.words + result.output).contains("database: of an older hallway"))
    #expect(try Self.contents(folder) == before)
  }

  /// All files, without the memory that SQLite's connections share.
  static func contents(_ folder: TemporaryFolder) throws -> [String: Data] {
    let files = folder.files().filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }
    return try Dictionary(
      uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: URL(filePath: folder.path($0)))) }
    )
  }
}
