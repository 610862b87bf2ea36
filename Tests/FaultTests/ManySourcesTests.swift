// A few bad sources among a thousand.

import Foundation
import Support
import Testing

/// Whatever a source is, the issue is made of all others.
struct ManySourcesTests {
  static let good = 996

  /// A blog with one article of the week.
  static func blog(_ number: Int) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog \(number)</title><id>urn:\(number)</id>
    <entry><id>urn:\(number)/1</id><title>Article number\(number)</title>
    <link href="https://b\(number).example/1"/><updated>2026-11-05T10:00:00Z</updated>
    <content>The bridge number\(number) was mended today, and everybody was glad of it.</content>
    </entry></feed>
    """
  }

  /// Entities that would be ten thousand million letters.
  static let bomb = {
    let names = "abcdefghij".map(String.init)
    let steps = zip(names, names.dropFirst()).map { smaller, larger in
      "<!ENTITY \(larger) \"\(String(repeating: "&\(smaller);", count: 10))\">"
    }
    return "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">\(steps.joined())]>"
      + "<rss version=\"2.0\"><channel><title>&j;</title><item><title>&j;</title>"
      + "<description>&j;</description></item></channel></rss>"
  }()

  @Test func theIssueIsMadeOfAllOthers() async throws {
    let folder = try TemporaryFolder()
    var settings = "base_url = \"https://d.example/\"\n"
    let bad = ["garbage": "binary file", "missing": "no such file", "line": "plain text"]
    for number in 0..<Self.good {
      // Bad ones stand between good ones.
      if number == 500 {
        for name in bad.keys.sorted() + ["bomb"] { settings += "[[feed]]\nurl = \"\(name)\"\n" }
      }
      try folder.write("\(number).atom", Self.blog(number))
      settings += "[[feed]]\nurl = \"\(number).atom\"\n"
    }
    try folder.write("hallway.toml", settings)
    try Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 &+ $0 &* $0 &* 31) })
      .write(to: URL(filePath: folder.path("garbage")))
    try folder.write("line", String(repeating: "x", count: 10_000_000))
    try folder.write("bomb", Self.bomb)
    let run = ["run", "--now", "2026-11-09"]
    let ending = try await ProgramRun.run(run, in: folder.url.path)
    #expect(ending.status == 3)
    #expect(
      ending.words.contains("asked: 1000\nfetched: 997\nunchanged: 0\nfailed: 3\n"),
      "\(ending.words.suffix(2000))")
    // The bomb is a feed with one entry, in which the references stay as they are.
    #expect(ending.words.contains("not due: 0\nnew or changed: \(Self.good + 1)\n"))
    #expect(ending.words.contains("bomb:1: an unknown character reference was kept as text\n"))
    for (name, words) in bad {
      let lines = ending.words.split(separator: "\n").filter {
        $0.contains("/\(name): ") && $0.contains(words)
      }
      #expect(lines.count == 1, "\(name) is not named: \(ending.words.suffix(2000))")
    }
    let page = try folder.read("public/issues/2026-W45.html")
    #expect(page.contains("https://b995.example/1"))
    for name in bad.keys { #expect(page.contains(">\(name)<"), "\(name) is not in the issue") }
    for number in [0, 499, 500, 995] {
      let found = try await ProgramRun.run(["search", "number\(number)"], in: folder.url.path)
      #expect(found.output.contains("https://b\(number).example/1"))
    }
    // Once they are good they are read like all others, and nothing is stored twice.
    try folder.write("garbage", Self.blog(2001))
    try folder.write("missing", Self.blog(2002))
    try folder.write("line", Self.blog(2003))
    let again = try await ProgramRun.run(["fetch", "--now", "2026-11-10"], in: folder.url.path)
    #expect(again.status == 0)
    #expect(again.words.contains("failed: 0\nnot due: 0\nnew or changed: 3\n"), "\(again.words)")
  }
}
