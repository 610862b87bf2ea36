import Foundation
import Support
import Testing

/// What the shells make of the completions.
struct CompletionsTests {
  /// What a program of the system prints, errors too, when it reads a script.
  static func say(_ program: String, _ arguments: [String], _ script: String) throws -> String {
    let folder = try TemporaryFolder()
    for name in ["list.opml", "a b.mbox", "site/page.html"] { try folder.write(name, "") }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments + [try folder.write("script", script)]
    process.currentDirectoryURL = folder.url
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.url.path, "LC_ALL": "C.UTF-8", "TERM": "dumb",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  static func script(_ shell: String) throws -> String {
    let result = try EndToEndTests.run(["completions", shell], in: TemporaryFolder())
    #expect(result.status == 0)
    return result.output
  }

  static func isThere(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
  }

  /// Words on the line, the last one being completed, with what comes in its place.
  static let lines: [([String], [String])] = [
    (["ve"], ["verify"]),
    (["digest", "--format", "js"], ["json"]),
    (["digest", "--format", "=", "h"], ["html"]),
    (["init", "--preset", "="], ["python", "rust", "swift"]),
    (["digest", "--un"], ["--until"]),
    (["digest", "--week", ""], []),
    (["init", "--preset", "r"], ["rust"]),
    (["add", "--kind", "p"], ["podcast"]),
    (["analyze", "s"], ["summarize", "segment"]),
    (["import", "a"], ["a b.mbox"]),
    (["publish", "--config", "li"], ["list.opml"]),
    (["demo", "s"], ["site"]),
    (["help", "com"], ["completions"]),
  ]

  @Test(arguments: lines)
  func bashCompletes(words: [String], wanted: [String]) throws {
    let line = (["hallway"] + words).map { "'\($0)'" }.joined(separator: " ")
    let output = try Self.say(
      "/bin/bash", ["--norc"],
      try Self.script("bash")
        + "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _hallway; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    let offered = output.split(separator: "\n").map(String.init)
    for word in wanted { #expect(offered.contains(word), "\(offered)") }
    #expect(offered.count == wanted.count, "\(offered)")
  }

  @Test func bashOffersEveryCommandOfTheHelp() throws {
    let output = try Self.say(
      "/bin/bash", ["--norc"],
      try Self.script("bash")
        + "COMP_WORDS=(hallway ''); COMP_CWORD=1; _hallway; printf '%s\\n' \"${COMPREPLY[@]}\"\n")
    let help = try EndToEndTests.run(["--help"], in: TemporaryFolder()).output
    let named = help.split(separator: "\n").filter {
      $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLetter == true && !$0.hasSuffix("(not yet)")
    }.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(named.count >= 15)
    #expect(
      output.split(separator: "\n").map(String.init) == named + ["help", "--help", "--version"])
  }

  @Test(.enabled(if: isThere("fish")))
  func fishCompletes() throws {
    let script = try Self.script("fish")
    for (words, wanted) in Self.lines where !words.contains("=") && words != ["demo", "s"] {
      let line = "hallway " + words.joined(separator: " ")
      let output = try Self.say(
        "/usr/bin/fish", ["--no-config"], script + "complete -C \"\(line)\"\n")
      let offered = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
      #expect(offered.sorted() == wanted.sorted(), "\(line)")
    }
  }

  @Test(.enabled(if: isThere("zsh")))
  func zshReadsItsCompletions() throws {
    let script = try Self.script("zsh")
    #expect(try Self.say("/usr/bin/zsh", ["-f", "-n"], script) == "")
    // The arguments of _arguments, as zsh has taken them apart.
    let shown = try Self.say(
      "/usr/bin/zsh", ["-f"],
      "_arguments() { print -rl -- \"$@\" }\ncompdef() { : }\n" + script
        + "words=(hallway digest ''); CURRENT=3; _hallway\n")
    let specs = shown.split(separator: "\n").map(String.init)
    #expect(specs.contains { $0.hasPrefix("--format=[") && $0.contains(":(text html json") })
    #expect(specs.contains { $0.hasPrefix("--config=[") && $0.hasSuffix(":_files") })
    #expect(
      specs.contains("--week=[an ISO week, as 2026-W47; default\\: the last complete week]:WEEK: "))
  }

  @Test func anUnknownShellIsNamed() throws {
    let result = try EndToEndTests.run(["completions", "bahs"], in: TemporaryFolder())
    #expect(result.status == 2)
    #expect(
      result.words
        == "hallway: unknown shell 'bahs'; expected bash, zsh, fish; did you mean 'bash'?\n")
  }
}
