// Issues to the site.

package import Model
import Render
import Store

/// Writes the site: an issue, and everything that it changes.
package enum PublishStage {
  /// Builds the issue of a window and writes the site, under the lock.
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
    try requirePlace(settings)
    let edition = try context.edition()
    // Of a database that is not there an empty issue would come, and stay.
    _ = try context.storedArchive()
    let archive = try context.archive()
    var (built, warnings) = try await IssueStage.build(window, context, archive)
    if window.until > context.now {
      built.madeEarly = context.now
      built.missing.insert(
        Issue.Omission(
          source: "This issue",
          what: "was made on \(CivilTime.day(of: context.now).long), before its time was over"),
        at: 0)
      warnings.append(
        Diagnostic(
          place: window.slug, "is not over; once it is, the next run makes its issue again"))
    }
    let issue = IssueComposition.printed(built)
    let listing = IssueListing(issue)
    let published = try archive.publishedIssues().filter { $0.slug != window.slug }
    let others = published.map { issue in
      let window = CivilTime.window(from: issue.firstDay, until: issue.endDay)
      return IssueListing(
        slug: issue.slug, window: window.spelled, firstDay: issue.firstDay, until: issue.until,
        lines: issue.summary)
    }
    let listings = (others + [listing]).sorted { ($0.until, $0.slug) > ($1.until, $1.slug) }
    var writer = SiteWriter(settings.output, by: settings.publishing)
    let latest = try listings.first { $0.slug != window.slug }.flatMap { newest in
      newest.until > window.until ? try archive.printedIssue(newest.slug) : nil
    }
    let isWhole = try context.rendered {
      try edition.site(
        latest ?? issue, listings: listings,
        topics: {
          $0 == window.slug ? issue.topics.map(\.slug) : try archive.topics(ofIssue: $0)
        },
        issue: { $0 == window.slug ? issue : try archive.printedIssue($0) },
        emit: { writer.add($0) })
    }
    let written: Int
    do {
      written = try writer.finish(isWhole: isWhole)
    } catch {
      throw RunFailure.failed(
        "\(error.path): cannot be written; is the folder writable and the disk not full?")
    }
    // Recorded last: an issue that is not wholly on the disk has not been published.
    try archive.recordPublication(
      of: issue, summary: listing.lines, threads: IssueComposition(issue).threads.map(\.id))
    let page = "\(settings.output)/issues/\(window.slug).html"
    var report = RunReport()
    report.warnings = warnings
    report.facts = [
      ("issue", .text(page)), ("files written", .count(written)),
      ("threads", .count(issue.threads.count)), ("topics", .count(issue.topics.count)),
    ]
    report.issues = [page]
    return report
  }

  /// Publishing needs the address where the site will be, and a folder of its own.
  static func requirePlace(_ settings: Settings) throws(RunFailure) {
    let faults = faults(settings)
    if !faults.isEmpty { throw .usage(faults) }
  }

  /// What keeps a site from being published, one line each.
  static func faults(_ settings: Settings) -> [String] {
    var faults: [String] = []
    if settings.baseURL.isEmpty {
      faults.append(
        "\(settings.file): has no 'base_url'; publishing needs the address where the site will be")
    }
    for (what, path) in [("configuration", settings.file), ("database", settings.database)]
    where Files.isInside(path, settings.output) {
      faults.append(
        "\(settings.file): 'output' is \(settings.output), where the \(what) lies too, for every visitor to read; name a folder of its own"
      )
    }
    return faults
  }
}
