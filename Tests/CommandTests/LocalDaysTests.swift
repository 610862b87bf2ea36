import Foundation
import Support
import Testing

/// The days that are shown are those of the publication's zone, as the days of its issues are.
struct LocalDaysTests {
  static func entry(_ id: String, _ moment: String, _ text: String) -> String {
    """
    <entry><title>Article \(id)</title><id>https://b.example/\(id)</id>
    <link href="https://b.example/\(id)"/><author><name>Ann Lee</name></author>
    <published>\(moment)</published><updated>\(moment)</updated>
    <content type="html">&lt;p&gt;\(text)&lt;/p&gt;</content></entry>

    """
  }

  @Test func aDayThatAPersonGivesBeginsThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("t.vtt", "WEBVTT\n\n00:01.000 --> 00:09.000\nWe build a tower this week.\n")
    try folder.write(
      "hallway.toml",
      """
      base_url = "https://d.example/"
      timezone = "America/New_York"
      [[episode]]
      transcript = "t.vtt"
      title = "Towers"
      published = "2026-11-23"

      """)
    // It is the Monday there, so the week before is over.
    let run = try EndToEndTests.run(["run", "--now", "2026-11-30"], in: folder)
    #expect(run.status == 0, "\(run.words)")
    let text = try folder.read("public/issues/2026-W48.txt")
    #expect(text.contains("Towers"))
    let page = try folder.read("public/issues/2026-W48.html")
    #expect(page.contains("23 November 2026") && !page.contains("22 November 2026"))
  }

  @Test func anArticleHasTheDayOnWhichItWasWrittenThere() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "b.atom",
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>B</title>
      <id>tag:b.example,2026:b</id><updated>2026-11-30T20:00:00Z</updated>
      """
        + Self.entry(
          "one", "2026-11-29T20:00:00Z",
          "Seventeen of forty-one failures had nothing to do with our own code at all.")
        + Self.entry(
          "two", "2026-11-30T20:00:00Z",
          "You have until the end of the month to object to the new build cache.") + "</feed>\n")
    try folder.write(
      "hallway.toml",
      """
      title = "T"
      base_url = "https://d.example/"
      timezone = "Australia/Sydney"
      [[feed]]
      url = "b.atom"

      """)
    let fetched = try EndToEndTests.run(["fetch", "--now", "2026-12-08"], in: folder)
    #expect(fetched.status == 0, "\(fetched.words)")
    let page = try EndToEndTests.run(
      ["digest", "--week", "2026-W49", "--format", "html"], in: folder
    ).output
    #expect(page.contains("30 November to 6 December 2026"))
    #expect(page.contains("Article one"))
    #expect(page.contains("30 November 2026") && page.contains("1 December 2026"))
    #expect(!page.contains("29 November 2026"))
    // A machine reads the moment itself.
    #expect(page.contains("datetime=\"2026-11-29T20:00:00Z\""))
    // The month of which an article speaks is that of its day.
    let json = try EndToEndTests.run(
      ["digest", "--week", "2026-W49", "--format", "json"], in: folder
    ).output
    #expect(json.contains("\"day\" : \"2026-12-31\""))
  }
}
