// The built program under way: what it says, how it ends, and that it ends.

import Foundation
import Support

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
  private let end = DispatchSemaphore(value: 0)

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
    process.terminationHandler = { [end] _ in end.signal() }
    try process.run()
  }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Waits for the end; a program that hangs is killed, which shows as signal 9.
  func ending(within seconds: Int = 60) throws -> Ending {
    if end.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
      signal(SIGKILL)
      end.wait()
    }
    let isExit = process.terminationReason == .exit
    return Ending(
      status: isExit ? process.terminationStatus : nil,
      signal: isExit ? 0 : process.terminationStatus, output: try folder.read("out"),
      words: try folder.read("err"), time: ContinuousClock.now - start)
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], in place: String, room: Room? = nil, environment: [String: String] = [:]
  ) throws -> Ending {
    try ProgramRun(arguments, in: place, room: room, environment: environment).ending()
  }

  /// Waits until something is so, as seen from outside the program; `false`: it never was.
  static func wait(until isSo: () throws -> Bool) rethrows -> Bool {
    let start = ContinuousClock.now
    while try !isSo() {
      guard ContinuousClock.now - start < .seconds(30) else { return false }
      usleep(5000)
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

  /// Starts a program and waits for its first line; `nil`: it ended without one.
  init?(_ command: [String]) throws {
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
        return nil
      }
      text += String(decoding: data, as: UTF8.self)
    }
    line = String(text.prefix { $0 != "\n" })
  }

  /// Ends it.
  func end() {
    // What is closed already has ended it.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  deinit { end() }
}
