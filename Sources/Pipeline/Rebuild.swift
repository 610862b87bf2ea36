// A damaged database put aside, and a new one begun.

import Glibc
import Model
import Store

/// Puts a database aside and begins a new one.
enum Rebuild {
  /// Moves the database to a name of its own beside it, and takes over what was published and sent, as
  /// far as that can be read; all else comes from the sources again.
  ///
  /// For a caller that holds the lock.
  ///
  /// - Returns: What was done, for the report.
  static func run(_ context: RunContext) throws -> [Diagnostic] {
    let path = context.settings.database
    guard Files.exists(path) else { return [] }
    var number = 1
    while Files.exists("\(path).damaged-\(number)") { number += 1 }
    let kept = "\(path).damaged-\(number)"
    // The log belongs to its database: without it the last transactions are gone.
    for suffix in ["-wal", "-shm", ""] where Files.exists(path + suffix) {
      guard rename(path + suffix, kept + suffix) == 0 else {
        throw RunFailure.failed(
          "\(path + suffix): cannot be moved to \(kept + suffix): \(String(cString: strerror(errno)).lowercased())"
        )
      }
    }
    let (issues, problem) = try context.archive().salvage(from: kept)
    var told = [
      Diagnostic(
        place: kept,
        "is the old database, put aside; \(issues) published issues were taken over; what came by 'hallway import' is to be imported again"
      )
    ]
    if let problem {
      told.append(
        Diagnostic(
          place: kept,
          "could not be read to its end, so an issue may be published and sent again: \(problem)"))
    }
    return told
  }
}
