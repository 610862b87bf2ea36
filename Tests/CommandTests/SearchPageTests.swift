// The sample site's search, used as a reader would in a browser, where one is installed.

import Foundation
import Support
import Testing

struct SearchPageTests {
  /// The path of a program; `nil` when it is not installed.
  static func program(_ names: String...) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static let node = program("node", "nodejs")
  static let browser = program("chromium", "chromium-browser", "google-chrome")

  struct Query: Encodable {
    let q: String
    let ids: [String]
    var marks: [String]?
  }

  static let queries = [
    Query(
      q: "\"monday mornings\"", ids: ["forum-tern-example-t-405", "q-bi34h0ftbi"],
      marks: ["Monday mornings"]),
    Query(
      q: "author:kenji examples", ids: ["forum-tern-example-t-418", "q-vgxfta36tj"],
      marks: ["example", "Kenji"]),
    Query(
      q: "I'd love", ids: ["forum-tern-example-t-418", "q-vgxfta36tj"], marks: ["I’d", "love"]),
    Query(q: "<script>alert(1)</script>", ids: []),
  ]

  @Test(.enabled(if: node != nil && browser != nil, "needs node and Chromium"))
  func theSearchPageFindsFromTheDiskAndOverHTTP() throws {
    let folder = try TemporaryFolder()
    let demo = try EndToEndTests.run(["demo", "site"], in: folder)
    #expect(demo.status == 0, "\(demo.words)")
    let queries = try folder.write(
      "queries.json", String(decoding: JSONEncoder().encode(Self.queries), as: UTF8.self))
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.node))
    process.arguments = [
      Places.top.appending(path: "Tests/Support/search-check.mjs").path,
      folder.path("site/public"), queries, try #require(Self.browser),
    ]
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let words = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: words, as: UTF8.self))")
  }
}
