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
    let pages = Files.entries(of: context.settings.output + "/issues")
      .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(".html".count)) }
    let salvage = try context.archive().salvage(from: kept, pages: pages) {
      CivilTime.window(named: $0)
    }
    var told = [
      Diagnostic(
        place: kept,
        "is the old database, put aside; \(salvage.issues) published issues were taken over; what came by 'hallway import' is to be imported again"
      )
    ]
    if salvage.named > 0 {
      told.append(
        Diagnostic(
          place: kept,
          "of \(salvage.named) other issues only the names are known: their pages stay as they are, and what they printed may be printed again; 'hallway import' of an export ('hallway export --format ndjson') gives them back"
        ))
    }
    if let problem = salvage.problem {
      told.append(Diagnostic(place: kept, "could not be read in whole: \(problem)"))
    }
    return told
  }
}
