// An issue to the site.

package import Model
import Render
import Store

/// Writes an issue and what belongs to it into the site.
package enum PublishStage {
  /// Builds and writes the issue of a window, under the lock.
  ///
  /// Templates are compiled before anything else.
  package static func run(_ window: Window, _ context: RunContext) async throws -> RunReport {
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    return try await publish(window, context)
  }

  /// The same for a caller that holds the lock.
  static func publish(_ window: Window, _ context: RunContext) async throws -> RunReport {
    let settings = context.settings
    guard !settings.baseURL.isEmpty else {
      throw RunFailure.usage([
        "\(settings.file): has no 'base_url'; publishing needs the address where the site will be"
      ])
    }
    let edition = try context.edition()
    let archive = try context.archive()
    let issue = try await IssueStage.build(window, context, archive)
    let lines = IssueComposition.inShort(issue, IssueComposition(issue)).map {
      $0.note.isEmpty ? $0.text : "\($0.text) (\($0.note))"
    }
    let own = IssueListing(
      slug: window.slug, window: window.spelled, until: window.until, lines: lines)
    let others = try archive.publishedIssues().filter { $0.slug != window.slug }.map { issue in
      IssueListing(
        slug: issue.slug,
        window: CivilTime.window(from: issue.firstDay, until: issue.endDay).spelled,
        until: issue.until, lines: issue.summary)
    }
    let all = (others + [own]).sorted { ($0.until, $0.slug) > ($1.until, $1.slug) }
    let newer = try archive.topics(printedAfter: window.until)
    let files = try context.rendered { () throws(TemplateError) in
      try edition.site(issue, issues: all, goneOn: newer)
    }
    let written: Int
    do {
      written = try SiteWriter.write(files, under: settings.output)
    } catch let failure as SiteWriter.Failure {
      throw RunFailure.failed(
        "\(failure.path): cannot be written; is the folder writable and the disk not full?")
    }
    // Recorded last: an issue that is not wholly on the disk has not been published.
    try archive.recordPublication(of: issue, summary: lines)
    var report = RunReport()
    report.facts = [
      ("issue", "\(settings.output)/issues/\(window.slug).html"), ("files written", "\(written)"),
      ("threads", "\(issue.threads.count)"), ("topics", "\(issue.topics.count)"),
    ]
    return report
  }
}
