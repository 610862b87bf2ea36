// The built program under way: what it says, how it ends, and that it ends.

import Foundation
import Support
import Synchronization
import Testing

/// The built program, or another, under way.
final class ProgramRun {
  /// How it ended.
  struct Ending {
    /// The exit status; `nil`: a signal ended it.
    let status: Int32?
    /// That signal.
    let signal: Int32
    let output: String
    let words: String
    let time: Duration
  }

  let process = Process()
  private let folder: TemporaryFolder
  private let start = ContinuousClock.now
  private let end = Stamp()

  /// When it ended: other tests may hold up the one that waits for it.
  private final class Stamp: Sendable {
    let moment = Mutex<ContinuousClock.Instant?>(nil)
  }

  /// Starts the program in a folder.
  ///
  /// - Parameters:
  ///   - room: Where it runs; `nil`: where the test does.
  ///   - output: Where its output goes; `nil`: into the ending.
  init(
    _ arguments: [String], in place: String, room: Room? = nil,
    environment: [String: String] = [:], output: FileHandle? = nil
  ) throws {
    folder = try TemporaryFolder()
    let words = [Places.program.path] + arguments
    let command = room?.command(words, in: place) ?? words
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(filePath: room == nil ? place : "/")
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Through files: a full pipe would stop the program.
    let out = try folder.write("out", "")
    process.standardOutput = try output ?? FileHandle(forWritingTo: URL(filePath: out))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.write("err", "")))
    process.terminationHandler = { [end] _ in end.moment.withLock { $0 = .now } }
    try process.run()
  }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Whether it has ended, though something that it had started goes on: then it is running still to
  /// `Process`, and its number is its own.
  var isZombie: Bool {
    let path = "/proc/\(process.processIdentifier)/stat"
    let state = FileManager.default.contents(atPath: path) ?? Data()
    return String(decoding: state, as: UTF8.self).contains(") Z ")
  }

  /// Waits for the end; a program that hangs is killed, which shows as signal 9.
  func ending(within time: Duration = .seconds(60)) async throws -> Ending {
    if try await !Self.wait(within: time, until: { !process.isRunning }) {
      signal(SIGKILL)
      process.waitUntilExit()
    }
    let isExit = process.terminationReason == .exit
    return Ending(
      status: isExit ? process.terminationStatus : nil,
      signal: isExit ? 0 : process.terminationStatus, output: try folder.read("out"),
      words: try folder.read("err"), time: (end.moment.withLock { $0 } ?? .now) - start)
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], in place: String, room: Room? = nil, environment: [String: String] = [:]
  ) async throws -> Ending {
    try await ProgramRun(arguments, in: place, room: room, environment: environment).ending()
  }

  /// Waits until something is so, as seen from outside the program; `false`: it never was.
  ///
  /// Other tests go on meanwhile.
  static func wait(
    within time: Duration = .seconds(30), until isSo: () throws -> Bool
  ) async throws -> Bool {
    let start = ContinuousClock.now
    while try !isSo() {
      guard ContinuousClock.now - start < time else { return false }
      try await Task.sleep(for: .milliseconds(5))
    }
    return true
  }
}

/// Another program that says when it is ready, and ends when its standard input does.
final class Companion {
  /// What it said: a line.
  let line: String
  private let process = Process()
  private let input = Pipe()

  /// Its process.
  var identifier: Int32 { process.processIdentifier }

  /// Starts a program and waits for its first line.
  init(_ command: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else {
        process.waitUntilExit()
        throw POSIXError(.ECHILD)
      }
      text += String(decoding: data, as: UTF8.self)
    }
    line = String(text.prefix { $0 != "\n" })
  }

  /// Ends it.
  func end() async throws {
    try input.fileHandleForWriting.close()
    #expect(try await ProgramRun.wait { !process.isRunning })
  }

  deinit {
    // Where it is closed already it has ended.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
