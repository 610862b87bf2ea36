// The demo on the eve of its second issue, and what a run has to leave behind.

import Foundation
import Support

/// A folder with the demo's sources: its first week has been published, and its second is due.
struct DemoWeeks {
  /// The run of the first week.
  static let first = [
    "run", "--config", "hallway.toml", "--week", "2026-W43", "--now", "2026-10-26",
  ]
  /// The run of the second, which has much to store.
  static let second = [
    "run", "--config", "hallway.toml", "--week", "2026-W45", "--now", "2026-11-09",
  ]

  /// Writes the folder, with nothing published yet.
  ///
  /// - Parameters:
  ///   - data: A folder in it for the database, with a slash; empty: the folder itself.
  ///   - site: The same for the site.
  ///   - more: What is added to the configuration.
  static func write(_ folder: String, data: String = "", site: String = "", more: String = "")
    async throws
  {
    let manager = FileManager.default
    let ending = try await ProgramRun.run(["demo", folder], in: manager.temporaryDirectory.path)
    guard ending.status == 0 else { throw Failure(words: ending.words) }
    for name in ["hallway.sqlite", "hallway.sqlite.lock", "public"] {
      try manager.removeItem(atPath: "\(folder)/\(name)")
    }
    for place in [data, site] {
      try manager.createDirectory(
        atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
    }
    let settings = URL(filePath: folder + "/hallway.toml")
    let text = try String(contentsOf: settings, encoding: .utf8)
      .replacingOccurrences(of: "\"hallway.sqlite\"", with: "\"\(data)hallway.sqlite\"")
      .replacingOccurrences(of: "\"public\"", with: "\"\(site)public\"")
    try Data((text + more).utf8).write(to: settings)
  }

  /// Publishes the first week, in which some sources have nothing yet: the second has much to store.
  static func publishFirst(_ folder: String, room: Room? = nil) async throws {
    let late = try ["forum-posts.rss", "podcast.rss", "blog.atom"].map { name in
      let place = URL(filePath: "\(folder)/\(name)")
      return (place, try Data(contentsOf: place))
    }
    for (place, _) in late {
      try Data("<rss version=\"2.0\"><channel><title>x</title></channel></rss>".utf8)
        .write(to: place)
    }
    let ending = try await ProgramRun.run(first, in: folder, room: room)
    guard ending.status == 0 else { throw Failure(words: ending.words) }
    for (place, bytes) in late { try bytes.write(to: place) }
  }

  /// A folder that could not be made.
  struct Failure: Error {
    let words: String
  }

  /// All files below a folder, by path.
  static func files(_ folder: String) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      if !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
      }
    }
    return files
  }

  /// What SQLite itself says about databases; `ok` also where there is no Python to ask it.
  static func integrity(_ databases: [String]) async throws -> [String] {
    guard Tools.python != nil else { return databases.map { _ in "ok" } }
    let script = """
      import sqlite3, sys
      for path in sys.argv[1:]:
        print(*[row[0] for row in sqlite3.connect(path).execute("PRAGMA integrity_check")])
      """
    let output = try await Tools.output(of: Tools.python, ["-c", script] + databases)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
