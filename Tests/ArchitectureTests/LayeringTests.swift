// The arrows between modules, and a comment on everything that another module may use.

import Foundation
import Support
import Testing

/// SwiftPM builds an undeclared import of a transitive module, so the import lines are read here.
struct LayeringTests {
  /// What each module may import.
  static let allowed: [String: Set<String>] = [
    "Model": [], "Text": ["CStemmer"], "Network": ["Model", "CCurl"],
    "Ingest": ["Model", "Text"], "Store": ["Model", "CSQLite"],
    "Analysis": ["Model", "Text"], "Render": ["Model", "Templates", "CFiles"],
    "Pipeline": [
      "Model", "Text", "Network", "Ingest", "Store", "Analysis", "Render", "Templates", "Feeds",
      "CTOML", "CRescue",
    ],
    "hallway": ["Model", "Pipeline"], "Templates": [], "Feeds": [],
  ]
  static let everywhere: Set<String> = ["FoundationEssentials", "Synchronization", "Glibc"]

  /// All Swift files of a module.
  static func files(of module: String) -> [URL] {
    let inSources = Places.top.appending(path: "Sources/\(module)")
    let folder =
      FileManager.default.fileExists(atPath: inSources.path)
      ? inSources : Places.top.appending(path: module)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
      .map { folder.appending(path: $0) }
  }

  static func lines(_ file: URL) throws -> [String] {
    String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
  }

  /// The modules that lines import.
  static func imports(_ lines: [String]) -> [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1,
        at == 0 || ["package", "public", "internal", "private", "fileprivate"].contains(words[0])
      else { return nil }
      return String(words[at + 1])
    }
  }

  @Test(arguments: Array(allowed.keys).sorted())
  func aModuleImportsOnlyWhatItMay(module: String) throws {
    let files = Self.files(of: module)
    #expect(!files.isEmpty, "\(module) has no files")
    for file in files {
      let found = Set(Self.imports(try Self.lines(file)))
      let wrong = found.subtracting(Self.allowed[module] ?? []).subtracting(Self.everywhere)
      #expect(wrong.isEmpty, "\(module)/\(file.lastPathComponent) imports \(wrong.sorted())")
    }
  }

  @Test func everyFolderOfSourcesIsKnown() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Places.top.appending(path: "Sources").path)
    let unknown = folders.filter { !$0.hasPrefix("C") && Self.allowed[$0] == nil }
    #expect(unknown == [])
  }

  /// Lines that declare something for other modules without a comment above.
  static func uncommented(_ lines: [String]) -> [String] {
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      guard text.hasPrefix("package "), !text.hasPrefix("package import") else { continue }
      var above = index - 1
      while above >= 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") {
        above -= 1
      }
      let isComment =
        above >= 0 && lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("///")
      // What a protocol of the standard library asks for explains itself.
      let isConformance = ["func ==", "func <", "func hash(into", "var description"].contains {
        text.contains($0)
      }
      if !isComment, !isConformance { result.append(text) }
    }
    return result
  }

  @Test(arguments: Array(allowed.keys).sorted())
  func everyPackageDeclarationHasAComment(module: String) throws {
    for file in Self.files(of: module) {
      let missing = Self.uncommented(try Self.lines(file))
      #expect(missing == [], "\(module)/\(file.lastPathComponent)")
    }
  }

  @Test(arguments: Array(allowed.keys).sorted())
  func everyFileSaysItsDutyFirst(module: String) throws {
    for file in Self.files(of: module) {
      let lines = try Self.lines(file)
      #expect(lines.first?.hasPrefix("// ") == true, "\(module)/\(file.lastPathComponent)")
      let isTable = file.lastPathComponent.hasSuffix("Table.swift") && module == "Text"
      #expect(isTable || lines.count <= 400, "\(module)/\(file.lastPathComponent) is too long")
    }
  }

  @Test func plantedViolationsAreFound() {
    #expect(
      Self.imports(["package import Store", "import Model", "// import Text"]) == [
        "Store", "Model",
      ])
    #expect(Self.uncommented(["", "package func bare() {}"]) == ["package func bare() {}"])
    #expect(Self.uncommented(["/// Said.", "@inlinable", "package func said() {}"]) == [])
  }
}
