// Fetch, publish and send: what cron calls.

package import Model
import Render
import Store

/// Fetches, publishes each week that has become complete, and sends its mail.
package enum RunStage {
  /// Weeks that are caught up, at most: a longer absence is not made up for by a flood of old news.
  private static let mostMissed = 8
  /// A clock by which nothing was said for longer is taken for a wrong one.
  private static let longestSilence: Int64 = 8 * 7 * 86_400

  /// Fetches, then publishes and sends; sources that fail do not keep an issue back, unless all do:
  /// an issue is made once, and one without a network would be empty for good.
  ///
  /// - Parameters:
  ///   - window: The issue to make, whether it has been made or not; `nil`: every complete week since
  ///     the last issue, or the last one where there is none yet.
  ///   - rebuild: Whether a damaged database is put aside first.
  ///   - onProgress: Is told after each answer of a source.
  package static func run(
    _ window: Window?, _ context: RunContext, rebuild: Bool = false,
    onProgress: ((FetchProgress) -> Void)? = nil
  ) async throws -> RunReport {
    // Faults of the configuration show before anything is fetched.
    let edition = try context.edition()
    try PublishStage.requirePlace(context.settings)
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    // A run that was started again has done so.
    let told = rebuild && Rescue.crash == nil ? try Rebuild.run(context) : []
    var report = try FetchStage.fetch(context, all: rebuild, onProgress: onProgress)
    report.warnings = told + report.warnings
    let windows = try window.map { [$0] } ?? due(context, context.archive())
    if window == nil, report.isCutOff, !windows.isEmpty {
      let example = report.anyFailure.map { " (\($0.spelled))" } ?? ""
      report.faults.append(
        Diagnostic(
          "no issue is made, since no source could be read; is the network there? The next run makes it\(example)"
        ))
      return report
    }
    report.warnings += try ahead(context)
    if windows.isEmpty {
      let archive = try context.archive()
      let site = Site(context: context, edition: edition, archive: archive)
      if let written = try site.writeIfMissing() {
        report.facts.append(("files written", .count(written)))
      }
      let newest = try archive.publishedIssues().first?.slug
      report.facts.append(
        ("issue", .text("none is due\(newest.map { "; the newest is \($0)" } ?? "")")))
    }
    if let crash = Rescue.crash {
      report.faults = Rescue.lostIssues.map { Diagnostic(place: "the issue \($0)", crash.reason) }
    }
    for window in windows where !Rescue.lostIssues.contains(window.slug) {
      try Interruption.check()
      report.add(
        try await Rescue.making(window.slug, now: context.now) {
          try await PublishStage.publish(window, context)
        })
    }
    try Interruption.check()
    if let mail = context.settings.mail, mail.way != nil {
      let archive = try context.archive()
      for window in try window.map({ [$0] }) ?? unsent(context, archive)
      where !Rescue.lostIssues.contains(window.slug) {
        do {
          report.add(try SendStage.send(window, mail, edition, context, archive))
        } catch let failure as RunFailure {
          // What was published is told all the same.
          report.add(failure)
        }
      }
    }
    return report
  }

  /// A warning when issues cover weeks that have not begun.
  private static func ahead(_ context: RunContext) throws -> [Diagnostic] {
    let today = CivilTime.day(of: context.now)
    let early = try context.archive().publishedIssues().filter { $0.firstDay > today }
    guard let first = early.last else { return [] }
    let window = CivilTime.window(from: first.firstDay, until: first.endDay)
    let names = Words.list(early.reversed().map(\.slug))
    return [
      Diagnostic(
        place: context.settings.database,
        "has issues of weeks that have not begun (\(names)): is the clock wrong, or was it? If it was, 'hallway withdraw \(window.options)' takes that one back"
      )
    ]
  }

  /// The newest issue, where its mail is still to be sent.
  ///
  /// Mail of older ones would come too late to be news.
  private static func unsent(_ context: RunContext, _ archive: Archive) throws -> [Window] {
    let today = CivilTime.day(of: context.now)
    guard let newest = try archive.publishedIssues().first(where: { $0.endDay <= today }),
      try archive.mail(of: newest.slug)?.state != .sent,
      // One of which only the name is known, after a database was damaged.
      try archive.printedIssue(newest.slug) != nil,
      // The issue before one that was taken back is no news either.
      try lastWithdrawn(archive, until: today).map({ $0 < newest.endDay }) ?? true
    else { return [] }
    return [CivilTime.window(from: newest.firstDay, until: newest.endDay)]
  }

  /// The end of the newest week, up to a day, whose issue was taken back after the week was over.
  private static func lastWithdrawn(_ archive: Archive, until day: CalendarDay) throws
    -> CalendarDay?
  {
    try archive.withdrawals().filter {
      $0.endDay <= day && $0.endDay <= CivilTime.day(of: $0.moment)
        && $0.firstDay <= $0.endDay.advanced(by: -7)
    }.map(\.endDay).max()
  }

  /// The complete weeks that no issue covers yet, oldest first; one that was taken back covers its own.
  ///
  /// An issue that was made before its week was over counts as none, as does one of fewer days. Issues of weeks that are still
  /// to come were made when the clock was wrong, or it is wrong now: they keep no issue back. Where
  /// there are no others, the last week is due if anything stored is of that time.
  static func due(_ context: RunContext, _ archive: Archive) throws -> [Window] {
    let last = CivilTime.lastWeek(before: context.now, weekStart: context.settings.weekStart)
    let issues = try archive.publishedIssues()
    let past = issues.filter { $0.endDay <= last.endDay }
    let withdrawn = try lastWithdrawn(archive, until: last.endDay)
    guard !past.isEmpty || withdrawn != nil else {
      let newest = try archive.newestDate(before: context.now)
      let isOfItsTime = newest.map { context.now.seconds - $0.seconds < longestSilence } ?? false
      return issues.isEmpty || isOfItsTime ? [last] : []
    }
    let made = try past.first {
      $0.firstDay <= $0.endDay.advanced(by: -7)
        ? try archive.printedIssue($0.slug)?.madeEarly == nil : false
    }?.endDay
    guard let newest = [made, withdrawn].compactMap(\.self).max() else { return [last] }
    var weeks: [Window] = []
    var week = last
    while week.endDay > newest, weeks.count < mostMissed {
      weeks.append(week)
      week = CivilTime.window(from: week.firstDay.advanced(by: -7), until: week.firstDay)
    }
    return weeks.reversed()
  }
}
