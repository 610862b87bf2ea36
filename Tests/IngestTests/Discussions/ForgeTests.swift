import Testing

@testable import Ingest

/// GitHub, GitLab, Forgejo and Stack Exchange.
struct ForgeTests {
  typealias S = DiscussionSamples

  @Test func gitHubsDiscussionsAndTheirComments() throws {
    let page = "https://github.com/o/r/discussions/12"
    let thread = "github.com/o/r/discussions/12"
    let list = S.atom(
      "https://github.com/o/r/discussions",
      S.entry("tag:github.com,2008:5501", "\n  Where to put it?\n", page)
        + S.entry(
          "tag:github.com,2008:5502", "Nothing but a pull request",
          "https://github.com/o/r/pull/13"))
    #expect(
      try Standing.all(in: list) == [
        Standing(thread, url: page, title: "Where to put it?"),
        Standing(
          "github.com/o/r/issues/13", url: "https://github.com/o/r/pull/13",
          title: "Nothing but a pull request"),
      ])
    let comments = S.atom(
      page,
      S.entry("tag:github.com,2008:5501", "Where to put it?", page)
        + S.entry("tag:github.com,2008:9", "ann", "\(page)#discussioncomment-9"))
    #expect(
      try Standing.all(in: comments) == [
        Standing(thread, url: page, title: "Where to put it?"),
        Standing(thread, url: page, answers: "tag:github.com,2008:5501"),
      ])
  }

  @Test func whatHappenedIsNoTitle() throws {
    let gitHub = "https://github.com/o/r/issues/7"
    let gitLab = "https://gitlab.example/g/s/p/-/issues/7"
    let forgejo = "https://codeberg.org/o/r/issues/7"
    let feed = S.atom(
      "https://github.com/ann",
      S.entry(
        "tag:github.com,2008:IssueCommentEvent/1", "ann commented on issue o/r#7",
        "\(gitHub)#issuecomment-99")
        + S.entry("tag:github.com,2008:IssuesEvent/2", "ann opened an issue in o/r", gitHub)
        + S.entry(
          "tag:gitlab.example,2026-11-20:5", "Ann commented on issue #7 at G / P",
          "\(gitLab)#note_4")
        + S.entry("\(gitLab)", "It breaks", gitLab)
        + S.entry("8", "ann commented on issue o/r#7", "\(forgejo)#issuecomment-3"))
    #expect(
      try Standing.all(in: feed) == [
        Standing("github.com/o/r/issues/7", url: gitHub, answers: gitHub),
        Standing("github.com/o/r/issues/7", url: gitHub),
        Standing("gitlab.example/g/s/p/issues/7", url: gitLab, answers: gitLab),
        Standing("gitlab.example/g/s/p/issues/7", url: gitLab, title: "It breaks"),
        Standing("codeberg.org/o/r/issues/7", url: forgejo, answers: forgejo),
      ])
  }

  @Test func releasesCommitsAndMagazinesAreNoThreads() throws {
    try Standing.expectNone(
      in: S.atom(
        "https://github.com/o/r",
        S.entry("1", "v1.2", "https://github.com/o/r/releases/tag/v1.2")
          + S.entry("2", "Fix it (#12)", "https://github.com/o/r/commit/abc")
          + S.entry("3", "Issue 12", "https://mag.example/issues/12")
          + S.entry("4", "Spring", "https://mag.example/archive/print/issues/12")
          + S.entry("5", "Talk", "https://mag.example/the/weekly/discussions/4")))
  }

  static let question = "https://stackoverflow.com/questions/500/how-to-sort-words"

  @Test func aQuestionItsAnswersAndComments() throws {
    let url = "https://stackoverflow.com/questions/500"
    let title = "How to sort words for a list?"
    let id = "https://stackoverflow.com/q/500"
    let answer = "https://stackoverflow.com/questions/500/-/501#501"
    let feed = S.atom(
      Self.question,
      S.entry(id, title, Self.question)
        + S.entry(
          answer, "Answer by Ann for you for \(title)", "\(Self.question)/501#501",
          "<author><name>Ann for you</name></author>")
        + S.entry(
          "\(id)#comment9", "Comment by Bob on \(title)", "\(Self.question)#comment9_500")
        + S.entry(
          "\(id)#comment10", "Comment by Cy on \(title)", "\(Self.question)#comment10_501")
        + S.entry(
          "\(id)#comment11", "Comment by Cy on \(title)", "\(Self.question)#comment11_777"))
    func post(_ answers: String?) -> Standing {
      Standing("stackoverflow.com/questions/500", url: url, title: title, answers: answers)
    }
    #expect(
      try Standing.all(in: feed) == [
        post(nil), post(id), post(id), post(answer), post("https://stackoverflow.com/a/777"),
      ])
  }

  @Test func aListOfQuestions() throws {
    let feed = S.atom(
      "https://unix.stackexchange.com/questions",
      S.entry(
        "https://unix.stackexchange.com/q/8", "What is a pipe?",
        "https://unix.stackexchange.com/questions/8/what-is-a-pipe"))
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "unix.stackexchange.com/questions/8",
          url: "https://unix.stackexchange.com/questions/8", title: "What is a pipe?")
      ])
  }
}
