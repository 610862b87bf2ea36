// What the reader of feeds promises.

import Ingest
import Model

/// What the reader of feeds promises.
enum FeedPromises {
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    let feed = read(bytes)
    if Sample.contains(bytes) {
      try promise(read(bytes) == feed, "the same bytes give the same feed")
    }
    guard let feed else { return }
    try TextSize.check(feed.textSize, of: bytes)
    try promise(feed.warnings.count <= bytes.count + 32, "no more warnings than bytes")
    try check(feed.updated)
    if let seconds = feed.schedule.freshSeconds {
      try promise(seconds > 0, "an answer is good for some time: \(seconds) s")
    }
    try promise(
      feed.schedule.skipHours.allSatisfy { (0...23).contains($0) }
        && feed.schedule.skipDays.allSatisfy { (1...7).contains($0) }, "hours and days exist")
    for entry in feed.entries { try check(entry) }
  }

  private static func read(_ bytes: [UInt8]) -> Feed? {
    // No feed is an answer, too.
    try? FeedParser.parse(bytes, base: "https://fuzz.example/feeds/all")
  }

  private static func check(_ entry: FeedEntry) throws(BrokenPromise) {
    try check(entry.published)
    try check(entry.updated)
    let times =
      [entry.duration].compactMap { $0 } + entry.chapterMarks.map(\.start)
      + entry.soundbites.flatMap { [$0.start, $0.duration] }
    try promise(
      times.allSatisfy { $0.isFinite && $0 >= 0 }, "a time in an episode is a number: \(times)")
    let counts =
      [entry.commentCount, entry.season, entry.episode].compactMap { $0 }
      + (entry.enclosures + entry.alternateEnclosures).compactMap(\.length)
    try promise(counts.allSatisfy { $0 >= 0 }, "nothing is counted below zero: \(counts)")
    for line in [entry.title, entry.discussion?.title].compactMap({ $0 }) {
      try promise(!line.utf8.contains(0x0A), "a title is one line: \(line.debugDescription)")
    }
  }

  private static func check(_ date: Timestamp?) throws(BrokenPromise) {
    if let date { try DatePromises.check(date) }
  }
}
