// The published issues to the site, with one that is new or without one that is taken back.

import Model
import Render
import Store

/// The published issues to the site.
///
/// Nothing is recorded: what is wholly on the disk is for the caller to record.
struct Site {
  let context: RunContext
  let edition: Edition
  let archive: Archive

  /// Writes the site with an issue in place of the one of its name, if there is one.
  ///
  /// - Returns: How many files were written.
  func write(with issue: Issue) throws -> Int {
    let others = try listings().filter { $0.slug != issue.window.slug }
    let listings = (others + [IssueListing(issue)]).sorted {
      ($0.until, $0.slug) > ($1.until, $1.slug)
    }
    let latest = try others.first.flatMap { newest in
      newest.until > issue.window.until ? try archive.printedIssue(newest.slug) : nil
    }
    return try write(latest ?? issue, listings, with: issue, without: [])
  }

  /// Writes the site without an issue.
  ///
  /// - Returns: How many files were written.
  func write(without withdrawn: PublishedIssue) throws -> Int {
    let rest = try listings().filter { $0.slug != withdrawn.slug }
    var latest: Issue?
    for listing in rest where latest == nil { latest = try archive.printedIssue(listing.slug) }
    let settings = context.settings
    let bare = Issue(
      title: settings.title, baseURL: settings.baseURL, language: settings.language,
      window: CivilTime.window(from: withdrawn.firstDay, until: withdrawn.endDay))
    return try write(
      latest ?? bare, rest, with: nil,
      without: [
        "issues/\(withdrawn.slug).html", "issues/\(withdrawn.slug).txt",
        "search/\(withdrawn.slug).js",
      ])
  }

  /// Writes the site with what has been published, where it is not there.
  ///
  /// - Returns: How many files were written; `nil`: it is there, or there is nothing.
  func writeIfMissing() throws -> Int? {
    guard !Files.exists(context.settings.output + "/index.html") else { return nil }
    let all = try listings()
    for listing in all {
      guard let latest = try archive.printedIssue(listing.slug) else { continue }
      return try write(latest, all, with: nil, without: [])
    }
    return nil
  }

  /// The published issues, newest first.
  private func listings() throws -> [IssueListing] {
    try archive.publishedIssues().map { issue in
      let window = CivilTime.window(from: issue.firstDay, until: issue.endDay)
      return IssueListing(
        slug: issue.slug, window: window.spelled, firstDay: issue.firstDay, until: issue.until,
        lines: issue.summary)
    }
  }

  private func write(
    _ latest: Issue, _ listings: [IssueListing], with issue: Issue?, without withdrawn: [String]
  ) throws -> Int {
    let settings = context.settings
    var writer = SiteWriter(settings.output, by: settings.publishing)
    let slugs = Set(listings.map(\.slug))
    let isWhole = try context.rendered {
      try edition.site(
        latest, listings: listings,
        topics: {
          $0 == issue?.window.slug
            ? issue?.topics.map(\.slug) ?? [] : try archive.topics(ofIssue: $0)
        },
        issue: {
          $0 == issue?.window.slug
            ? issue : try archive.printedIssue($0).map { shown($0, among: slugs) }
        },
        emit: { writer.add($0) })
    }
    do {
      return try writer.finish(isWhole: isWhole, without: withdrawn)
    } catch {
      throw RunFailure.failed(
        "\(error.path): cannot be written; is the folder writable and the disk not full?")
    }
  }

  /// An issue without what must not stand in it any more: the addresses of sources that have become
  /// their subscribers' own since it was printed, and mentions of issues that were taken back.
  private func shown(_ issue: Issue, among slugs: Set<String>) -> Issue {
    let own = Dictionary(
      context.settings.sources.filter(\.isPrivate).map { ($0.address, $0) }
    ) { first, _ in first }
    var issue = issue
    issue.sources = issue.sources.map { listing in
      guard let source = listing.address.flatMap({ own[$0] }) else { return listing }
      return Issue.SourceListing(
        name: listing.name == source.address ? IssueStage.name(of: source) : listing.name,
        address: nil, kind: listing.kind, folder: listing.folder)
    }
    for index in issue.threads.indices {
      if let since = issue.threads[index].since, !slugs.contains(since.issue) {
        issue.threads[index].since = nil
      }
      if let opened = issue.threads[index].opened, !slugs.contains(opened.issue) {
        issue.threads[index].opened = nil
      }
    }
    return issue
  }
}
