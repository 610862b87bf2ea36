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

  @Test func noLineOfProseIsARequest() throws {
    let page = try EndToEndTests.run(["manual"], in: TemporaryFolder()).output
    let known = [
      ".\\\"", ".Dd", ".Dt", ".Os", ".Sh", ".Nm", ".Nd", ".Ar", ".Op", ".Cm", ".Xr", ".Pp", ".Bl",
      ".It", ".El", ".Bd", ".Ed",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains { line.hasPrefix($0) }, "\(line)")
    }
  }

  @Test(.enabled(if: CompletionsTests.isThere("mandoc")))
  func mandocFindsNothingToSay() throws {
    let page = try EndToEndTests.run(["manual"], in: TemporaryFolder()).output
    let said = try CompletionsTests.say("/usr/bin/mandoc", ["-T", "lint", "-W", "style"], page)
    // Pages of other programs need not be installed.
    let faults = said.split(separator: "\n").filter {
      !$0.contains("referenced manual not found") && !$0.contains("outdated mandoc.db")
    }
    #expect(faults == [])
  }
}
