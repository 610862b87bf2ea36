// Issues to the site.

package import Model
import Render
import Store

/// Writes the site: an issue, and everything that it changes.
package enum PublishStage {
  /// Builds the issue of a window and writes the site, under the lock.
  ///
  /// Templates are compiled before anything else.
  ///
  /// - Parameter again: Whether it is made although some of what an earlier state of it was made of is
  ///   not kept any more.
  package static func run(_ window: Window, _ context: RunContext, again: Bool = false) async throws
    -> RunReport
  {
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    return try await publish(window, context, again: again)
  }

  /// The same for a caller that holds the lock.
  static func publish(_ window: Window, _ context: RunContext, again: Bool = false) async throws
    -> RunReport
  {
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
    warnings += try thinned(built, again: again, archive, context)
    let issue = IssueComposition.printed(built)
    let site = Site(context: context, edition: edition, archive: archive)
    let written = try site.write(with: issue)
    // Recorded last: an issue that is not wholly on the disk has not been published.
    try archive.recordPublication(
      of: issue, summary: IssueListing(issue).lines,
      threads: IssueComposition(issue).threads.map(\.id))
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

  /// Refuses to make an issue again of less than it was made of, and tells of one that is made of what
  /// is left.
  private static func thinned(
    _ issue: Issue, again: Bool, _ archive: Archive, _ context: RunContext
  ) throws -> [Diagnostic] {
    let window = issue.window
    guard let limit = try FetchStage.limit(of: archive, context), window.from < limit else {
      return []
    }
    func size(_ issue: Issue) -> Int {
      issue.statistics.posts + issue.statistics.articles + issue.statistics.episodes
    }
    guard let printed = try archive.printedIssue(window.slug) else {
      return [
        Diagnostic(
          place: window.slug, "is older than what is kept ('keep'): it is made of what is left")
      ]
    }
    let (left, all) = (size(issue), size(printed))
    guard left < all, !again else { return [] }
    throw RunFailure.failed(
      "\(window.slug): of the \(all) posts, articles and episodes that it was made of \(left) are left ('keep'); it stays as it is ('hallway publish \(window.options) --again' makes it of what is left)"
    )
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
