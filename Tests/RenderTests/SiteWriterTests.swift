import Foundation
import Support
import Testing

@testable import Render

struct SiteWriterTests {
  static func inode(_ path: String) throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
  }

  /// Writes a whole site.
  @discardableResult
  static func write(
    _ files: [Edition.File], under folder: String, by method: SiteWriter.Method = .swap
  ) throws(SiteWriter.Failure) -> Int {
    var writer = SiteWriter(folder, by: method)
    for file in files { writer.add(file) }
    return try writer.finish()
  }

  @Test(arguments: SiteWriter.Method.allCases)
  func writesWhatChangedAndLeavesTheRest(method: SiteWriter.Method) throws {
    let folder = try TemporaryFolder()
    let site = folder.path("public")
    let old: [Edition.File] = [("index.html", "one"), ("issues/a.html", "a")]
    #expect(try Self.write(old, under: site, by: method) == 2)
    try folder.write("public/CNAME", "d.example")
    try folder.write("public/.well-known/x", "y")
    let unchanged = try Self.inode(site + "/issues/a.html")
    let new: [Edition.File] = [("index.html", "two"), ("issues/a.html", "a"), ("b/c.txt", "c")]
    #expect(try Self.write(new, under: site, by: method) == 2)
    #expect(try folder.read("public/index.html") == "two")
    #expect(try folder.read("public/b/c.txt") == "c")
    #expect(try folder.read("public/CNAME") == "d.example")
    #expect(try folder.read("public/.well-known/x") == "y")
    #expect(try Self.inode(site + "/issues/a.html") == unchanged)
    #expect(folder.files().filter { !$0.hasPrefix("public/") } == [])
    #expect(try Self.write(new, under: site, by: method) == 0)
  }

  /// Whoever has the old folder open sees the old site whole.
  @Test func theSitesAreExchangedInOneStep() throws {
    let folder = try TemporaryFolder()
    let site = folder.path("public")
    try Self.write([("index.html", "one"), ("a.html", "one")], under: site)
    let before = try Self.inode(site)
    let open = try #require(FileHandle(forReadingAtPath: site + "/a.html"))
    try Self.write([("index.html", "two"), ("a.html", "two")], under: site)
    #expect(try Self.inode(site) != before)
    #expect(try open.readToEnd() == Data("one".utf8))
    #expect(!FileManager.default.fileExists(atPath: SiteWriter.staged(site)))
  }

  @Test func whatADeadRunLeftIsInNobodysWay() throws {
    let folder = try TemporaryFolder()
    try folder.write(".public.hallway-new/half.html", "half")
    // Somebody else's.
    try folder.write("public.new/own.html", "own")
    try Self.write([("index.html", "one")], under: folder.path("public"))
    #expect(folder.files().sorted() == ["public.new/own.html", "public/index.html"])
    #expect(!FileManager.default.fileExists(atPath: folder.path(".public.hallway-new")))
  }

  static func map(_ paths: [String], of site: String = "https://d.example/x/") -> Edition.File {
    ("sitemap.xml", ([""] + paths).map { "<url><loc>\(site)\($0)</loc></url>\n" }.joined())
  }

  @Test(arguments: SiteWriter.Method.allCases)
  func pagesThatTheSiteHasNoMoreGo(method: SiteWriter.Method) throws {
    let folder = try TemporaryFolder()
    let site = folder.path("public")
    let topics = ["topics/a-1.html", "topics/b.html", "topics-2025.html", "episodes/e-1.html"]
    let named = ["issues/a.html", "topics/../own.html", "topics/Own.html", "own.html"]
    try Self.write(
      topics.map { ($0, "old") } + named.filter { !$0.contains("..") }.map { ($0, "own") }
        + [("topics/own.html", "own"), Self.map(topics + named)], under: site, by: method)
    let new: [Edition.File] = [("topics/b.html", "new"), Self.map(["topics/b.html"])]
    let before = folder.files()
    var writer = SiteWriter(site, by: method)
    for file in new { writer.add(file) }
    #expect(try writer.finish(isWhole: true) == 2)
    let gone = ["topics/a-1.html", "topics-2025.html", "episodes/e-1.html"].map { "public/" + $0 }
    #expect(folder.files().sorted() == before.filter { !gone.contains($0) }.sorted())
    #expect(try folder.read("public/topics/b.html") == "new")
  }

  /// Where the content of an issue is not known, its topics stay.
  @Test(arguments: SiteWriter.Method.allCases)
  func noPageGoesThatMayBelongToTheSite(method: SiteWriter.Method) throws {
    let folder = try TemporaryFolder()
    let site = folder.path("public")
    try Self.write(
      [("topics/a.html", "a"), Self.map(["topics/a.html"])], under: site, by: method)
    try Self.write([Self.map([])], under: site, by: method)
    #expect(folder.files().contains("public/topics/a.html"))
  }

  @Test(arguments: SiteWriter.Method.allCases)
  func aLinkToItselfIsNoFolder(method: SiteWriter.Method) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("public"), withDestinationPath: "public")
    let failure = #expect(throws: SiteWriter.Failure.self) {
      try Self.write([("index.html", "one")], under: folder.path("public"), by: method)
    }
    #expect(failure?.path.contains("public") == true)
  }

  @Test func aLinkToTheFolderStaysOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/index.html", "one")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("public"), withDestinationPath: "real")
    try Self.write([("index.html", "two")], under: folder.path("public") + "/")
    #expect(try folder.read("real/index.html") == "two")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("public")) == "real")
  }

  @Test func aFileInTheWayIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("public/issues", "a file, not a folder")
    let failure = #expect(throws: SiteWriter.Failure.self) {
      try Self.write([("issues/a.html", "a")], under: folder.path("public"))
    }
    #expect(failure?.path == folder.path("public/issues/a.html"))
    #expect(folder.files() == ["public/issues"])
  }
}
