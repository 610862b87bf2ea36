import Foundation
import Model
import Testing

@testable import Render

struct EditionSiteTests {
  static func site(_ issues: [Issue], extra: [IssueListing] = []) throws -> [String: String] {
    let edition = try Edition { $0.count }
    var files: [String: String] = [:]
    let listings = (issues.map { IssueListing($0) } + extra).sorted {
      ($0.until, $0.slug) > ($1.until, $1.slug)
    }
    try edition.site(
      issues[0], listings: listings,
      topics: { slug in
        issues.first { $0.window.slug == slug }.map { $0.topics.map(\.slug) } ?? []
      },
      issue: { slug in issues.first { $0.window.slug == slug } },
      emit: { files[$0.path] = $0.text })
    return files
  }

  @Test func theSameIssuesGiveTheSameFiles() throws {
    let issues = [Samples.issue(threads: 8, week: 1), Samples.issue(threads: 12, week: 0)]
    #expect(try Self.site(issues) == Self.site(issues))
  }

  @Test func onlySourcesThatOthersCanReadAreListed() throws {
    var issue = Samples.issue(threads: 3)
    issue.sources = [
      Issue.SourceListing(
        name: "A & B", address: "https://f.example/latest.rss?a=1&b=2", kind: "forum",
        folder: ["News", "Forums"]),
      Issue.SourceListing(name: "local", address: nil, kind: "blog", folder: []),
      Issue.SourceListing(name: "odd", address: "javascript:alert(1)", kind: nil, folder: []),
    ]
    let list = try #require(try Self.site([issue])["sources.opml"])
    #expect(list.contains("text=\"A &amp; B\""))
    #expect(list.contains("xmlUrl=\"https://f.example/latest.rss?a=1&amp;b=2\""))
    #expect(list.contains("category=\"/News/Forums\""))
    #expect(!list.contains("local") && !list.contains("javascript"))
  }

  @Test func anIssueWithoutContentStaysInTheArchive() throws {
    let old = IssueListing(Samples.issue(threads: 0, week: -40))
    let files = try Self.site([Samples.issue(threads: 3)], extra: [old])
    #expect(files["index.html"]?.contains("issues/\(old.slug).html") == true)
    #expect(files["issues/\(old.slug).html"] == nil)
    #expect(files["feed.xml"]?.contains("issues/\(old.slug).html") == true)
  }

  @Test func feedsHaveTheNewestIssuesWhole() throws {
    let issues = (0..<13).reversed().map { Samples.issue(threads: 2, week: $0) }
    let files = try Self.site(issues)
    let feed = try #require(files["feed.xml"])
    #expect(feed.components(separatedBy: "<entry>").count - 1 == 13)
    #expect(feed.components(separatedBy: "<content type=\"html\">").count - 1 == 10)
    let json = try #require(files["feed.json"])
    #expect(json.components(separatedBy: "\"content_html\"").count - 1 == 10)
    #expect(json.components(separatedBy: "\"content_text\"").count - 1 == 3)
    #expect(files["sitemap.xml"]?.components(separatedBy: "<url>").count ?? 0 > 13)
  }

  @Test func feedsLeadToWhereTheSiteIsNow() throws {
    let old = Samples.issue(threads: 2, week: 0)
    var new = Samples.issue(threads: 2, week: 1)
    new.topics = [TopicHistoryTests.topic("a")]
    var moved = old
    moved.topics = new.topics
    let files = try Self.site([new, moved].map { Self.moved($0, to: $0.window == new.window) })
    for feed in ["feed.xml", "feed.json"] {
      #expect(files[feed]?.contains("old.example") == false)
      #expect(files[feed]?.contains("https://new.example/topics/a.html") == true)
    }
  }

  /// An issue as it was printed at another address.
  static func moved(_ issue: Issue, to isNew: Bool) -> Issue {
    var copy = Issue(
      title: issue.title, baseURL: isNew ? "https://new.example/" : "https://old.example/",
      language: issue.language, window: issue.window)
    (copy.threads, copy.topics, copy.statistics) = (issue.threads, issue.topics, issue.statistics)
    return copy
  }
}
