// A reader that crashes loses its source, not the run.

import CRescue
import Glibc
package import Model
import Network

/// Starts the program again when it crashes, or works without end, while it reads what one source
/// sent.
///
/// The program that is started in its place has the same process id and arguments and finds here what
/// it is to leave out. What was stored until then stays.
package enum Rescue {
  /// What the program before this one died of.
  package struct Crash: Sendable {
    /// The number of the signal; `SIGPROF`: it took too long.
    let signal: Int32
    /// What "now" was in that run, which this one goes on with.
    package let now: Timestamp
    /// The address of what it was reading.
    let place: String

    /// What is said of the source.
    var reason: String {
      let how = signal == SIGPROF ? "keeps this program busy without end" : "crashes this program"
      return "what it sends \(how) (signal \(signal)); please report it, with the document"
    }
  }

  /// How much processor time a document may take.
  ///
  /// The longest that is read by default, 16 MB, takes less than a second.
  private static let mostSeconds: Int32 = 120

  private static let longestPlace = 3900

  /// What the program before this one died of, if it was started again.
  package static let crash = take()

  /// Allows that the program is started again; for the program itself only, not for its tests.
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
    hw_rescue_begin("\(now.seconds)\n\(place)", Addresses.withoutCredentials(place), mostSeconds)
    defer { hw_rescue_end() }
    return try body()
  }

  private static func take() -> Crash? {
    guard let value = getenv(HW_RESCUE_VARIABLE) else { return nil }
    let lines = String(cString: value).split(separator: "\n", maxSplits: 2)
    unsetenv(HW_RESCUE_VARIABLE)
    guard lines.count == 3, let signal = Int32(lines[0]), let seconds = Int64(lines[1]) else {
      return nil
    }
    return Crash(signal: signal, now: Timestamp(seconds: seconds), place: String(lines[2]))
  }
}
