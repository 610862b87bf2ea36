// What is older than the configuration keeps: not stored, and removed.

import Ingest
import Model
import Store

extension FetchStage {
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
  mutating func leaveOut(before limit: Timestamp) {
    func isKept(_ date: Timestamp?) -> Bool { date.map { $0 >= limit } ?? true }
    for index in threads.indices { threads[index].posts.removeAll { !isKept($0.date) } }
    threads.removeAll(where: \.posts.isEmpty)
    articles.removeAll { !isKept($0.date) }
    episodes.removeAll { !isKept($0.date) }
  }
}
