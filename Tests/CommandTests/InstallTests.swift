import Foundation
import Support
import Testing

/// `scripts/install`, and the units that it installs.
struct InstallTests {
  static func run(_ program: String, _ arguments: [String], _ more: [String: String] = [:]) throws
    -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(more) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  static let install = Places.top.appending(path: "scripts/install").path
  static let files = [
    "bin/hallway", "lib/systemd/system/hallway-fetch.timer", "lib/systemd/system/hallway.timer",
    "lib/systemd/system/hallway@.service", "lib/sysusers.d/hallway.conf",
    "share/bash-completion/completions/hallway", "share/doc/hallway/examples/crontab",
    "share/fish/vendor_completions.d/hallway.fish", "share/man/man1/hallway.1",
    "share/man/man5/hallway.toml.5", "share/zsh/site-functions/_hallway",
  ]

  @Test func whatIsInstalledRunsAndGoesAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write("own/share/doc/other", "stays")
    let own = folder.path("own")
    let installed = try Self.run(
      "/bin/bash", [Self.install, "--binary", Places.program.path, "--prefix", own])
    #expect(installed.status == 0, "\(installed.output)")
    #expect(installed.output.contains("\(own)/bin is not on your PATH"))
    #expect(
      folder.files() == (Self.files + ["share/doc/other"]).map { "own/\($0)" }.sorted())
    let unit = try folder.read("own/lib/systemd/system/hallway@.service")
    #expect(unit.contains("\nExecStart=\(own)/bin/hallway %i --quiet --config "))
    #expect(
      try folder.read("own/share/doc/hallway/examples/crontab")
        .contains("\nPATH=\(own)/bin:/usr/bin:/bin\n"))
    #expect(
      try folder.read("own/share/man/man1/hallway.1").hasPrefix(".\\\" Made by 'hallway manual'"))
    let version = try Self.run("\(own)/bin/hallway", ["--version"])
    #expect(version.output.hasPrefix("hallway "))
    let removed = try Self.run("/bin/bash", [Self.install, "--uninstall", "--prefix", own])
    #expect(removed.status == 0, "\(removed.output)")
    #expect(folder.files() == ["own/share/doc/other"])
    #expect(!FileManager.default.fileExists(atPath: folder.path("own/share/man")))
  }

  @Test func aPackagersRootGoesBeforeThePrefix() throws {
    let folder = try TemporaryFolder()
    let installed = try Self.run(
      "/bin/bash", [Self.install, "--binary", Places.program.path, "--prefix=/usr"],
      ["DESTDIR": folder.path("root")])
    #expect(installed.status == 0, "\(installed.output)")
    #expect(folder.files().contains("root/usr/share/zsh/vendor-completions/_hallway"))
    let unit = try folder.read("root/usr/lib/systemd/system/hallway@.service")
    #expect(unit.contains("\nExecStart=/usr/bin/hallway %i "))
  }

  /// What a unit or a crontab runs is a command with options that it takes.
  @Test func whatIsScheduledIsUnderstood() throws {
    let crontab = try String(
      contentsOf: Places.top.appending(path: "cron/crontab"), encoding: .utf8)
    let scheduled = crontab.split(separator: "\n").compactMap { line in
      line.first?.isNumber == true ? line.split(separator: " ").drop { $0 != "hallway" } : nil
    }
    #expect(scheduled.map { $0.dropFirst().first } == ["fetch", "run"])
    for words in scheduled {
      let folder = try TemporaryFolder()
      let file = try folder.write("hallway.toml", "base_url = \"https://d.example/\"\n")
      let arguments = words.dropFirst().map { $0.hasSuffix("hallway.toml") ? file : String($0) }
      let result = try EndToEndTests.run(Array(arguments), in: folder)
      #expect(result.status == 0)
      #expect(result.output + result.words == "")
    }
  }

  static let analyze = "/usr/bin/systemd-analyze"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: analyze)))
  func systemdAcceptsTheUnitsAndFindsThemHardened() throws {
    let folder = try TemporaryFolder()
    func unit(_ name: String) throws -> String {
      try String(contentsOf: Places.top.appending(path: "cron/\(name)"), encoding: .utf8)
        // Neither the program nor its manual need be installed.
        .replacing("/usr/bin/hallway", with: Places.program.path)
        .replacing("Documentation=man:hallway(1)\n", with: "")
    }
    let service = try unit("hallway@.service")
    let names = ["hallway@fetch.service", "hallway@run.service"]
    for name in names { try folder.write(name, service) }
    for name in ["hallway.timer", "hallway-fetch.timer"] { try folder.write(name, try unit(name)) }
    let verified = try Self.run(
      Self.analyze, ["verify", folder.path("hallway.timer"), folder.path("hallway-fetch.timer")],
      ["SYSTEMD_UNIT_PATH": "\(folder.url.path):"])
    #expect(verified.output == "")
    #expect(verified.status == 0)
    let security = try Self.run(
      Self.analyze,
      ["security", "--offline=true", "--threshold=15", "--no-pager", folder.path(names[0])])
    #expect(security.status == 0, "\(security.output.suffix(200))")
  }
}
