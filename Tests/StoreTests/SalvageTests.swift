import Foundation
import Model
import Support
import Testing

@testable import Store

/// Databases with damaged pages.
struct SalvageTests {
  static let weeks = 0..<40

  /// The days of the issues that are there; `nil` for any other name.
  static func window(_ slug: String) -> Window? {
    weeks.lazy.map(IssueTableTests.window).first { $0.slug == slug }
  }

  /// A database with issues of many weeks, each with much in it.
  static func database(in folder: TemporaryFolder) throws -> URL {
    let path = folder.path("old.sqlite")
    do {
      let archive = try Archive(path: path)
      for week in weeks {
        var issue = IssueTableTests.issue(week)
        issue.glossary = (0..<60).map {
          Model.Issue.Term(
            name: "term \($0)", definition: "d",
            quote: Quote(
              text: "Sentence \($0) of week \(week).", author: "Ann", url: nil, published: nil,
              origin: "f/t/\(week)/\($0)"))
        }
        try archive.recordPublication(of: issue, summary: ["line"], threads: ["t"])
        try archive.record(
          MailRecord(
            issue: issue.window.slug, messageID: "<\(week)@x>", state: .sent,
            moment: Timestamp(seconds: 8)))
      }
      try archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return URL(filePath: path)
  }

  @Test func noIssueIsForgottenForADamagedPage() throws {
    let folder = try TemporaryFolder()
    let file = try Self.database(in: folder)
    let whole = try Data(contentsOf: file)
    let pages = whole.count / 4096
    #expect(pages > 100)
    var lost = 0
    for page in stride(from: 1, to: pages, by: 7) {
      var bytes = whole
      bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: repeatElement(0xA5, count: 4096))
      try bytes.write(to: file)
      let archive = try Archive(path: ":memory:")
      let slugs = Self.weeks.map { IssueTableTests.window($0).slug }
      let salvage = archive.salvage(from: file.path, pages: slugs, window: Self.window)
      #expect(salvage.issues + salvage.named == Self.weeks.count, "page \(page)")
      // One page has an issue or two, or the way to all of them.
      if salvage.named > 2 { lost += 1 }
      #expect(try archive.publishedIssues().map(\.slug).sorted() == slugs.sorted())
    }
    #expect(lost <= 2)
  }

  @Test func withoutAHeaderTheSiteTellsWhichIssuesThereWere() throws {
    let folder = try TemporaryFolder()
    let file = try Self.database(in: folder)
    var bytes = try Data(contentsOf: file)
    bytes.replaceSubrange(0..<100, with: repeatElement(0, count: 100))
    try bytes.write(to: file)
    let archive = try Archive(path: ":memory:")
    let slugs = Self.weeks.map { IssueTableTests.window($0).slug }
    let salvage = archive.salvage(
      from: file.path, pages: slugs + ["index", "2026-W45--x"], window: Self.window)
    #expect(salvage.issues == 0 && salvage.named == slugs.count && salvage.problem != nil)
    let known = try archive.publishedIssues()
    #expect(known.count == slugs.count && known[0].endDay == Self.window(known[0].slug)?.endDay)
    #expect(try archive.printedIssue(slugs[0]) == nil)
    // An export gives them back.
    let other = try Archive(path: ":memory:")
    try other.recordPublication(of: IssueTableTests.issue(0), summary: [], threads: [])
    try ArchiveExportTests.take(try ArchiveExportTests.lines(other), archive)
    #expect(try archive.printedIssue(slugs[0]) != nil)
    #expect(try archive.publishedIssues().count == slugs.count)
  }
}
