import Foundation
import Support
import Testing

/// Templates of the operator's own.
struct TemplateCommandTests {
  @Test func aReplacedTemplateIsUsedAndItsFaultsNamed() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write(
      "d/hallway.toml",
      settings.replacingOccurrences(of: "output ", with: "templates = \"mine\"\noutput "))
    try folder.write("d/mine/foot.html", "<footer>ours</footer></body></html>")
    let page = try EndToEndTests.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45", "--format", "html"], in: folder
    )
    #expect(page.output.contains("<footer>ours</footer>"))
    try folder.write("d/mine/foot.html", "x\n{{#open}}")
    let checked = try EndToEndTests.run(["check", "--config", "d/hallway.toml"], in: folder)
    #expect(checked.status == 4)
    #expect(checked.output.contains("mine/foot.html:2:1: section 'open' is never closed"))
  }
}
