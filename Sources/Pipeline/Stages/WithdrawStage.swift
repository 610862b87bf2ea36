// A published issue taken back.

package import Model
import Render
import Store

/// Takes a published issue back: off the site, and out of what counts as printed.
package enum WithdrawStage {
  /// Writes the site without the issue of a window and forgets that it was printed, under the lock.
  ///
  /// Its week counts as done: no run makes it again, only `publish` does. That of a week that was not
  /// over does not.
  package static func run(_ window: Window, _ context: RunContext) throws -> RunReport {
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    try PublishStage.requirePlace(context.settings)
    let edition = try context.edition()
    _ = try context.storedArchive()
    let archive = try context.archive()
    guard let issue = try archive.publishedIssues().first(where: { $0.slug == window.slug }) else {
      throw RunFailure.failed("\(window.slug): no such issue was published")
    }
    let written = try Site(context: context, edition: edition, archive: archive)
      .write(without: issue)
    // Recorded last: what dies before it is done again, and ends the same.
    try archive.withdraw(issue, at: context.now)
    var report = RunReport()
    report.facts = [("withdrawn", .text(issue.slug)), ("files written", .count(written))]
    if try archive.mail(of: issue.slug) != nil {
      report.warnings = [
        Diagnostic(place: issue.slug, "was sent by mail too, which cannot be taken back")
      ]
    }
    return report
  }
}
