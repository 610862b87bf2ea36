// A disk that is full, or that cannot be written.

import Foundation
import Support
import Testing

/// A disk without room, with database and site on it: nothing is lost, and with room again the next
/// run completes.
@Suite(.needsRoom)
struct FullDiskTests {
  /// What there is too little of.
  enum Lack: CaseIterable {
    case bytes
    /// Entries of files and folders.
    case entries

    /// The steps in which there is more, from nothing at all.
    var step: Int { self == .bytes ? 48 * 1024 : 5 }

    /// Takes all but so much of a disk.
    func fill(_ disk: String, but rest: Int) throws {
      var status = statvfs()
      guard statvfs(disk, &status) == 0 else { throw POSIXError(.EIO) }
      let ballast = disk + "/ballast"
      try FileManager.default.createDirectory(atPath: ballast, withIntermediateDirectories: true)
      switch self {
      case .bytes:
        let count = Int(status.f_bavail) * Int(status.f_frsize) - rest
        try Data(count: count).write(to: URL(filePath: ballast + "/0"))
      case .entries:
        for number in 0..<max(0, Int(status.f_favail) - 1 - rest) {
          try Data().write(to: URL(filePath: "\(ballast)/\(number)"))
        }
      }
    }
  }

  @Test(arguments: Lack.allCases)
  func theOldSiteStaysWholeAndTheNextRunCompletes(lack: Lack) async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place, data: "disk/", site: "disk/")
    let room = try Room(
      "mount -t tmpfs -o size=1m,nr_inodes=60 none \"$1\"", [place + "/disk"])
    try await DemoWeeks.publishFirst(place, room: room)
    let disk = room.path(place + "/disk")
    try room.run("cp -a \"$1/disk\" \"$1/before\"", [place])
    let old = DemoWeeks.files(disk + "/public")
    #expect(try await ProgramRun.run(DemoWeeks.second, in: place, room: room).status == 0)
    let new = DemoWeeks.files(disk + "/public")
    #expect(old != new)
    var faults: [String] = []
    var databases: [String] = []
    for rest in stride(from: 0, to: 20 * lack.step, by: lack.step) {
      try room.run("rm -rf \"$1/disk/\"*; cp -a \"$1/before/.\" \"$1/disk/\"", [place])
      try lack.fill(disk, but: rest)
      let ending = try await ProgramRun.run(DemoWeeks.second, in: place, room: room)
      if ending.status == 0 { break }
      let words = "\(rest) \(lack): \(ending.words)"
      faults.append(ending.words)
      #expect(ending.status == 1, "\(words)")
      #expect(ending.words.hasPrefix("hallway: \(place)/disk/"), "names no place: \(words)")
      #expect(ending.words.count { $0 == "\n" } == 1, "\(words)")
      #expect(
        ending.words.contains("room") || ending.words.contains("full"), "no remedy: \(words)")
      #expect(DemoWeeks.files(disk + "/public") == old, "a torn site after \(words)")
      #expect(!FileManager.default.fileExists(atPath: disk + "/.public.hallway-new"), "\(words)")
      try room.run(
        "mkdir \"$2\"; cp \"$1/disk/hallway.sqlite\"* \"$2\"", [place, folder.path("\(rest)")])
      databases.append(folder.path("\(rest)/hallway.sqlite"))
      try FileManager.default.removeItem(atPath: disk + "/ballast")
      let next = try await ProgramRun.run(DemoWeeks.second, in: place, room: room)
      #expect(next.status == 0, "after \(words) the next run says \(next.words)")
      #expect(DemoWeeks.files(disk + "/public") == new, "another site after \(words)")
    }
    #expect(try await DemoWeeks.integrity(databases) == databases.map { _ in "ok" })
    // It has filled up while sources were stored, and while the site was written.
    #expect(faults.contains { $0.contains("/hallway.sqlite") })
    #expect(faults.contains { $0.contains("/public") })
    let verified = try await ProgramRun.run(
      ["verify", "--config", "hallway.toml"], in: place, room: room)
    #expect(verified.status == 0, "\(verified.words)")
  }
}

/// Folders that cannot be written, whoever runs the program.
struct ReadOnlyFolderTests {
  /// What a fault hits.
  enum Place: String, CaseIterable {
    case output = "public"
    case database = "data"
  }

  /// A folder with the database in a folder of its own.
  static func demo(_ folder: TemporaryFolder) async throws -> String {
    let place = folder.path("d")
    try await DemoWeeks.write(place, data: "data/")
    try await DemoWeeks.publishFirst(place)
    return place
  }

  @Test(.needsRoom, arguments: Place.allCases)
  func aMountThatIsOnlyForReading(fault: Place) async throws {
    let folder = try TemporaryFolder()
    let place = try await Self.demo(folder)
    let old = DemoWeeks.files(place + "/public")
    let room = try Room(
      "mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\"", ["\(place)/\(fault.rawValue)"])
    let ending = try await ProgramRun.run(DemoWeeks.second, in: place, room: room)
    #expect(ending.status == 1)
    #expect(ending.words.hasPrefix("hallway: \(place)/\(fault.rawValue)/"), "\(ending.words)")
    #expect(ending.words.contains("writable"), "\(ending.words)")
    #expect(ending.words.count { $0 == "\n" } == 1, "\(ending.words)")
    #expect(DemoWeeks.files(place + "/public") == old)
    // `check` has said so before.
    let check = ["check", "--config", "hallway.toml"]
    let checked = try await ProgramRun.run(check, in: place, room: room)
    #expect(checked.status == 4)
    #expect(checked.output.contains("fault: \(place)/\(fault.rawValue)"), "\(checked.output)")
    try await Self.completes(place, old)
  }

  @Test(arguments: Place.allCases)
  func aFileInPlaceOfTheFolder(fault: Place) async throws {
    let folder = try TemporaryFolder()
    let place = try await Self.demo(folder)
    let old = DemoWeeks.files(place + "/public")
    let (path, away) = ("\(place)/\(fault.rawValue)", "\(place)/away")
    try FileManager.default.moveItem(atPath: path, toPath: away)
    try Data("mine".utf8).write(to: URL(filePath: path))
    let ending = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(ending.status == 1)
    #expect(ending.words.hasPrefix("hallway: \(path)"), "\(ending.words)")
    #expect(ending.words.contains("folder"), "\(ending.words)")
    #expect(ending.words.count { $0 == "\n" } == 1, "\(ending.words)")
    // What is somebody's is not removed.
    #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: away, toPath: path)
    #expect(DemoWeeks.files(place + "/public") == old)
    try await Self.completes(place, old)
  }

  /// Once the fault is mended, the next run makes the issue.
  static func completes(_ place: String, _ old: [String: Data]) async throws {
    let next = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(next.status == 0, "\(next.words)")
    let new = DemoWeeks.files(place + "/public")
    #expect(new.count > old.count)
    #expect(new["issues/2026-W45.html"] != nil)
    #expect(try await DemoWeeks.integrity([place + "/data/hallway.sqlite"]) == ["ok"])
  }
}
