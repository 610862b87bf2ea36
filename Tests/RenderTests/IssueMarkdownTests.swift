import Model
import Testing

@testable import Render

struct IssueMarkdownTests {
  @Test func frontMatterStandsBeforeAnIssueForASite() {
    let text = IssueMarkdown.render(SampleIssue.plain, frontMatter: true)
    #expect(
      text.hasPrefix(
        """
        ---
        title: "Tern, this week: 2 to 8 November 2026"
        date: 2026-11-09T00:00:00Z
        description: "TIP 12: a lock file for toolchains · Shared build cache: who may write to it? · \
        Paths longer than 260 characters · 31: The wrong compiler · Seventeen failures and a lock file"
        ---

        26 posts · 3 threads · 1 person

        ## From the editor

        """))
    #expect(text.hasSuffix("as computed.\n"))
  }

  @Test func aForumGetsAHeadingInstead() {
    let text = IssueMarkdown.render(SampleIssue.plain, frontMatter: false)
    #expect(text.hasPrefix("# Tern, this week: 2 to 8 November 2026\n\n26 posts"))
  }

  @Test func aQuoteHasItsSourceUnderIt() {
    #expect(
      IssueMarkdown.render(SampleIssue.plain, frontMatter: true).contains(
        """
        **What was said**

        > My concern is the first hour of a newcomer.
        >
        > — Amara Obi, [\\#3](https://forum.example/t/a_&#40;b&#41;?x=1&#38;copy=2/3)

        **Support (computed)**

        > I like the idea, and I would go further.
        >
        > — unnamed, [\\#2]
        """))
  }

  @Test func aChapterHoldsItsQuote() {
    #expect(
      IssueMarkdown.render(SampleIssue.plain, frontMatter: true).contains(
        """
        * 0:04 Proposals

        * [1:49](https://pod.example/31.mp3#t=109) The lock file, machine

          > So the lock file records the toolchain.
          >
          > — unnamed speaker, [3:30]
        """))
  }

  @Test(arguments: [true, false])
  func noTextOfASourceIsMarkup(frontMatter: Bool) {
    let text = IssueMarkdown.render(
      SampleIssue.saying("<b>*x*</b> {{< y >}} {% z %} @ann :tada:"), frontMatter: frontMatter)
    let body = text.split(separator: "\n---\n").last ?? ""
    for mark in ["<b>", "{{", "{%", " *x", "@ann", ":tada"] { #expect(!body.contains(mark)) }
    #expect(body.contains("&#60;b&#62;\\*x\\*&#60;/b&#62; &#123;&#123;&#60; y"))
  }

  @Test func anEmptyIssueSaysSo() {
    var issue = Model.Issue(
      title: "T", baseURL: "https://a.example/", language: "en", window: SampleIssue.plain.window)
    #expect(
      IssueMarkdown.render(issue, frontMatter: false).hasPrefix(
        "# T: 2 to 8 November 2026\n\nNothing was published in this window.\n\n## Colophon\n"))
    issue.registries = ["PEP"]
    #expect(
      IssueMarkdown.render(issue, frontMatter: false).contains(
        "* No proposal changed its status.\n"))
  }
}
