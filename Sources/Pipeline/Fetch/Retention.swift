// What is older than the configuration keeps: not stored, and removed.

import Ingest
import Model
import Store

extension FetchStage {
  /// A clock may be so far ahead of the newest that is stored.
  private static let mostAhead: Int64 = 7 * 86_400
  /// What is kept before the first day of an issue that is still to be made: as long as the shortest
  /// that can be configured, for threads begin before the week that they are in.
  private static let beforeIssue: Int64 = 28 * 86_400

  /// The first moment of what is kept; `nil`: everything is.
  ///
  /// It is counted from the newest that is stored where the clock is far ahead of that: either the
  /// clock is wrong, and must not cost what is stored, or nothing comes that would need the space. A
  /// week whose issue is still to be made keeps what it is made of.
  static func limit(of archive: Archive, _ context: RunContext) throws -> Timestamp? {
    guard let keeping = context.settings.keeping else { return nil }
    let newest = try archive.newestDate(before: context.now)
    let latest = newest.map { $0.advanced(by: mostAhead) } ?? context.now
    let limit = keeping.limit(at: min(context.now, latest))
    let due = try RunStage.due(context, archive).first
    return due.map { min(limit, $0.from.advanced(by: -beforeIssue)) } ?? limit
  }

  /// Removes what is too old; returns how many posts, articles and episodes went.
  func removeOld() throws -> Int {
    guard let limit else { return 0 }
    return try archive.remove(before: limit).count
  }

  /// Gives much free space back to the disk: at the end, for what was removed waits in the archive
  /// until its terms are counted.
  mutating func compact() {
    do {
      try archive.compact()
    } catch {
      report.warnings.append(
        Diagnostic(
          place: context.settings.database,
          "what was removed is gone, but its space could not be given back: \(error)"))
    }
  }
}

extension Harvest {
  /// Leaves out what is too old to be kept: a feed that still lists it must not bring it back.
  ///
  /// A thread stays, even without posts, and knows that it is older than what is left.
  mutating func leaveOut(before limit: Timestamp) {
    func isKept(_ date: Timestamp?) -> Bool { date.map { $0 >= limit } ?? true }
    for index in threads.indices {
      let old = threads[index].posts.filter { !isKept($0.date) }
      guard let last = old.map({ $0.number ?? 1 }).max() else { continue }
      threads[index].posts.removeAll { !isKept($0.date) }
      threads[index].removedUpTo = max(threads[index].removedUpTo, last)
    }
    articles.removeAll { !isKept($0.date) }
    episodes.removeAll { !isKept($0.date) }
  }
}
