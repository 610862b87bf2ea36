// What the door to sources promises.

import Ingest
import Model

/// What the door to sources promises.
enum SourcePromises {
  /// The first byte tells as what the rest is read: a forum, a blog, a podcast, or whatever it is
  /// taken for.
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let first = bytes.first else { return }
    let kinds: [Source.Kind?] = [nil] + Source.Kind.allCases
    let source = Source(
      address: "https://fuzz.example/feeds/all", kind: kinds[Int(first) % kinds.count])
    let rest = Array(bytes.dropFirst())
    let harvest = read(rest, source)
    if Sample.contains(bytes) {
      let again = read(rest, source)
      try promise(
        again?.threads == harvest?.threads && again?.articles == harvest?.articles
          && again?.episodes == harvest?.episodes && again?.threadFeeds == harvest?.threadFeeds
          && again?.diagnostics == harvest?.diagnostics, "the same bytes give the same harvest")
    }
    guard let harvest else { return }
    // Names and keys repeat an address, and the names of site and author stand with each thing.
    try TextSize.check(harvest.textSize, of: bytes, perByte: 4 * TextSize.perByte)
    try check(harvest)
  }

  private static func read(_ bytes: [UInt8], _ source: Source) -> Harvest? {
    // No feed is an answer, too.
    try? SourceReader.read(bytes, source: source, address: source.address)
  }

  private static func check(_ harvest: Harvest) throws(BrokenPromise) {
    let posts = harvest.threads.flatMap(\.posts)
    try promise(
      Set(posts.map(\.id)).count == posts.count, "no two posts have one name")
    try promise(
      Set(harvest.threads.map(\.id)).count == harvest.threads.count, "no two threads have one name")
    let names = posts.map(\.id) + harvest.articles.map(\.id) + harvest.episodes.map(\.id)
    try promise(
      names.allSatisfy { !$0.isEmpty } && names.count <= harvest.entries,
      "every thing has a name, and comes out of an entry")
    try promise(
      posts.allSatisfy { ($0.number ?? 1) >= 1 }, "posts are numbered from 1")
    try promise(
      harvest.threadFeeds.allSatisfy { PageAddress($0.address)?.host == "fuzz.example" },
      "a feed names feeds of its own site only: \(harvest.threadFeeds)")
  }
}
