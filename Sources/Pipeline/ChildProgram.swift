// Runs another program to its end, with bytes to read and a time limit.

import Glibc

/// Runs another program to its end.
///
/// What it reads and what it prints are files without a name: no pipe can block, and none can raise
/// SIGPIPE. How far it has read shows in the place that it shares with us in the file.
enum ChildProgram {
  /// How a program ended.
  struct Ending: Equatable {
    enum Cause: Equatable {
      case status(Int32)
      case signal(Int32)
      /// It was stopped.
      case timeout
    }

    let cause: Cause
    /// Whether it has read its input to the end.
    let tookAll: Bool
    /// What it printed on both outputs, on one line; its beginning, when it is long.
    let output: String
  }

  /// Why no program was started.
  struct Failure: Error {
    /// What the system says.
    let message: String

    init(_ number: Int32) { message = String(cString: strerror(number)).lowercased() }
  }

  private static let longestOutput = 1000

  /// Starts a program and waits for it.
  ///
  /// - Parameters:
  ///   - words: Its path, and its arguments; no shell reads them.
  ///   - timeoutSeconds: When they are over, it is asked to end, with all that it has started, and
  ///     two seconds later it is ended.
  static func run(_ words: [String], input: [UInt8], timeoutSeconds: Int) throws(Failure) -> Ending
  {
    guard let source = tmpfile() else { throw Failure(errno) }
    defer { fclose(source) }
    guard let print = tmpfile() else { throw Failure(errno) }
    defer { fclose(print) }
    guard fwrite(input, 1, input.count, source) == input.count, fflush(source) == 0 else {
      throw Failure(errno)
    }
    let (from, to) = (fileno(source), fileno(print))
    lseek(from, 0, SEEK_SET)
    let process = try start(words, reading: from, writing: to)
    let cause = wait(for: process, timeoutSeconds: timeoutSeconds)
    return Ending(
      cause: cause, tookAll: lseek(from, 0, SEEK_CUR) >= input.count, output: beginning(of: to))
  }

  private static func start(
    _ words: [String], reading source: Int32, writing print: Int32
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, source, 0)
    posix_spawn_file_actions_adddup2(&actions, print, 1)
    posix_spawn_file_actions_adddup2(&actions, print, 2)
    for descriptor in [source, print] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own can be ended whole.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, words[0], &actions, &attributes, &arguments, environ)
    guard error == 0 else { throw Failure(error) }
    return process
  }

  private static func wait(for process: pid_t, timeoutSeconds: Int) -> Ending.Cause {
    let start = ContinuousClock.now
    var isLate = false
    var nap: UInt32 = 1000
    while true {
      var status: Int32 = 0
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process {
        if isLate { return .timeout }
        let signal = status & 0x7F
        return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
      }
      let spent = ContinuousClock.now - start
      if spent > .seconds(timeoutSeconds + 2) {
        kill(-process, SIGKILL)
      } else if spent > .seconds(timeoutSeconds), !isLate {
        isLate = true
        kill(-process, SIGTERM)
      }
      usleep(nap)
      nap = min(nap * 2, 50_000)
    }
  }

  private static func beginning(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: longestOutput)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).unicodeScalars
      .split { $0.value <= 0x20 || (0x7F..<0xA0).contains($0.value) }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
