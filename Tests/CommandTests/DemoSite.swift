// The demo's site, made once for all tests that judge it, and what its judges said.

import Foundation
import Support
import Testing

/// Tests of the demo's site and mail by programs not of our making.
///
/// They lie in extensions; each takes the site by ``site()``.
@Suite(.demoSite) struct SiteTests {
  static func site() throws -> DemoSite { try #require(DemoSite.current) }
}

/// The demo's site with the issues of two weeks, a mail of the newer one, and a page of faults.
///
/// Each judge is asked once, when the first test wants to know.
actor DemoSite {
  /// The site of the tests that run now.
  @TaskLocal static var current: DemoSite?

  static let base = "https://digest.tern.example/"
  static let week = "2026-W45"
  /// A judge that finds nothing here would find nothing anywhere.
  static let faults = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Faults</title>
    <style>p { color: #999; background: #fff }
    @media (prefers-color-scheme: dark) { h1 { color: #222; background: #111 } }</style></head>
    <body><main><h1>Faults</h1>
    <p id="a">pale</p><center id="a">old</center><div style="width: 900px">wide</div>
    <img src="https://elsewhere.example/x.png"><a href="gone.html">gone</a> <a href="#b">b</a>
    <script>nowhere()</script></main></body></html>

    """

  /// `d/public` is the site, `faults` the page of faults, `mail` the mail and its HTML.
  private let folder: TemporaryFolder
  /// The top folder of the site.
  nonisolated let place: URL
  /// The folder whose one page is full of faults.
  nonisolated let faultyPlace: URL
  /// All pages of the site, sorted.
  nonisolated let pages: [String]
  /// What was said when the mail was made.
  nonisolated let mailWords: String
  private let mail: URL

  private var browsing: Task<[BrowsedPage], any Error>?
  private var validating: Task<[String], any Error>?
  private var reading: Task<MailReport, any Error>?

  init() throws {
    let folder = try TemporaryFolder()
    let made = try EndToEndTests.run(["demo", "d"], in: folder)
    try #require(made.status == 0, "\(made.words)")
    let older = try EndToEndTests.run(
      ["publish", "--week", "2026-W43", "--config", "d/hallway.toml"], in: folder)
    try #require(older.status == 0, "\(older.words)")
    let settings = try folder.read("d/hallway.toml")
    try folder.write(
      "d/mail.toml",
      settings
        + "\n[mail]\nfrom = \"Tern Digest <digest@tern.example>\"\nto = [\"list@tern.example\"]\n")
    let mail = try EndToEndTests.run(
      ["digest", "--format", "eml", "--week", Self.week, "--config", "d/mail.toml"], in: folder)
    mailWords = mail.words
    self.mail = URL(filePath: try folder.write("mail/issue.eml", mail.output))
    try folder.write("faults/index.html", Self.faults)
    faultyPlace = folder.url.appending(path: "faults")
    place = folder.url.appending(path: "d/public")
    pages = folder.files().filter { $0.hasPrefix("d/public/") && $0.hasSuffix(".html") }
      .map { String($0.dropFirst("d/public/".count)) }
    self.folder = folder
  }

  /// All pages of the site as the browser saw them, and the page of faults last.
  private func browsed() async throws -> [BrowsedPage] {
    if let browsing { return try await browsing.value }
    // A search that comes with its words shows what it found.
    let asked = pages.contains("search.html") ? ["search.html?q=lock+file"] : []
    let paths = (pages + asked).map { "d/public/\($0)" } + ["faults/index.html"]
    let folder = folder.url
    let task = Task { try await Judges.browse(paths, in: folder) }
    browsing = task
    return try await task.value
  }

  /// All pages of the site as the browser saw them.
  func browsedPages() async throws -> [BrowsedPage] { try await browsed().dropLast() }

  /// The page of faults as the browser saw it.
  func browsedFaults() async throws -> BrowsedPage { try #require(try await browsed().last) }

  /// Errors of HTML: those of files whose paths in the folder begin so.
  func errorsOfHTML(under prefix: String) async throws -> [String] {
    if validating == nil {
      let paths = pages.map { "d/public/\($0)" } + ["faults/index.html"] + (try await mailPages())
      let folder = folder.url
      validating = validating ?? Task { try await Judges.nu(paths, in: folder) }
    }
    return try await validating?.value.filter { $0.hasPrefix(prefix) } ?? []
  }

  /// The HTML of the mail as a file, where there is one.
  private func mailPages() async throws -> [String] {
    guard Tools.python != nil,
      let part = try await readMail().parts.first(where: { $0.type == "text/html" })
    else { return [] }
    try folder.write("mail/issue.html", part.text)
    return ["mail/issue.html"]
  }

  /// The mail as Python reads it.
  func readMail() async throws -> MailReport {
    if let reading { return try await reading.value }
    let mail = mail
    let task = Task { try await Judges.read(mail: mail) }
    reading = task
    return try await task.value
  }
}

/// Makes the site before a suite's tests and removes it after them.
struct DemoSiteTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await DemoSite.$current.withValue(try DemoSite(), operation: function)
  }
}

extension Trait where Self == DemoSiteTrait {
  /// Makes the demo's site for the tests of a suite.
  static var demoSite: Self { Self() }
}
