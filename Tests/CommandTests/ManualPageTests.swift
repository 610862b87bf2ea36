import Foundation
import Support
import Testing

/// The manual page.
struct ManualPageTests {
  @Test func everyCommandAndOptionIsOnThePage() throws {
    let page = try EndToEndTests.run(["manual"], in: TemporaryFolder()).output
    let help = try EndToEndTests.run(["--help"], in: TemporaryFolder()).output
    var commands = 0
    for line in help.split(separator: "\n") where line.hasPrefix("  ") {
      guard let name = line.split(separator: " ").first, name.first?.isLetter == true,
        !line.hasSuffix("(not yet)")
      else { continue }
      commands += 1
      #expect(page.contains("\n.It Cm \(name)"))
      let own = try EndToEndTests.run([String(name), "--help"], in: TemporaryFolder()).output
      for word in own.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        guard word.hasPrefix("--"), word.dropFirst(2).allSatisfy({ $0.isLetter || $0 == "-" })
        else { continue }
        let escaped = word.dropFirst().replacing("-", with: "\\-")
        #expect(page.contains("\n.It Fl \(escaped)"), "\(name) \(word)")
      }
    }
    #expect(commands >= 15)
    for status in 0...5 { #expect(page.contains("\n.It \(status)\n")) }
  }

  @Test(arguments: ["commands", "config"])
  func noLineOfProseIsARequest(page: String) throws {
    let page = try EndToEndTests.run(["manual", page], in: TemporaryFolder()).output
    let known = [
      ".\\\"", ".Dd", ".Dt", ".Os", ".Sh", ".Nm", ".Nd", ".Ar", ".Op", ".Cm", ".Xr", ".Pp", ".Bl",
      ".Ss",
      ".It", ".El", ".Bd", ".Ed",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains { line.hasPrefix($0) }, "\(line)")
    }
  }

  @Test func theReferenceInTheDocumentsIsTheProgramsOwn() throws {
    let text = try EndToEndTests.run(["manual", "config.md"], in: TemporaryFolder()).output
    let place = Places.top.appending(path: "docs/configuration.md")
    let difference = try Golden.difference(text, from: place)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    .enabled(if: CompletionsTests.isThere("mandoc")), arguments: ["commands", "config"])
  func mandocFindsNothingToSay(page: String) throws {
    let page = try EndToEndTests.run(["manual", page], in: TemporaryFolder()).output
    let said = try CompletionsTests.say("/usr/bin/mandoc", ["-T", "lint", "-W", "style"], page)
    // Pages of other programs need not be installed.
    let faults = said.split(separator: "\n").filter {
      !$0.contains("referenced manual not found") && !$0.contains("outdated mandoc.db")
    }
    #expect(faults == [])
  }
}
