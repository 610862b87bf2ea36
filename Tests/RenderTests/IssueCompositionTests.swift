import Model
import Testing

@testable import Render

struct IssueCompositionTests {
  /// What stands where, in a form that can be compared.
  static func outline(_ issue: Issue) -> [String] {
    let composition = IssueComposition(issue)
    var lines: [String] = []
    func add(_ title: String, _ quotes: [Quote]) {
      lines.append(title + ": " + quotes.map(\.text).joined(separator: " / "))
    }
    for story in composition.leads { add(story.title, story.quotes) }
    for item in composition.moving + composition.fresh {
      add(item.thread.title, [item.quote].compactMap { $0 })
    }
    for item in composition.announced { add(item.thread.title, [item.quote]) }
    for article in composition.articles { add(article.title, article.summary) }
    for episode in composition.episodes { add(episode.title, episode.chapters.flatMap(\.summary)) }
    return lines
  }

  @Test func whatIsRememberedIsLaidOutTheSame() {
    var issue = Samples.issue(threads: 30)
    issue.articles = [
      ArticleReport(
        id: "a", title: "A", url: "https://b.example/", author: nil, site: "b", published: nil,
        summary: (901...905).map { Samples.quote($0) })
    ]
    let printed = IssueComposition.printed(issue)
    #expect(Self.outline(printed) == Self.outline(issue))
    #expect(printed.quotes.count < issue.quotes.count)
    #expect(IssueComposition.printed(printed) == printed)
  }

  @Test func nothingIsQuotedTwice() {
    var issue = Samples.issue(threads: 12)
    issue.quoteOfTheWeek = issue.threads[0].summary[0]
    issue.deadlines = [
      Issue.Deadline(
        day: Samples.window(2).firstDay, quote: issue.threads[0].summary[1], title: "T")
    ]
    let composition = IssueComposition(issue)
    var texts = composition.leads.flatMap(\.quotes).map(\.text)
    texts += (composition.moving + composition.fresh).compactMap(\.quote?.text)
    texts += composition.announced.map(\.quote.text)
    texts += [issue.quoteOfTheWeek?.text, issue.deadlines[0].quote.text].compactMap { $0 }
    #expect(Set(texts).count == texts.count)
  }

  @Test func storiesKeepToTheirRoom() {
    let composition = IssueComposition(Samples.issue(threads: 40))
    #expect(composition.leads.count == 5)
    for story in composition.leads {
      let words = story.quotes.reduce(0) { $0 + $1.text.split(separator: " ").count }
      #expect(words <= 112)
      let byPerson = Dictionary(grouping: story.quotes) { $0.author ?? "" }
      #expect(byPerson.values.allSatisfy { $0.count <= 3 })
      // The sentence that says most is always there, and room was left for what sentences do.
      #expect(story.said.contains { $0.text == story.thread?.foremost?.text })
      #expect(!story.positions.isEmpty)
    }
  }

  @Test func aSentenceThatLeansStandsOnlyBehindItsOther() {
    var issue = Samples.issue(threads: 1)
    issue.threads[0].opening = nil
    issue.threads[0].positions = [:]
    var long = (1...3).map { Samples.quote($0, by: "P\($0)", words: 600) }
    var leaning = Samples.quote(4, by: "Bo", words: 8)
    leaning.leans = true
    long.append(leaning)
    issue.threads[0].summary = [Samples.quote(9)] + long
    issue.threads[0].foremost = Samples.quote(9)
    #expect(IssueComposition(issue).leads[0].said.map(\.post) == [9])
    issue.threads[0].summary = [Samples.quote(9), leaning]
    #expect(IssueComposition(issue).leads[0].said.map(\.post) == [9, 4])
  }

  @Test func theEditorPinsOrdersAndMutes() {
    var issue = Samples.issue(threads: 20)
    issue.editorial.pinned = ["t/18"]
    issue.editorial.order = ["t/2", "t/18"]
    issue.editorial.muted = ["t/1"]
    let composition = IssueComposition(issue)
    #expect(composition.leads.prefix(2).map(\.title) == ["Thread 2", "Thread 18"])
    let all = composition.threads.map(\.id)
    #expect(!all.contains("t/1"))
    #expect(Set(all).count >= 12)
  }

  @Test func whatIsPinnedTwiceIsOneStory() {
    var issue = Samples.issue(threads: 20)
    issue.topics = [
      Topic(
        slug: "s", label: "S", terms: [], refs: [],
        members: [Topic.Member(kind: .thread, id: "t/18", title: "", url: nil)], history: [],
        summary: [])
    ]
    for pins in [["t/18", "s"], ["s", "t/18"], ["t/18", "t/18"], ["s", "s"]] {
      issue.editorial.pinned = pins
      let leads = IssueComposition(issue).leads
      #expect(leads.first?.thread?.id == "t/18" && leads.first?.topic?.slug == "s")
      #expect(Set(leads.map(\.anchor)).count == leads.count)
    }
  }

  @Test func aDecisionInAnotherThreadIsAnnounced() {
    let composition = IssueComposition(Samples.issue(threads: 12))
    let leads = Set(composition.leads.compactMap(\.thread?.id))
    #expect(composition.announced.count == 3)
    #expect(composition.announced.allSatisfy { !leads.contains($0.thread.id) })
  }
}

extension IssueCompositionTests {
  @Test func aFloodOfArticlesIsNamedAndCounted() {
    var issue = Samples.issue(threads: 0)
    issue.articles = (1...50).map { number in
      ArticleReport(
        id: "a\(number)", title: "A\(number)", url: "", author: nil, site: "b", published: nil,
        summary: [Samples.quote(number)])
    }
    issue.topics = [
      Topic(
        slug: "s", label: "S", terms: [], refs: [],
        members: [Topic.Member(kind: .article, id: "a40", title: "", url: nil)], history: [],
        summary: [])
    ]
    let composition = IssueComposition(issue)
    #expect(composition.articles.map(\.id) == (1...9).map { "a\($0)" } + ["a40"])
    #expect(composition.titles.map(\.id) == (10...29).map { "a\($0)" })
    #expect(composition.furtherArticles == 20)
    #expect(IssueComposition.printed(issue).quotes.count == 10)
  }
}
