// A document that crashes the program loses its source, and a week its issue, but not the run.

import CRescue
import Glibc
package import Model
import Network

/// Starts the program again when it crashes, or works without end, while it reads what one source
/// sent or makes one issue.
///
/// The program that is started in its place has the same process id and arguments and finds here what
/// it is to leave out. What was stored until then stays.
package enum Rescue {
  /// What the program before this one died of.
  package struct Crash: Sendable {
    /// What it was working on.
    enum Work: Sendable {
      /// Reading what this address sent.
      case reading(String)
      /// Making the last of these issues, by their names; the program before it, that before it.
      case making([String])
    }

    /// The number of the signal; `SIGPROF`: it took too long.
    let signal: Int32
    /// What "now" was in that run, which this one goes on with.
    package let now: Timestamp
    /// What it was working on.
    let work: Work

    /// What is said of the source or issue.
    var reason: String {
      let how = signal == SIGPROF ? "keeps this program busy without end" : "crashes this program"
      return switch work {
      case .reading: "what it sends \(how) (signal \(signal)); please report it, with the document"
      case .making: "making it \(how) (signal \(signal)); please report it, with the database"
      }
    }
  }

  /// How much processor time a document may take.
  ///
  /// The longest that is read by default, 16 MB, takes less than a second.
  private static let mostSecondsOfReading: Int32 = 120

  /// How much an issue may take; one of 100,000 posts takes less than half a minute.
  private static let mostSecondsOfMaking: Int32 = 1800

  private static let longestPlace = 3900

  /// What the program before this one died of, if it was started again.
  package static let crash = take()

  /// The issues that crashed a program before this one, by name, which are left out.
  static var lostIssues: [String] {
    if case .making(let issues) = crash?.work { issues } else { [] }
  }

  /// Allows that the program is started again, and lets it say so when it crashes at something else;
  /// for the program itself only, not for its tests.
  package static func listen() {
    // Read before another program could be given it.
    _ = crash
    hw_rescue_listen(CommandLine.unsafeArgv)
  }

  /// Reads something of which it is not certain that this program survives it.
  static func reading<Result>(
    _ place: String, now: Timestamp, _ body: () throws -> Result
  ) rethrows -> Result {
    // An address that would be cut could not be known again.
    guard place.utf8.count < longestPlace else { return try body() }
    hw_rescue_begin(
      "\(now.seconds)\nreading\n\(place)", "reading \(Addresses.withoutCredentials(place))",
      mostSecondsOfReading)
    defer { hw_rescue_end() }
    return try body()
  }

  /// Makes an issue, of which that is not certain either.
  ///
  /// - Parameter name: The issue's name in addresses.
  static func making<Result>(
    _ name: String, now: Timestamp, _ body: () async throws -> Result
  ) async rethrows -> Result {
    let names = (lostIssues + [name]).joined(separator: " ")
    hw_rescue_begin(
      "\(now.seconds)\nmaking\n\(names)", "making the issue \(name)", mostSecondsOfMaking)
    defer { hw_rescue_end() }
    return try await body()
  }

  private static func take() -> Crash? {
    guard let value = getenv(HW_RESCUE_VARIABLE) else { return nil }
    let lines = String(cString: value).split(separator: "\n", maxSplits: 3).map(String.init)
    unsetenv(HW_RESCUE_VARIABLE)
    guard lines.count == 4, let signal = Int32(lines[0]), let seconds = Int64(lines[1]) else {
      return nil
    }
    let work: Crash.Work
    switch lines[2] {
    case "reading": work = .reading(lines[3])
    case "making": work = .making(lines[3].split(separator: " ").map(String.init))
    default: return nil
    }
    return Crash(signal: signal, now: Timestamp(seconds: seconds), work: work)
  }
}
