// An operator's own template with a fault in it, when cron runs the program.

import Foundation
import Support
import Testing

/// A fault in a template shows before anything is fetched or changed.
struct TemplateFaultTests {
  /// A template, what stands in it, and what the program says of it.
  struct Slip: CustomTestStringConvertible {
    let name: String
    let text: String
    let words: String
    var testDescription: String { words }
  }

  static let slips = [
    Slip(
      name: "issue.html", text: "<p>\n  {{#threads}}<b>{{title}}</b>\n",
      words: "issue.html:2:3: section 'threads' is never closed; expected {{/threads}}"),
    Slip(
      name: "foot.html", text: "{{/threads}}",
      words:
        "foot.html:1:1: '/threads' closes a section that is not open; remove it or open 'threads' before"
    ),
    Slip(name: "mail.html", text: "x\n\n{{title", words: "mail.html:3:1: tag is never closed"),
    Slip(name: "index.html", text: "{{>nowhere}}", words: "index.html:1:1: "),
  ]

  @Test(arguments: slips)
  func nothingIsFetchedOrChanged(slip: Slip) async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    let server = try LoopbackServer { _ in LoopbackServer.response("404 Not Found") }
    defer { server.stop() }
    try await DemoWeeks.write(place)
    try await DemoWeeks.publishFirst(place)
    let settings = try folder.read("d/hallway.toml")
    let own = """
      templates = "mine"
      \(settings)
      [[feed]]
      url = "\(server.address("/blog"))"
      [fetch]
      allow_private_addresses = true
      """
    try folder.write("d/mine/\(slip.name)", slip.text)
    try folder.write("d/hallway.toml", own)
    let before = DemoWeeks.files(place)
    for command in [DemoWeeks.second, ["publish"] + DemoWeeks.second.dropFirst()] {
      let ending = try await ProgramRun.run(command, in: place)
      #expect(ending.status == 2)
      #expect(
        ending.words.hasPrefix("hallway: \(place)/mine/\(slip.words)"), "\(ending.words)")
      #expect(ending.words.count { $0 == "\n" } == 1, "\(ending.words)")
      #expect(ending.output == "")
      #expect(server.requests.isEmpty)
      #expect(DemoWeeks.files(place) == before)
    }
    // Without the fault the same run goes on.
    try FileManager.default.removeItem(atPath: "\(place)/mine/\(slip.name)")
    #expect(try await ProgramRun.run(DemoWeeks.second, in: place).status == 3)
    #expect(server.requests.count == 1)
    #expect(DemoWeeks.files(place)["public/issues/2026-W45.html"] != nil)
  }

  /// That a template calls itself without end shows only when it is printed.
  @Test func oneThatNeverEndsLeavesTheSiteAsItWas() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    try await DemoWeeks.publishFirst(place)
    let site = DemoWeeks.files(place + "/public")
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", "templates = \"mine\"\n" + settings)
    try folder.write("d/mine/foot.html", "x\n{{>foot}}")
    let ending = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(ending.status == 2)
    #expect(ending.words.hasPrefix("hallway: \(place)/mine/foot.html:2:1: "), "\(ending.words)")
    #expect(DemoWeeks.files(place + "/public") == site)
    try folder.write("d/mine/foot.html", "</body></html>")
    #expect(try await ProgramRun.run(DemoWeeks.second, in: place).status == 0)
    #expect(DemoWeeks.files(place + "/public")["issues/2026-W45.html"] != nil)
  }
}
