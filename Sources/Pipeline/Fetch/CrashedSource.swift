// A source that crashed this program: recorded as failed, and left out of the rest of the run.

import Model
import Network

extension FetchStage {
  /// Reads what a source sent; should that end this program, another takes its place.
  mutating func read(
    _ bytes: [UInt8], of source: Source, _ response: HTTPResponse?,
    _ use: (inout FetchStage, Source, [UInt8], HTTPResponse?) throws -> Void
  ) throws {
    try Rescue.reading(source.address, now: context.now) {
      try use(&self, source, bytes, response)
    }
  }

  /// Records what the program before this one died of.
  mutating func noteCrash() throws {
    guard let crash = Rescue.crash, case .reading(let place) = crash.work else { return }
    try fail(Source(address: place), HTTPFailure(reason: crash.reason))
  }

  /// Whether a source was asked by the program before this one, which is not done twice in a run.
  ///
  /// A list is read again all the same, since the threads that it names may be still to be read.
  func wasAskedBeforeCrash(_ source: Source) -> Bool {
    guard let crash = Rescue.crash, let record = health[source.address] else { return false }
    return record.lastAttempt == crash.now && !(source.followThreads && record.failures == 0)
  }
}
