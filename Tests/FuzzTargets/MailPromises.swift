// What the reader of mail archives promises.

import Ingest
import Model

/// What the reader of mail archives promises.
enum MailPromises {
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    let threads = read(bytes)
    if Sample.contains(bytes) {
      try promise(read(bytes) == threads, "the same bytes give the same threads")
    }
    guard let threads else { return }
    try TextSize.check(threads.total(\.textSize), of: bytes)
    let posts = threads.flatMap(\.posts)
    try promise(Set(posts.map(\.id)).count == posts.count, "no two posts have one name")
    try promise(
      Set(threads.map(\.id)).count == threads.count && threads.allSatisfy { !$0.posts.isEmpty },
      "threads have names of their own, and posts")
    for date in posts.compactMap(\.date) { try DatePromises.check(date) }
  }

  private static func read(_ bytes: [UInt8]) -> [DiscussionThread]? {
    MailArchive.parse(
      bytes, source: "fuzz", site: "Fuzz", page: "https://fuzz.example/{message-id}")?.threads
  }
}
