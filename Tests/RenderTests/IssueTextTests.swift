import Model
import Testing

@testable import Render

struct IssueTextTests {
  private static let sections = [
    "masthead", "note", "corrections", "in_short", "decisions", "announced", "deadlines", "leads",
    "moving", "fresh", "further", "episodes", "articles", "quote_of_the_week", "glossary",
    "missing",
    "colophon", "links",
  ]

  /// Every section behind its name, in reading order.
  static func text(_ issue: Model.Issue, flowed: Bool = false) throws -> String {
    let source = sections.map { "{{#\($0)}}\n= \($0)\n{{{.}}}\n\n{{/\($0)}}\n" }.joined()
    return try TemplateRenderer([:], escaping: .never)
      .render(
        Template(source, name: "t"),
        IssueText.value(issue, layout: TextLayoutTests.layout(flowed: flowed)))
  }

  @Test func aStoryIsReadFromTheMargin() throws {
    #expect(
      try Self.text(SampleIssue.plain).contains(
        """
        = leads
        1. TIP 12: a lock file for toolchains [3]
        forum.example: decided, +11 posts by 7 people; topic: The lock file
        TIP 12 A lock file for toolchains: Accepted [4]
        Since the issue of 26 October to 1 November 2026: 4 posts by 2 people,
        Sol Ferrer for the first time
        From the editor: See the discussion of May, too.

        From the first post:
        > TIP 12 proposes that Tern writes a lock file, tern.lock, which records
        > the exact version and the hash of every compiler, linker and plug-in
        > that a build used.
        -- Inês Carvalho, #1 [2]

        What was said:
        > My concern is the first hour of a newcomer.
        -- Amara Obi, #3 [5]

        Support (computed):
        > I like the idea, and I would go further.
        -- unnamed, #2 [6]

        Heard on:
        * 31: The wrong compiler, 1:49 to 6:39 [7]

        Also on this:
        * Seventeen failures [8]

        Posts that the feed dropped: 4-5

        """))
  }

  @Test func anEpisodeHasItsChapters() throws {
    #expect(
      try Self.text(SampleIssue.plain).contains(
        """
        = episodes
        * Ternaround: 31: The wrong compiler, 9:34 [11]
        With Maya (host)

        0:04  Proposals

        1:49  The lock file, machine
        > So the lock file records the toolchain.
        -- unnamed speaker, 3:30 [12]

        Sponsor reads left out: 0:50 to 1:49
        Advertising that is inserted into the audio can shift the times.

        """))
  }

  @Test func linksAreNumberedOnceInReadingOrder() throws {
    let text = try Self.text(SampleIssue.plain)
    let links = text.split(separator: "\n").filter { $0.hasPrefix("[") }
    #expect(links.count == 13)
    #expect(Set(links.map { $0.drop { $0 != " " } }).count == 13)
    for number in 1...13 {
      let first = text.split(separator: " [\(number)]").first?.utf8.count ?? 0
      let next = text.split(separator: " [\(number + 1)]").first?.utf8.count ?? 0
      #expect(first < next)
    }
  }

  @Test func noLineOfAFileEndsInABlankOrIsWide() throws {
    for line in try Self.text(SampleIssue.plain).split(separator: "\n") {
      #expect(line.last != " ")
      #expect(line.count <= 72)
    }
  }

  @Test func theFlowedTextSaysTheSame() throws {
    let paragraphs = FlowedText.paragraphs(try Self.text(SampleIssue.plain, flowed: true))
    let opening = try #require(SampleIssue.plain.threads[0].opening)
    #expect(paragraphs.contains(FlowedText.Paragraph(depth: 1, text: opening.text)))
    #expect(
      paragraphs.contains(
        FlowedText.Paragraph(
          depth: 0, text: "From the editor: See the discussion of May, too.")))
    func words(_ text: String) -> [Substring] {
      text.split { $0 == " " || $0 == "\n" || $0 == ">" }
    }
    let flowed = words(paragraphs.map { $0.text }.joined(separator: "\n"))
    #expect(flowed == words(try Self.text(SampleIssue.plain)))
  }

  @Test func theTemplateHasEverySectionInOrder() throws {
    let text = try Edition { $0.count }.text(SampleIssue.plain)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = zip(lines, lines.dropFirst()).filter { $1.hasPrefix("---") }
    #expect(
      headings.map { String($0.0) } == [
        "FROM THE EDITOR", "CORRECTIONS", "IN SHORT", "DECISIONS", "DAYS AHEAD", "THE TOPICS",
        "ON THE PODCASTS", "ELSEWHERE", "QUOTE OF THE WEEK", "FOR NEWCOMERS",
        "WHAT THIS ISSUE DOES NOT HAVE", "COLOPHON", "LINKS",
      ])
    #expect(headings.allSatisfy { $0.0.count == $0.1.count })
    #expect(lines.allSatisfy { $0.last != " " && $0.count <= 72 })
  }

  @Test func whatIsNotThereHasNoSection() throws {
    var issue = SampleIssue.plain
    issue.threads = []
    issue.topics = []
    issue.episodes = []
    let text = try Self.text(issue)
    #expect(
      !text.contains("= leads") && !text.contains("= episodes") && text.contains("= articles"))
  }

  @Test func aHarmfulCharacterIsTakenOut() throws {
    let text = try Self.text(SampleIssue.saying("a\u{202E}b\u{1B}[31m\u{0}c"))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{1B}"))
    #expect(text.contains("> ab[31mc\n"))
  }
}
