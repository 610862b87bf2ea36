// The HTML part of a mail: its values, its size, and nothing from outside.

import Model
import Testing

@testable import Render

struct MailViewTests {
  static func html(_ issue: Issue, unsubscribe: String? = nil) throws -> String {
    let links = try [unsubscribe].compactMap { $0 }.map { (text) throws(MailProblem) in
      try MailLink(text)
    }
    return try Edition(measure: { $0.count }).mail(
      issue, from: Mailbox("digest@example.org"), to: [], unsubscribe: links
    ).html
  }

  @Test func linksToThePageAndToTheWayOut() throws {
    let html = try Self.html(
      Samples.issue(threads: 3), unsubscribe: "https://d.example/leave?a=1&b=2")
    #expect(html.contains("<a href=\"https://d.example/issues/2026-W45.html\""))
    #expect(html.contains("<a href=\"https://d.example/leave?a=1&amp;b=2\""))
  }

  @Test func withoutSiteAndWayOutNeitherIsPrinted() throws {
    var issue = Samples.issue(threads: 3)
    issue.baseURL = ""
    let html = try Self.html(issue)
    #expect(!html.contains("Read on the web"))
    #expect(!html.contains("Unsubscribe"))
    #expect(!html.contains("href=\"topics/"))
  }

  @Test func takesNothingFromOutside() throws {
    let html = try Self.html(Samples.issue(threads: 9), unsubscribe: "https://d.example/leave")
    for mark in ["<img", "<link", "<script", "src=", "url(", "@import", "<svg", "{{", "class=\"\""]
    {
      #expect(!html.contains(mark), "\(mark)")
    }
  }

  @Test func everyQuoteOfTheIssueIsWhole() throws {
    let issue = Samples.issue(threads: 3)
    let html = try Self.html(issue)
    let page = try Edition(measure: { $0.count }).page(issue)
    for quote in issue.quotes where page.contains(quote.text) {
      #expect(html.contains(quote.text), "\(quote.text)")
    }
  }

  @Test func aLargeIssueIsNotClipped() throws {
    var issue = Samples.issue(threads: 60)
    issue.articles = (1...20).map {
      ArticleReport(
        id: "a/\($0)", title: "Article \($0)", url: "https://b.example/\($0)", author: "Ann",
        site: "b", published: nil,
        summary: [Samples.quote(9000 + $0, words: 40), Samples.quote(9100 + $0, words: 40)])
    }
    issue.sources = (1...60).map {
      .init(
        name: "forum number \($0)", address: "https://forum\($0).example/latest.rss", kind: "forum",
        folder: [])
    }
    let html = try Self.html(issue)
    #expect(html.utf8.count < 90 * 1024, "\(html.utf8.count)")
  }
}
