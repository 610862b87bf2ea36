import Foundation
import Support
import Testing

/// The built program, run as a user would.
enum EndToEndTests {
  struct Result {
    let status: Int32
    let output: String
    let words: String
  }

  static func run(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = Places.program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path]
      .merging(environment) { $1 }
    // Through files: a full pipe would stop the program.
    let out = folder.path(".out")
    let err = folder.path(".err")
    for name in [".out", ".err"] { try folder.write(name, "") }
    try folder.write(".in", input)
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    process.standardInput = FileHandle(forReadingAtPath: folder.path(".in"))
    try process.run()
    process.waitUntilExit()
    let result = Result(
      status: process.terminationStatus, output: try folder.read(".out"),
      words: try folder.read(".err"))
    for name in [".out", ".err", ".in"] {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    return result
  }
}
