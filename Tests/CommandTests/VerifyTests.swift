import Foundation
import Support
import Testing

/// What `verify` counts, and links of the site that lead nowhere.
struct VerifyTests {
  @Test func anIssueThatIsPublishedIsCountedOnce() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    func verify(_ words: String...) throws -> String {
      try EndToEndTests.run(["verify", "--config", "d/hallway.toml"] + words, in: folder).words
    }
    #expect(try verify().contains(" quotes in 2 issues and "))
    #expect(try verify("--week", "2026-W45").contains(" quotes in 2 issues and "))
    #expect(try verify("--week", "2026-W43") == verify())
    #expect(try verify("--week", "2026-W44").contains(" quotes in 3 issues and "))
  }

  @Test func aSiteThatIsGoneIsAFault() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    try FileManager.default.removeItem(atPath: folder.path("d/public"))
    let result = try EndToEndTests.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 4)
    #expect(result.output.contains("d/public: the site is not there; "))
  }

  @Test func pagesOfOthersAndAddressesOfTheHostAreNoFaults() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    try folder.write(
      "d/hallway.toml",
      try folder.read("d/hallway.toml").replacing(
        "https://digest.tern.example/", with: "https://tern.example/digest/"))
    let words = ["--config", "d/hallway.toml", "--week", "2026-W45"]
    _ = try EndToEndTests.run(["publish"] + words, in: folder)
    try folder.write("d/public/own.html", "<a href=\"nowhere.html\">x</a>")
    let page = try folder.read("d/public/search.html")
    func verify(_ link: String) throws -> EndToEndTests.Result {
      try folder.write(
        "d/public/search.html",
        page.replacing("</main>", with: "<a href=\"\(link)\">x</a></main>"))
      return try EndToEndTests.run(["verify", "--config", "d/hallway.toml"], in: folder)
    }
    for link in ["/about.html", "//cdn.example/x", "/digest/", "/digest/index.html#latest"] {
      let result = try verify(link)
      #expect(result.status == 0, "\(link): \(result.output)")
    }
    #expect(try verify("/digest/nowhere.html").status == 4)
    // The site of another address is looked at in whole.
    try folder.write(
      "d/hallway.toml",
      try folder.read("d/hallway.toml").replacing("tern.example/digest/", with: "new.example/"))
    try folder.write("d/public/own.html", "")
    #expect(try verify("nowhere.html").status == 4)
  }

  @Test func verifyFindsALinkThatLeadsNowhere() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    try FileManager.default.removeItem(atPath: folder.path("d/public/topics/lock-file.html"))
    let page = try folder.read("d/public/issues/2026-W45.html")
    try folder.write(
      "d/public/issues/2026-W45.html",
      page.replacingOccurrences(of: "</main>", with: "<a href=\"#nowhere\">x</a></main>"))
    let result = try EndToEndTests.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 4)
    #expect(
      result.output.contains(
        "issues/2026-W45.html: leads to ../topics/lock-file.html, which is not in the site\n"))
    #expect(
      result.output.contains(
        "issues/2026-W45.html: leads to #nowhere, and issues/2026-W45.html has no such place\n"))
  }
}
