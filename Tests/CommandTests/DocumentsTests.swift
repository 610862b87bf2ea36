import Foundation
import Support
import Testing

/// What the documents say of the program and of its files is so.
struct DocumentsTests {
  static let documents = [
    "README.md", "SECURITY.md", "docs/operators.md", "docs/contributors.md",
    "docs/configuration.md",
  ]

  static func text(_ name: String) throws -> String {
    try String(contentsOf: Places.top.appending(path: name), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Places.top.appending(path: path).path)
  }

  /// What stands in backticks, outside of listings.
  static func code(_ text: String) -> [String] {
    var isListing = false
    return text.split(separator: "\n").flatMap { line -> [String] in
      if line.hasPrefix("```") { isListing.toggle() }
      guard !isListing else { return [] }
      return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test(arguments: documents)
  func filesThatAreNamedAreThere(document: String) throws {
    let folders = ["Sources/", "Tests/", "scripts/", "cron/", "Benchmarks/", "docs/"]
    for word in Self.code(try Self.text(document)).compactMap({ $0.split(separator: " ").first })
    where folders.contains(where: word.hasPrefix) {
      #expect(Self.exists(String(word)), "\(word)")
    }
    let names = Set(
      (FileManager.default.enumerator(atPath: Places.top.appending(path: "Sources").path)?
        .compactMap { ($0 as? String)?.split(separator: "/").last.map(String.init) } ?? [])
        + ["Package.swift", "BuiltInTemplates.swift", "Presets.swift"])
    for word in Self.code(try Self.text(document)) where word.hasSuffix(".swift") {
      let name = String(word.split(separator: "/").last ?? "")
      #expect(names.contains(name), "\(word)")
    }
  }

  @Test(arguments: documents)
  func linksLeadSomewhere(document: String) throws {
    let folder = document.hasPrefix("docs/") ? "docs/" : ""
    for part in try Self.text(document).components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" })
      if !target.contains("://") { #expect(Self.exists(folder + target), "\(target)") }
    }
  }

  @Test(arguments: documents)
  func commandsThatAreNamedExist(document: String) throws {
    let text = try Self.text(document)
    let help = try EndToEndTests.run(["--help"], in: TemporaryFolder()).output
    let known = help.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    for call in Self.code(text) where call.hasPrefix("hallway ") {
      let words = call.split(separator: " ").dropFirst()
      guard let name = words.first, name.first?.isLetter == true else { continue }
      #expect(known.contains(String(name)), "\(call)")
      let own = try EndToEndTests.run([String(name), "--help"], in: TemporaryFolder()).output
      for option in words where option.hasPrefix("--") {
        #expect(own.contains("  \(option.prefix { $0 != "=" })"), "\(call)")
      }
    }
  }

  @Test(arguments: ["README.md", "docs/operators.md"])
  func exitStatusesAreTheProgramsOwn(document: String) throws {
    let text = try Self.text(document).replacing("`", with: "")
    let help = try EndToEndTests.run(["--help"], in: TemporaryFolder()).output
    let statuses = help.split(separator: "\n").filter { $0.dropFirst(2).first?.isNumber == true }
    #expect(statuses.count == 6)
    for line in statuses {
      let means = line.dropFirst(5).replacing("'", with: "")
      #expect(text.contains("\n| \(line.dropFirst(2).prefix(1)) | \(means) |"), "\(line)")
    }
  }
}
